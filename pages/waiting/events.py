"""Days on which a group meets people."""

from zoneinfo import ZoneInfo

from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..models import EventPage
from .ahead import AHEAD, urgency_of
from .line import Kind
from .page_rows import day_of, line_of, rows

EVENTS = Kind("events", _("Events"), _("Within 60 days."))
KINDS = [EVENTS]


def rows_for(person):
    now = timezone.now()
    coming = person.pages("add", EventPage).filter(
        translation_made="", is_cancelled=False, starts_at__range=(now, now + AHEAD)
    )
    yield rows(coming, EVENTS, F("starts_at"), F("time_zone"))


def lines_from(found, kind, person):
    for row in found:
        day = day_of(row.when, ZoneInfo(row.note))
        yield line_of(row, kind, person, when=day, urgency=urgency_of(day, timezone.localdate()))
