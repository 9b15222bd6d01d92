from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.api import APIField
from wagtail.fields import StreamField
from wagtail.search import index

from campaigns.places.models import LocalGroup
from uprcities.lib.addresses import web_address

from ..blocks.city import (
    CityBlocks,
    DeadlineBlocks,
    FactBlocks,
    MechanismBlocks,
    OfficialBlocks,
)
from .base import BasePage
from .entry import Entry, EntryKind
from .links import cities_with_counts
from .prose import ProseField
from .translated import same


class CityIndexPage(BasePage):
    """The list of cities."""

    introduction = ProseField(_("introduction"))

    entry_kind = EntryKind.LIST
    parent_page_types = ["pages.HomePage"]
    subpage_types = ["pages.CityProfilePage"]
    max_count_per_parent = 1
    fixed_slug = "cities"

    content_panels = [*BasePage.content_panels, "introduction"]

    class Meta:
        verbose_name = _("list of cities")
        verbose_name_plural = _("lists of cities")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        return context | {"cities": cities_with_counts(self.locale.language_code)}


class DeclarationBasis(models.TextChoices):
    RESOLUTION = "resolution", _("by resolution")
    PROCLAMATION = "proclamation", _("by proclamation")
    ORDINANCE = "ordinance", _("by ordinance")
    NONE = "none", _("not declared")


class CityProfilePage(BasePage):
    """How human rights stand in one city, kept by its local group."""

    place = models.ForeignKey(
        "places.City", models.PROTECT, related_name="+", verbose_name=_("city")
    )
    state = models.CharField(_("state"), max_length=60, help_text=_("Such as Pennsylvania."))
    picture = models.ForeignKey(
        "library.Image",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("picture"),
    )
    declaration_basis = models.CharField(
        _("declared a human rights city"),
        max_length=20,
        choices=DeclarationBasis,
        default=DeclarationBasis.NONE,
    )
    declared_on = models.DateField(_("declared on"), null=True, blank=True)
    declaration_url = models.URLField(
        _("link to the declaration"), blank=True, validators=[web_address]
    )
    declaration_note = models.CharField(
        _("note on the declaration"),
        max_length=300,
        blank=True,
        help_text=_("Say so when only the year is known, or when the city never declared itself."),
    )
    group_about = ProseField(_("about the local group"))
    languages_spoken = models.CharField(
        _("languages spoken here"), max_length=300, blank=True, help_text=_("With the source.")
    )
    facts = StreamField(FactBlocks(), verbose_name=_("key facts"), blank=True)
    body = StreamField(CityBlocks(), verbose_name=_("the city in words"), blank=True)
    mechanisms = StreamField(MechanismBlocks(), verbose_name=_("where to turn"), blank=True)
    officials = StreamField(OfficialBlocks(), verbose_name=_("officials to address"), blank=True)
    deadlines = StreamField(DeadlineBlocks(), verbose_name=_("deadlines"), blank=True)

    entry_kind = EntryKind.CITY
    read_with = ("picture", "place")
    parent_page_types = ["pages.CityIndexPage"]
    subpage_types = [
        "pages.TestimonyStoryPage",
        "pages.FindingPage",
        "pages.OutcomeExplainerPage",
        "pages.EventPage",
        "pages.ResourcePage",
        "pages.NewsroomPage",
    ]

    content_panels = [
        *BasePage.content_panels,
        MultiFieldPanel(
            [
                FieldPanel("place", permission="superuser"),  # rights hang on it
                "state",
                "languages_spoken",
                "picture",
            ],
            heading=_("Which city?"),
        ),
        MultiFieldPanel(
            ["declaration_basis", "declared_on", "declaration_url", "declaration_note"],
            heading=_("What did it promise?"),
        ),
        MultiFieldPanel(["facts", "body"], heading=_("What is it like here?")),
        MultiFieldPanel(
            ["mechanisms", "officials", "deadlines"], heading=_("Who can change it, by when?")
        ),
        MultiFieldPanel(["group_about"], heading=_("Who are we?")),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("body"),
        index.SearchField("mechanisms"),
    ]
    api_fields = [
        *BasePage.api_fields,
        APIField("state"),
        APIField("declaration_basis"),
        APIField("declared_on"),
        APIField("declaration_url"),
        APIField("facts"),
    ]

    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        *same("place", "picture", "declaration_basis", "declared_on", "declaration_url"),
    ]

    class Meta:
        verbose_name = _("city profile")
        verbose_name_plural = _("city profiles")

    @property
    def city(self):
        return self.place

    @property
    def fixed_slug(self):
        """A profile stands at the address of its own city, in every language."""
        return self.place.slug if self.place_id else ""

    def entry_facts(self):
        return {"picture": self.picture, "byline": self.state, "mark": self.declaration_basis}

    def get_context(self, request, *args, **kwargs):
        here = (
            Entry.objects.visible().in_language(self.locale.language_code).for_city(self.place_id)
        )
        counts = here.counts()
        coming, past = self._deadlines()
        return super().get_context(request, *args, **kwargs) | {
            "counts": counts,
            "findings": here.of_kind(EntryKind.FINDING).newest_first()[:12],
            "stories": here.of_kind(EntryKind.STORY).select_related("picture").newest_first()[:4],
            "events": here.coming()[:4],
            "deadlines": coming,
            "past_deadlines": past,
            "newsroom": here.of_kind(EntryKind.NEWSROOM).first(),
            "outcomes": here.of_kind(EntryKind.OUTCOME).newest_first()[:4],
            "press": here.of_kind(EntryKind.RELEASE, EntryKind.KIT).newest_first()[:4],
            "resources": here.of_kind(EntryKind.RESOURCE).newest_first()[:4],
            "local_group": LocalGroup.objects.filter(city=self.place_id).first(),
        }

    def _deadlines(self):
        """What is still due, the next first, and what was, the last first."""
        today = timezone.localdate()
        by_day = sorted(self.deadlines, key=lambda block: block.value["date"])
        coming = [block for block in by_day if block.value["date"] >= today]
        return coming, [block for block in reversed(by_day) if block.value["date"] < today]

    def clean(self):
        super().clean()
        others = CityProfilePage.objects.filter(place_id=self.place_id, locale_id=self.locale_id)
        if self.place_id and self.locale_id and others.exclude(pk=self.pk).exists():
            raise ValidationError({"place": _("This city already has a profile in this language.")})
