"""Days in a city’s profile by which something must be sent."""

import json
from datetime import date

from django.db.models import TextField
from django.db.models.functions import Cast, Length
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from ..models import CityProfilePage
from .ahead import AHEAD, urgency_of
from .line import Kind
from .page_rows import line_of, rows

DEADLINES = Kind("deadlines", _("Deadlines"), _("In the city’s profile, within 60 days."))
KINDS = [DEADLINES]


def rows_for(person):
    words = Cast("deadlines", TextField())
    profiles = person.pages("add", CityProfilePage).alias(size=Length(words))
    yield rows(profiles.filter(size__gt=len("[]")), DEADLINES, note=words)


def lines_from(found, kind, person):
    """Each deadline once, in the language of the admin where the profile has one."""
    today = timezone.localdate()
    for row in _one_for_each_city(found, person):
        for day, words in _deadlines_in(row):
            if today <= day <= today + AHEAD:
                urgency = urgency_of(day, today)
                yield line_of(row, kind, person, about=words, when=day, urgency=urgency)


def _one_for_each_city(found, person):
    best = {}
    for row in found:
        if row.language == get_language() or person.city_of(row.path) not in best:
            best[person.city_of(row.path)] = row
    return best.values()


def _deadlines_in(row):
    for block in json.loads(row.note):
        value = block.get("value") or {}
        if value.get("date"):
            yield date.fromisoformat(value["date"]), value.get("words", "")
