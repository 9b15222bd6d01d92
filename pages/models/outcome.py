from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import MultiFieldPanel
from wagtail.api import APIField
from wagtail.fields import StreamField
from wagtail.search import index

from ..blocks.outcome import ActionBlocks, HighlightBlocks
from ..blocks.prose import ProseBlocks
from ..panels import guide
from .base import BasePage, TaggedPage, happened_on
from .entry import Entry, EntryKind
from .place import BelongsToCity
from .prose import ProseField
from .translated import same


class OutcomeIndexPage(BasePage):
    """What the UN said, review by review."""

    introduction = ProseField(_("introduction"))

    entry_kind = EntryKind.LIST
    parent_page_types = ["pages.HomePage"]
    subpage_types = ["pages.OutcomeExplainerPage"]
    max_count_per_parent = 1
    fixed_slug = "un"

    content_panels = [*BasePage.content_panels, "introduction"]

    class Meta:
        verbose_name = _("list of UN outcomes")
        verbose_name_plural = _("lists of UN outcomes")

    def get_context(self, request, *args, **kwargs):
        outcomes = Entry.objects.visible().in_language(self.locale.language_code)
        return super().get_context(request, *args, **kwargs) | {
            "outcomes": outcomes.of_kind(EntryKind.OUTCOME).newest_first(),
        }


class OutcomeExplainerPage(BelongsToCity, TaggedPage):
    """What one UN review said, how the State answered, and what a city can do with it."""

    review = models.ForeignKey(
        "compile.Review",
        models.PROTECT,
        related_name="+",
        verbose_name=_("review"),
        help_text=_("Dates, symbols and counts come from the review’s record."),
    )
    body = StreamField(ProseBlocks(), verbose_name=_("what happened"), blank=True)
    highlights = StreamField(
        HighlightBlocks(), verbose_name=_("recommendations that matter here"), blank=True
    )
    meaning = StreamField(ProseBlocks(), verbose_name=_("what it means here"), blank=True)
    actions = StreamField(ActionBlocks(), verbose_name=_("what you can do"), blank=True)
    afterwards = ProseField(
        _("what happened since"),
        help_text=_("Say it plainly when a review was postponed or the State stayed away."),
    )

    must_be_approved = True
    entry_kind = EntryKind.OUTCOME
    read_with = ("review",)
    parent_page_types = ["pages.OutcomeIndexPage", "pages.CityProfilePage"]
    subpage_types = []

    content_panels = [
        *TaggedPage.content_panels,
        MultiFieldPanel(["review", "body"], heading=_("What happened?")),
        MultiFieldPanel(
            [guide("answer"), "highlights", "meaning"], heading=_("What does it mean here?")
        ),
        MultiFieldPanel(["actions", "afterwards"], heading=_("Where does it lead?")),
        MultiFieldPanel(["rights", "themes"], heading=_("Which rights?")),
    ]
    search_fields = [
        *TaggedPage.search_fields,
        index.SearchField("body"),
        index.SearchField("highlights"),
        index.SearchField("meaning"),
    ]
    api_fields = [
        *TaggedPage.api_fields,
        APIField("body"),
        APIField("highlights"),
        APIField("meaning"),
        APIField("actions"),
        APIField("afterwards"),
    ]

    override_translatable_fields = [
        *TaggedPage.override_translatable_fields,
        *same("review"),
    ]

    class Meta:
        verbose_name = _("UN outcome explained")
        verbose_name_plural = _("UN outcomes explained")

    def entry_facts(self):
        return happened_on(self.review.held_on or self.review.adopted_on)

    def get_context(self, request, *args, **kwargs):
        counts = self.review.recommendations.counts()
        return super().get_context(request, *args, **kwargs) | {
            "counts": counts,
            "total": sum(counts.values()),
            "documents": self.review.documents.all(),
        }
