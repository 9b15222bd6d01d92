"""Turns what a file says into what a page field holds."""

import json
import re
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.db import models
from django.utils import timezone
from wagtail.fields import RichTextField, StreamField

REFERENCE = re.compile(r"^(page|image|document):([\w-]+)$")
LINK_TO_PAGE = re.compile(r'href="page:([\w-]+)"')
FROM_NOW = re.compile(r"^\+(\d+)d (\d\d):(\d\d)$")


@dataclass
class Known:
    """What has been made so far, by the names that the files use."""

    pages: dict = field(default_factory=dict)
    images: dict = field(default_factory=dict)
    documents: dict = field(default_factory=dict)

    def find(self, kind, name):
        return getattr(self, f"{kind}s")[name]


def fill(page, values, known):
    """Set the fields of a page; raises KeyError for a reference to something unknown."""
    for name, value in values.items():
        page_field = page._meta.get_field(name)
        setattr(page, name, _value(page_field, value, known, page))


def _value(page_field, value, known, page):
    if isinstance(page_field, StreamField):
        raw = json.dumps(_resolve(value, known), default=str)
        return page_field.to_python(raw)
    if isinstance(page_field, RichTextField):
        return _with_links(value, known)
    if isinstance(page_field, models.ForeignKey):
        return _related(page_field, value, known)
    if isinstance(page_field, models.DateTimeField):
        return _moment(value, page.time_zone if hasattr(page, "time_zone") else None)
    return value.strip() if isinstance(value, str) else value


def _resolve(value, known):
    if isinstance(value, list):
        return [_resolve(item, known) for item in value]
    if isinstance(value, dict):
        return {name: _resolve(item, known) for name, item in value.items()}
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if not isinstance(value, str):
        return value
    reference = REFERENCE.match(value)
    return known.find(*reference.groups()).pk if reference else _with_links(value.strip(), known)


def _with_links(html, known):
    return LINK_TO_PAGE.sub(
        lambda found: f'linktype="page" id="{known.pages[found[1]].pk}"', html or ""
    )


def _related(page_field, value, known):
    if value is None:
        return None
    reference = REFERENCE.match(value)
    if reference:
        found = known.find(*reference.groups())
        return found.page_ptr if reference[1] == "page" else found
    model = page_field.related_model
    name = "reference" if hasattr(model, "reference") else "slug"
    return model.objects.get(**{name: value})


def _moment(value, zone_name):
    zone = ZoneInfo(zone_name) if zone_name else timezone.get_default_timezone()
    if isinstance(value, datetime):
        return value if value.tzinfo else value.replace(tzinfo=zone)
    from_now = FROM_NOW.match(value or "")
    if from_now:
        days, hour, minute = (int(part) for part in from_now.groups())
        moment = timezone.now().astimezone(zone) + timedelta(days=days)
        return moment.replace(hour=hour, minute=minute, second=0, microsecond=0)
    return datetime.fromisoformat(value).replace(tzinfo=zone) if value else None
