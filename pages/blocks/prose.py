"""Blocks for running text: the same in a story, a finding or an explainer."""

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .words import (
    AddressBlock,
    CodeBlock,
    LanguagesBlock,
    PartialDateBlock,
    PicturePickBlock,
    ProseBlock,
    WordsBlock,
)


class HeadingBlock(blocks.StructBlock):
    """A heading inside a page."""

    words = WordsBlock(label=_("Heading"), max_length=120)

    class Meta:
        icon = "title"
        label = _("Heading")
        description = _("A short line that says what comes next.")
        template = "blocks/heading.html"
        preview_value = {"words": _("What the hearing room looks like")}


class ParagraphBlock(blocks.StructBlock):
    """Running text."""

    words = ProseBlock(label=_("Text"))

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        description = _("One or more paragraphs. Short sentences are read on a phone.")
        template = "blocks/paragraph.html"
        preview_value = {"words": "<p>Most hearings in this room last less than five minutes.</p>"}


class QuoteBlock(blocks.StructBlock):
    """Words that somebody said, exactly as said."""

    words = WordsBlock(label=_("Words"), max_length=400)
    speaker = WordsBlock(
        label=_("Who said it"),
        required=False,
        max_length=120,
        help_text=_("As they agreed to be named: “Rosa”, name changed."),
    )

    class Meta:
        icon = "openquote"
        label = _("Quote")
        description = _("A sentence worth remembering, set large.")
        template = "blocks/quote.html"
        preview_value = {
            "words": _("Nobody asked about the heat."),
            "speaker": _("A tenant, name changed"),
        }


class PictureBlock(blocks.StructBlock):
    """A picture from the library with its caption and credit."""

    picture = PicturePickBlock(label=_("Picture"))
    caption = WordsBlock(
        label=_("Caption for this page"),
        required=False,
        max_length=300,
        help_text=_("Leave empty to use the caption of the library."),
    )

    class Meta:
        icon = "image"
        label = _("Picture")
        description = _("A picture with its caption and credit.")
        template = "blocks/picture.html"
        preview_value = {"caption": "The hearing room on a Monday morning."}
        preview_template = "blocks/previews/picture.html"


class CalloutBlock(blocks.StructBlock):
    """A short aside that explains a term or a limit."""

    heading = WordsBlock(label=_("Heading"), required=False, max_length=120)
    words = ProseBlock(label=_("Text"))

    class Meta:
        icon = "info-circle"
        label = _("Aside")
        description = _("Explains a term, or says what we do not know.")
        template = "blocks/callout.html"
        preview_value = {
            "heading": _("What “noted” means"),
            "words": "<p>The State heard the recommendation and did not agree to it.</p>",
        }


class ForSomeReadersBlock(blocks.StructBlock):
    """Words that only the readers of some languages need; in the others the passage is not there."""

    languages = LanguagesBlock(
        label=_("Shown to readers of"),
        help_text=_("In other languages nobody sees it, and nobody has to translate it."),
    )
    words = ProseBlock(label=_("Text"))

    class Meta:
        icon = "wagtail-localize-language"
        label = _("For some languages only")
        description = _("Such as where to find help in Spanish. Hidden in every other language.")
        template = "blocks/for_some_readers.html"
        preview_value = {
            "languages": ["en"],
            "words": _("<p>Every Tuesday somebody at the library answers in your language.</p>"),
        }

    def is_for(self, value, language):
        """Whether readers of this language (a code) see it."""
        return language in (value.get("languages") or [])

    def render(self, value, context=None):
        page = (context or {}).get("page")
        language = page.locale.language_code if page else get_language()
        return super().render(value, context) if self.is_for(value, language) else ""


class FigureBlock(blocks.StructBlock):
    """A number with its source; a number without a source is a rumour."""

    value = CodeBlock(label=_("Figure"), max_length=20, help_text=_("Such as 42 or 1 in 4."))
    unit = WordsBlock(label=_("Unit"), required=False, max_length=30)
    label = WordsBlock(label=_("What it counts"), max_length=200)
    source = WordsBlock(label=_("Source"), max_length=200)
    source_url = AddressBlock(label=_("Link to the source"), required=False, max_length=500)
    source_date = PartialDateBlock(
        label=_("Date of the source"),
        required=False,
        max_length=10,
        help_text=_("A year, a month or a day: 2019, 2019-05 or 2019-05-14."),
    )

    class Meta:
        icon = "order"
        label = _("Figure")
        description = _("One number, what it counts, who counted it and when.")
        template = "blocks/figure.html"
        preview_value = {
            "value": "347",
            "unit": "",
            "label": _("recommendations to the United States in 2020"),
            "source": _("UN Human Rights Council, A/HRC/46/15"),
            "source_url": "https://undocs.org/A/HRC/46/15",
            "source_date": "2020-12-15",
        }


class ProseBlocks(blocks.StreamBlock):
    """What any page may be written with."""

    heading = HeadingBlock()
    paragraph = ParagraphBlock()
    quote = QuoteBlock()
    picture = PictureBlock()
    figure = FigureBlock()
    callout = CalloutBlock()
    for_some = ForSomeReadersBlock()
