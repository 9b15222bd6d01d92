"""Where the links of a page lead for the readers of one language."""

import json
from dataclasses import dataclass

from wagtail.whitelist import check_url
from wagtail_localize.models import OverridableSegment, SegmentOverride

#: More than any browser opens.
LONGEST = 2000


@dataclass(frozen=True)
class Link:
    """An address that the original names, and the one that readers of this language get."""

    pk: int
    address: str
    value: str = ""  # "" where it is the same


class UnsafeAddressError(ValueError):
    """An address that nobody should be sent to."""


def links_of(sheet):
    """The Links of a page’s sheet in the order of the text; none for anything else (two queries)."""
    translation = getattr(sheet, "translation", None)
    if translation is None:
        return []
    segments = list(
        OverridableSegment.objects.filter(source=translation.source_id).order_by("order", "pk")
    )
    changed = SegmentOverride.objects.filter(
        locale=translation.target_locale_id, context__in=[s.context_id for s in segments]
    )
    values = {one.context_id: one.data for one in changed} if segments else {}
    return [
        Link(segment.pk, segment.data, str(values.get(segment.context_id, "")))
        for segment in segments
        if isinstance(segment.data, str) and segment.data
    ]


def point_link(sheet, pk, value, user):
    """Lead readers of this language elsewhere; an empty value leads them where the original does.

    LookupError when the page has no such link; UnsafeAddressError for a script and the like.
    """
    if pk not in {link.pk for link in links_of(sheet)}:
        raise LookupError(pk)
    segment = OverridableSegment.objects.get(pk=pk)
    place = {"locale_id": sheet.translation.target_locale_id, "context_id": segment.context_id}
    if not value:
        SegmentOverride.objects.filter(**place).delete()
    elif len(value) > LONGEST or "\0" in value or not check_url(value):
        raise UnsafeAddressError(value)
    else:
        told = {"data_json": json.dumps(value), "last_translated_by": user}
        SegmentOverride.objects.update_or_create(**place, defaults=told)
