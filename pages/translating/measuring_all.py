"""Measures every text anew, for upgrades."""

from wagtail.models import Page

from .measuring_words import measure_other_texts
from .page_measure import measure_page

BATCH = 500


def measure_all():
    """Measure all texts; returns (measured, skipped): those that are nothing to translate.

    Keeps no more than one batch of keys in memory, and holds no question open meanwhile.
    """
    measured = skipped = 0
    for key in _keys():
        if measure_page(key):
            measured += 1
        else:
            skipped += 1
    return measured + measure_other_texts(), skipped


def _keys():
    """Every translation key of a page once, in order, a batch at a time."""
    last = None
    while True:
        pages = Page.objects.filter(depth__gt=1, alias_of=None).order_by("translation_key")
        pages = pages.filter(translation_key__gt=last) if last else pages
        keys = list(pages.values_list("translation_key", flat=True).distinct()[:BATCH])
        if not keys:
            return
        yield from keys
        last = keys[-1]
