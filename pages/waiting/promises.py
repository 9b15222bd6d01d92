"""Promises that a body made, of which nobody has written anything for a while."""

import json
from datetime import UTC, date, timedelta

from django.db.models import DateTimeField, F, Q, TextField
from django.db.models.functions import Cast, Coalesce
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..models import FindingPage
from ..models.finding import FindingStatus
from .line import Kind, Urgency
from .page_rows import line_of, rows

QUIET = timedelta(days=90)
PROMISES = Kind(
    "promises",
    _("Promises to ask about"),
    _(
        "Findings marked as promised or under way, whose status and updates are older than three months."
    ),
)
KINDS = [PROMISES]


def rows_for(person):
    given = person.pages("add", FindingPage).filter(
        Q(status_on=None) | Q(status_on__lte=timezone.localdate() - QUIET),
        live=True,
        translation_made="",
        status__in=[FindingStatus.PROMISED, FindingStatus.UNDER_WAY],
    )
    day = Coalesce(Cast("status_on", DateTimeField()), F("first_published_at"))
    yield rows(given, PROMISES, day, Cast("updates", TextField()))


def lines_from(found, kind, person):
    """The longest silence first: a line’s day is the last one of which something is written."""
    for row in found:
        last = max([row.when.astimezone(UTC).date(), *_days_in(row)]) if row.when else None
        if last and last <= timezone.localdate() - QUIET:
            yield line_of(row, kind, person, when=last, urgency=Urgency.SOON)


def _days_in(row):
    values = [block.get("value") or {} for block in json.loads(row.note)]
    return [date.fromisoformat(value["date"]) for value in values if value.get("date")]
