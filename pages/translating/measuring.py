"""Has texts measured that changed: once, when what changed them is saved.

Whatever changes a page, its sentences, its way through approval or a request calls
``measure_soon``. What is then measured stands in ``page_measure``.
"""

import logging
import threading
from contextlib import contextmanager

from django.db import transaction
from wagtail_localize.models import TranslationContext

from ..models import Original
from .page_measure import measure_page

logger = logging.getLogger("uprcities.translating")


def measure_soon(translation_key):
    """Measure a page (by its translation key) once what happens now is saved, however often."""
    key = str(translation_key)
    _waiting.keys.add(key)
    transaction.on_commit(lambda: _measure_once(key), robust=True)


def measure_soon_around(context_id):
    """The same for the page in which a sentence stands: no question for each sentence."""
    _waiting.contexts.add(context_id)
    transaction.on_commit(_measure_contexts, robust=True)


def original_of(page):
    """The Original of a page in any of its languages; measured now where nobody has yet."""
    found = Original.objects.filter(key=str(page.translation_key)).select_related("page").first()
    return found or measure_page(page.translation_key)


@contextmanager
def measured_at_the_end():
    """Measure once after this block what it changes, however many times it saves.

    Trouble is logged: whoever saved a page has saved it.
    """
    if _waiting.is_held:  # a block around this one does it
        yield
        return
    _waiting.is_held = True
    try:
        yield
    finally:
        _waiting.is_held = False
        due, _waiting.due = _waiting.due, set()
        for key in sorted(due):
            try:
                measure_page(key)
            except Exception:
                logger.exception("Text %s could not be measured.", key)


class MeasureOnceMiddleware:
    """One request saves a page many times; it is measured once, after all of them."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        with measured_at_the_end():
            return self.get_response(request)


class _Waiting(threading.local):
    """What changed since it was last measured, as this thread knows."""

    def __init__(self):
        self.keys, self.contexts, self.due = set(), set(), set()
        self.is_held = False


_waiting = _Waiting()


def _measure_once(key):
    if key not in _waiting.keys:
        return
    _waiting.keys.discard(key)
    if _waiting.is_held:
        _waiting.due.add(key)
    else:
        measure_page(key)


def _measure_contexts():
    contexts, _waiting.contexts = _waiting.contexts, set()
    if contexts:
        found = TranslationContext.objects.filter(pk__in=contexts)
        for key in set(found.values_list("object_id", flat=True)):
            _waiting.keys.add(str(key))
            _measure_once(str(key))
