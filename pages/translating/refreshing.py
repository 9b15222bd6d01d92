"""Reads originals again whose page type has learnt new fields since they were last read.

The translation package reads an original when somebody asks for it; a field or a block that is
added later stays out of its translators' sight, and the package says nothing of it as long as the
text itself stays the same.
"""

from django.core.exceptions import ObjectDoesNotExist
from wagtail_localize.models import StringSegment, TranslationSource
from wagtail_localize.segments.extract import extract_segments
from wagtail_localize.segments.types import StringSegmentValue

from ..models import BasePage
from .carrying import follow_new_words
from .measuring import measure_soon


def refresh_sources(dry_run=False):
    """Read again what is out of date, keeping what was translated; returns the pages it was."""
    stale = [page for page in _originals() if _is_out_of_date(page)]
    for page in [] if dry_run else stale:
        follow_new_words(page)
        measure_soon(page.translation_key)
    return stale


def _originals():
    for source in TranslationSource.objects.select_related("specific_content_type").iterator():
        try:
            page = source.get_source_instance()
        except ObjectDoesNotExist:  # deleted since; its sentences go with it
            continue
        if isinstance(page, BasePage):
            yield page


def _is_out_of_date(page):
    """Whether translators are shown other sentences than the page has."""
    segments = StringSegment.objects.filter(
        source__object_id=page.translation_key, source__locale=page.locale_id
    )
    known = set(segments.values_list("context__path", "string__data"))
    said = {
        (found.path, found.string.data)
        for found in extract_segments(page)
        if isinstance(found, StringSegmentValue) and not found.is_empty()
    }
    return known != said
