from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import MultiFieldPanel, PageChooserPanel
from wagtail.api import APIField
from wagtail.fields import StreamField
from wagtail.search import index

from campaigns.places.models import LocalGroup, Role

from ..blocks.press import (
    ContactBlocks,
    FactLineBlocks,
    KitDocumentBlocks,
    KitPictureBlocks,
    KitQuoteBlocks,
    ReleaseQuoteBlocks,
)
from ..blocks.prose import ProseBlocks
from ..panels import guide
from .base import BasePage, TaggedPage, happened_on
from .entry import Entry, EntryKind
from .finding import FindingPage
from .place import BelongsToCity
from .prose import ProseField
from .translated import same

PRESS_ROLES = (Role.PRESS_OFFICER, Role.EDITOR, Role.COORDINATOR)


class NewsroomPage(BelongsToCity, BasePage):
    """Where a journalist on a deadline begins: contacts first, no login."""

    introduction = ProseField(_("introduction"))
    contacts = StreamField(
        ContactBlocks(), verbose_name=_("contacts"), help_text=_("Your own group’s first.")
    )
    terms = ProseField(_("terms of use"))
    boilerplate_short = models.TextField(_("about us in 50 words"), blank=True)
    boilerplate_long = models.TextField(_("about us in 100 words"), blank=True)

    approved_by = PRESS_ROLES
    entry_kind = EntryKind.NEWSROOM
    parent_page_types = ["pages.HomePage", "pages.CityProfilePage"]
    subpage_types = ["pages.PressReleasePage", "pages.MediaKitPage"]
    max_count_per_parent = 1
    fixed_slug = "press"

    content_panels = [
        *BasePage.content_panels,
        "contacts",
        "introduction",
        "terms",
        MultiFieldPanel(["boilerplate_short", "boilerplate_long"], heading=_("About us")),
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("introduction")]

    class Meta:
        verbose_name = _("newsroom")
        verbose_name_plural = _("newsrooms")

    @property
    def contacts_at_work(self):
        """Whom the press can reach: nobody once the group is over (one query, remembered)."""
        if not hasattr(self, "_is_over"):
            groups = LocalGroup.objects.filter(city=self.city, archived_on__isnull=False)
            self._is_over = bool(self.city) and groups.exists()
        return () if self._is_over else self.contacts

    def get_context(self, request, *args, **kwargs):
        entries = Entry.objects.visible().in_language(self.locale.language_code)
        if self.city:
            entries = entries.for_city(self.city)
        entries = entries.select_related("city").newest_first()
        return super().get_context(request, *args, **kwargs) | {
            "releases": entries.of_kind(EntryKind.RELEASE)[:12],
            "kits": entries.of_kind(EntryKind.KIT)[:12],
            "newsrooms": []
            if self.city
            else entries.of_kind(EntryKind.NEWSROOM).exclude(city=None),
            "feed": f"{self.get_url(request)}feed/",
        }


class PressReleasePage(BelongsToCity, TaggedPage):
    """News for the press, ready to be copied."""

    dateline = models.CharField(_("place of the dateline"), max_length=80)
    released_on = models.DateField(_("date"), default=timezone.localdate)
    subheadline = models.CharField(_("second headline"), max_length=240, blank=True)
    body = StreamField(ProseBlocks(), verbose_name=_("text"))
    quotes = StreamField(ReleaseQuoteBlocks(), verbose_name=_("quotes"), blank=True)
    notes = ProseField(_("notes to editors"))

    approved_by = PRESS_ROLES
    entry_kind = EntryKind.RELEASE
    parent_page_types = ["pages.NewsroomPage"]
    subpage_types = []

    content_panels = [
        *TaggedPage.content_panels,
        "subheadline",
        MultiFieldPanel(["dateline", "released_on"], heading=_("Where and when?")),
        guide("release"),
        "body",
        "quotes",
        "notes",
        MultiFieldPanel(["rights", "themes"], heading=_("Where does it lead?")),
    ]
    search_fields = [*TaggedPage.search_fields, index.SearchField("body")]
    api_fields = [
        *TaggedPage.api_fields,
        APIField("dateline"),
        APIField("released_on"),
        APIField("subheadline"),
        APIField("body"),
        APIField("quotes"),
        APIField("notes"),
    ]

    override_translatable_fields = [
        *TaggedPage.override_translatable_fields,
        *same("released_on"),
    ]

    class Meta:
        verbose_name = _("press release")
        verbose_name_plural = _("press releases")

    def get_context(self, request, *args, **kwargs):
        newsroom = NewsroomPage.objects.parent_of(self).first()
        return super().get_context(request, *args, **kwargs) | {"newsroom": newsroom}

    def entry_facts(self):
        return {"byline": self.dateline} | happened_on(self.released_on)


class MediaKitPage(BelongsToCity, TaggedPage):
    """Everything a journalist may print about one city or finding, in one download."""

    subject = models.ForeignKey(
        "wagtailcore.Page",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("finding"),
        help_text=_("Leave empty for a kit about the whole city."),
    )
    release = models.ForeignKey(
        "wagtailcore.Page",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("press release"),
    )
    facts = StreamField(FactLineBlocks(max_num=10), verbose_name=_("fact sheet"), blank=True)
    quotes = StreamField(KitQuoteBlocks(), verbose_name=_("approved quotes"), blank=True)
    pictures = StreamField(KitPictureBlocks(), verbose_name=_("pictures"), blank=True)
    documents = StreamField(KitDocumentBlocks(), verbose_name=_("documents"), blank=True)

    approved_by = PRESS_ROLES
    entry_kind = EntryKind.KIT
    parent_page_types = ["pages.NewsroomPage"]
    subpage_types = []

    content_panels = [
        *TaggedPage.content_panels,
        MultiFieldPanel(
            [
                PageChooserPanel("subject", "pages.FindingPage"),
                PageChooserPanel("release", "pages.PressReleasePage"),
            ],
            heading=_("What is it about?"),
        ),
        "facts",
        "quotes",
        "pictures",
        "documents",
        MultiFieldPanel(["rights", "themes"], heading=_("Where does it lead?")),
    ]
    search_fields = [*TaggedPage.search_fields, index.SearchField("facts")]
    api_fields = [*TaggedPage.api_fields, APIField("facts")]

    override_translatable_fields = [
        *TaggedPage.override_translatable_fields,
        *same("subject", "release"),
    ]

    class Meta:
        verbose_name = _("media kit")
        verbose_name_plural = _("media kits")

    def clean(self):
        super().clean()
        errors = {}
        if self.subject_id and self.subject.specific_class is not FindingPage:
            errors["subject"] = _("This page is not a finding.")
        if self.release_id and self.release.specific_class is not PressReleasePage:
            errors["release"] = _("This page is not a press release.")
        if errors:
            raise ValidationError(errors)
