"""Measures how far a text is in each language, for the translation desk.

``measure_page`` writes an Original and its TranslationStates anew. Whatever changes a page, its
sentences, its way through approval or a request calls ``measure_soon``, which measures once, when
the change is saved.
"""

import threading
from functools import partial

from django.db import transaction
from wagtail.models import Page, TaskState
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from uprcities.lib.word_count import count_words

from ..models import BasePage, Entry, Original, Stage, TranslationRequest, TranslationState
from ..models.entry import EntryKind
from ..models.original import Importance
from ..models.translated import EARLIER

#: What a group wants first, before anybody has said otherwise.
FIRST = {EntryKind.HOME, EntryKind.CITY, EntryKind.OUTCOME, EntryKind.FINDING}


def measure_soon(translation_key):
    """Measure a page (by its translation key) when what happens now is saved, however often asked."""
    key = str(translation_key)
    _waiting.keys.add(key)
    transaction.on_commit(partial(_measure_once, key))


class _Waiting(threading.local):
    """Pages that changed since they were last measured, as this thread knows."""

    def __init__(self):
        self.keys = set()


_waiting = _Waiting()


def _measure_once(key):
    if key in _waiting.keys:
        _waiting.keys.discard(key)
        measure_page(key)


def measure_page(translation_key):
    """Write down what a page is and how far its languages are; forgets it when it is gone."""
    versions = list(
        Page.objects.filter(translation_key=translation_key, alias_of=None)
        .select_related("locale", "content_type")
        .order_by("pk")
    )
    first = next((page for page in _specific(versions) if page.is_original), None)
    if first is None:
        Original.objects.filter(key=translation_key).delete()
        return None
    original = _write_original(first)
    _write_states(original, [page for page in versions if page.pk != first.pk])
    return original


def original_of(page):
    """The Original of a page in any of its languages; measured now where nobody has yet."""
    found = Original.objects.filter(key=str(page.translation_key)).select_related("page").first()
    return found or measure_page(page.translation_key)


def _specific(versions):
    pages = (page.specific for page in versions)
    return [page for page in pages if isinstance(page, BasePage) and not page.is_template]


def _write_original(page):
    told = {
        "kind": page.entry_kind,
        "language": page.locale.language_code,
        "title": page.draft_title or page.title,
        "city": page.city,
        "page": page,
        "is_public": page.live,
        "tells_testimony": bool(getattr(page, "testimony_id", None)),
        "words": _words_of(page),
        "changed_at": page.words_changed_at or page.latest_revision_created_at,
    }
    told = {name: value for name, value in told.items() if value is not None or name == "city"}
    importance = Importance.FIRST if page.entry_kind in FIRST else Importance.SOON
    original, _is_new = Original.objects.update_or_create(
        key=str(page.translation_key),
        defaults=told,
        create_defaults=told | {"importance": importance},
    )
    return original


def _words_of(page):
    """As many as a translator would have to turn; of a page never asked for, read from it."""
    segments = StringSegment.objects.filter(source__object_id=page.translation_key)
    strings = list(segments.values_list("string__data", flat=True))
    if strings:
        return sum(map(count_words, strings))
    from wagtail_localize.segments.extract import extract_segments
    from wagtail_localize.segments.types import StringSegmentValue

    found = (value for value in extract_segments(page) if isinstance(value, StringSegmentValue))
    return sum(count_words(value.string.data) for value in found)


def _write_states(original, versions):
    """The rows of a text’s languages, as they are now: a few questions for all of them."""
    requests = {r.language: r for r in TranslationRequest.objects.open().filter(original=original)}
    pages = {page.locale.language_code: page for page in versions}
    entries = {e.language: e for e in Entry.objects.filter(translation_key=original.key)}
    counts = counts_by_language(original.key)
    in_review = set(
        TaskState.objects.filter(
            status=TaskState.STATUS_IN_PROGRESS,
            workflow_state__object_id__in=[str(page.pk) for page in versions],
        ).values_list("workflow_state__object_id", flat=True)
    )
    known = {state.language: state for state in original.states.all()}
    for language in set(requests) | set(pages):
        request, page = requests.get(language), pages.get(language)
        state = known.pop(language, None) or TranslationState(original=original, language=language)
        state.request, state.page = request, page
        state.person = request.person if request else None
        state.strings, state.strings_missing, state.strings_behind, state.words_left = counts.get(
            language, (0, 0, 0, original.words if page is None else 0)
        )
        state.stage = _stage(page, request, entries.get(language), entries, state, in_review)
        state.save()
    TranslationState.objects.filter(pk__in=[state.pk for state in known.values()]).delete()


def _stage(page, request, entry, entries, state, in_review):
    if page is None:
        return Stage.REQUESTED
    if str(page.pk) in in_review:
        return Stage.IN_REVIEW
    if entry:
        first = next((e for e in entries.values() if e.is_original), None)
        is_behind = entry.is_behind(first) or state.strings_behind or state.strings_missing
        return Stage.BEHIND if is_behind else Stage.LIVE
    if request and not request.person_id:
        return Stage.REQUESTED
    return Stage.IN_WORK


def counts_by_language(translation_key):
    """``{code: (strings, missing, behind, words left)}`` of a page turned sentence by sentence."""
    segments = list(
        StringSegment.objects.filter(source__object_id=translation_key)
        .select_related("string")
        .order_by("order")
    )
    sentences = {(s.context_id, s.string_id): s.string.data for s in segments}
    done = {}
    found = StringTranslation.objects.filter(context__object_id=translation_key, has_error=False)
    for words in found.values_list("locale", "context", "translation_of", "translation_type"):
        done[words[:3]] = words[3]
    languages = Translation.objects.filter(source__object_id=translation_key, enabled=True)
    counts = {}
    for locale, code in languages.values_list("target_locale", "target_locale__language_code"):
        made = {key: done.get((locale, *key)) for key in sentences}
        left = [key for key, how in made.items() if how in (None, EARLIER)]
        counts[code] = (
            len(sentences),
            sum(how is None for how in made.values()),
            sum(how == EARLIER for how in made.values()),
            sum(count_words(sentences[key]) for key in left),
        )
    return counts
