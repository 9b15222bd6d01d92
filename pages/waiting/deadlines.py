"""Days in a city’s profile by which something must be sent."""

import json
from collections import Counter
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
    """Each deadline once, in the language of the admin where a profile has it in that."""
    today = timezone.localdate()
    for (_city, day, _place), (row, words) in _once(found, person).items():
        if today <= day <= today + AHEAD:
            urgency = urgency_of(day, today)
            yield line_of(row, kind, person, about=words, when=day, urgency=urgency)


def _once(found, person):
    """Translations of a profile tell the same deadlines: those of one day in the same order."""
    once = {}
    for row in sorted(found, key=lambda row: row.language != get_language()):
        place = Counter()
        for day, words in _deadlines_in(row):
            place[day] += 1
            once.setdefault((person.city_of(row.path), day, place[day]), (row, words))
    return once


def _deadlines_in(row):
    for block in json.loads(row.note):
        value = block.get("value") or {}
        if value.get("date"):
            yield date.fromisoformat(value["date"]), value.get("words", "")
