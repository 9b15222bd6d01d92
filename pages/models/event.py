from zoneinfo import ZoneInfo

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.api import APIField
from wagtail.fields import StreamField
from wagtail.search import index

from uprcities.lib.addresses import web_address
from uprcities.lib.time_zones import time_zone_names

from ..blocks.prose import ProseBlocks
from ..choices import TimeZoneSelect
from ..event_form import EventForm
from .base import TaggedPage
from .entry import EntryKind
from .place import BelongsToCity
from .translated import same


class EventPage(BelongsToCity, TaggedPage):
    """A day on which people meet, with the clock of the place where they do."""

    starts_at = models.DateTimeField(
        _("starts"), help_text=_("On the clock of the time zone below.")
    )
    ends_at = models.DateTimeField(_("ends"), null=True, blank=True)
    time_zone = models.CharField(
        _("time zone"),
        max_length=40,
        default="America/New_York",
        help_text=_("Readers see these hours and the name of this clock."),
    )
    venue = models.CharField(_("place"), max_length=200, blank=True)
    online_url = models.URLField(_("link to join"), blank=True, validators=[web_address])
    access = models.TextField(
        _("access"),
        blank=True,
        help_text=_("Steps, lift, sign language, interpretation, childcare, cost."),
    )
    is_cancelled = models.BooleanField(_("cancelled"), default=False)
    body = StreamField(ProseBlocks(), verbose_name=_("text"), blank=True)

    base_form_class = EventForm
    entry_kind = EntryKind.EVENT
    parent_page_types = ["pages.HomePage", "pages.CityProfilePage"]
    subpage_types = []

    content_panels = [
        *TaggedPage.content_panels,
        MultiFieldPanel(
            [
                "starts_at",
                "ends_at",
                FieldPanel("time_zone", widget=TimeZoneSelect),
                "is_cancelled",
            ],
            heading=_("When?"),
        ),
        MultiFieldPanel(["venue", "online_url", "access"], heading=_("Where, and for whom?")),
        "body",
        MultiFieldPanel(["rights", "themes"], heading=_("Where does it lead?")),
    ]
    search_fields = [*TaggedPage.search_fields, index.SearchField("body")]
    api_fields = [
        *TaggedPage.api_fields,
        APIField("starts_at"),
        APIField("ends_at"),
        APIField("time_zone"),
        APIField("venue"),
        APIField("online_url"),
        APIField("body"),
    ]

    override_translatable_fields = [
        *TaggedPage.override_translatable_fields,
        *same("starts_at", "ends_at", "time_zone", "online_url", "is_cancelled"),
    ]

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")

    @property
    def zone(self):
        return ZoneInfo(self.time_zone)

    @property
    def starts_there(self):
        """When it starts, on the clock of the place."""
        return self.starts_at.astimezone(self.zone)

    @property
    def ends_there(self):
        """When it ends on the clock of the place, or None."""
        return self.ends_at.astimezone(self.zone) if self.ends_at else None

    def entry_facts(self):
        return {"starts_at": self.starts_at, "time_zone": self.time_zone, "byline": self.venue}

    def clean(self):
        super().clean()
        if self.time_zone not in time_zone_names():
            raise ValidationError({"time_zone": _("There is no time zone of this name.")})
        if self.ends_at and self.starts_at and self.ends_at <= self.starts_at:
            raise ValidationError({"ends_at": _("An event ends after it starts.")})
