"""What somebody builds who follows the documentation of Wagtail and wagtail-localize."""

from django.db import models
from wagtail import blocks
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page, TranslatableMixin


class PlainFigureBlock(blocks.StructBlock):
    value = blocks.CharBlock()
    label = blocks.CharBlock()


class PlainPage(Page):
    """A page with the stock blocks and nothing of ours."""

    intro = RichTextField(blank=True)
    body = StreamField(
        [
            ("paragraph", blocks.RichTextBlock()),
            ("figure", PlainFigureBlock()),
            ("choice", blocks.ChoiceBlock(choices=[("a", "A"), ("b", "B")], required=False)),
            ("markup", blocks.RawHTMLBlock(required=False)),
            ("note", blocks.CharBlock(required=False)),
        ],
        blank=True,
    )
    picture = models.ForeignKey(
        "library.Image", models.SET_NULL, null=True, blank=True, related_name="+"
    )
    topics = models.ManyToManyField("treaties.Theme", blank=True, related_name="+")

    class Meta:
        verbose_name = "plain page"


class PlainNotice(TranslatableMixin):
    """A notice that is one thing more in each language, as the documentation has it."""

    words = models.CharField(max_length=100)

    class Meta(TranslatableMixin.Meta):
        verbose_name = "plain notice"

    def __str__(self):
        return self.words
