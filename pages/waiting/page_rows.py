"""Work on pages: each kind says which pages it means, and one question finds them all."""

from datetime import UTC, datetime
from typing import NamedTuple

from django.db.models import BigIntegerField, CharField, DateTimeField, OuterRef, TextField, Value
from django.db.models.functions import Cast
from django.urls import reverse_lazy
from django.utils import timezone
from wagtail.models import get_default_page_content_type

from ..languages import tongue
from .line import Line, Urgency

NOTHING = Cast(Value(None), DateTimeField())


class Row(NamedTuple):
    """A page that waits, as the database answers; ``note`` is for its own kind to read."""

    kind: str
    pk: int
    title: str
    path: str
    language: str
    when: datetime | None
    note: str


def rows(pages, kind, when=NOTHING, note=""):
    """These pages as Rows of a kind, to be united with those of other kinds."""
    note = note if hasattr(note, "resolve_expression") else Value(note)
    return (
        pages.order_by()
        .annotate(
            row_kind=Cast(Value(kind.name), TextField()),
            row_when=when,
            row_note=Cast(note, TextField()),
        )
        .values_list(
            "row_kind", "pk", "draft_title", "path", "locale__language_code", "row_when", "row_note"
        )
    )


def line_of(row, kind, person, **facts):
    """A Line that leads to the page’s editor."""
    facts.setdefault("address", reverse_lazy("wagtailadmin_pages:edit", args=[row.pk]))
    facts.setdefault("when", row.when and day_of(row.when))
    facts.setdefault("urgency", Urgency.SOON)
    return Line(
        kind=kind,
        about=facts.pop("about", row.title),
        city=person.city_of(row.path),
        tongue=tongue(row.language),
        **facts,
    )


def day_of(moment, zone=None):
    """The day of a moment on the clock of a zone, or on the person’s own."""
    return timezone.localdate(moment if moment.tzinfo else moment.replace(tzinfo=UTC), zone)


def about_pages(records):
    """Of revisions or workflow states, those that are about pages."""
    return records.filter(base_content_type=get_default_page_content_type())


def page_ids(records, path="object_id"):
    """The ids of the pages that such records are about, for a subquery."""
    return records.annotate(about_page=Cast(path, BigIntegerField())).values("about_page")


def this_page():
    """The page of the query around, as such records write its id."""
    return Cast(OuterRef("pk"), CharField())
