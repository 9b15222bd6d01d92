from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import MultiFieldPanel, PageChooserPanel
from wagtail.fields import StreamField
from wagtail.search import index

from ..blocks.home import TimelineBlocks
from .base import BasePage
from .campaign import milestones
from .entry import Entry, EntryKind
from .links import cities_with_counts, entries_for
from .prose import ProseField
from .translated import same


class HomePage(BasePage):
    """The front door in one language: what happened, and where the campaign stands."""

    headline = models.CharField(
        _("headline"),
        max_length=140,
        blank=True,
        help_text=_("Something that happened, not what we are. Shown when no story leads."),
    )
    introduction = ProseField(_("what this is"), features=["bold", "italic", "link"])
    lead_story = models.ForeignKey(
        "wagtailcore.Page",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("lead story"),
        help_text=_("Leads the page for as long as its teller’s consent stands."),
    )
    lead_words = models.CharField(_("sentence from the lead story"), max_length=160, blank=True)
    timeline = StreamField(TimelineBlocks(), verbose_name=_("campaign timeline"), blank=True)
    press_line = models.CharField(_("line for the press"), max_length=200, blank=True)

    entry_kind = EntryKind.HOME
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = [
        "pages.CityIndexPage",
        "pages.OutcomeIndexPage",
        "pages.NewsroomPage",
        "pages.ResourcePage",
        "pages.EventPage",
        "pages.StandardPage",
    ]
    max_count_per_parent = 12

    content_panels = [
        *BasePage.content_panels,
        MultiFieldPanel(
            [
                PageChooserPanel("lead_story", "pages.TestimonyStoryPage"),
                "lead_words",
                "headline",
            ],
            heading=_("What happened?"),
        ),
        "introduction",
        "timeline",
        "press_line",
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("introduction")]

    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        *same("lead_story"),
    ]

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    def get_context(self, request, *args, **kwargs):
        language = self.locale.language_code
        entries = Entry.objects.visible().in_language(language).select_related("city", "picture")
        chosen = [self.lead_story_id] if self.lead_story_id else []
        lead = entries_for(chosen, language).get(self.lead_story_id)
        others = entries.exclude(page_id=lead.page_id) if lead else entries
        return super().get_context(request, *args, **kwargs) | {
            "lead": lead,
            "findings": entries.of_kind(EntryKind.FINDING).newest_first()[:6],
            "stories": others.of_kind(EntryKind.STORY).newest_first()[:4],
            "outcomes": entries.of_kind(EntryKind.OUTCOME).newest_first()[:3],
            "events": entries.coming()[:3],
            "cities": cities_with_counts(language),
            "milestones": milestones(self.timeline),
        }
