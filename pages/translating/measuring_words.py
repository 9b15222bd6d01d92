"""Measures how far the words of pictures, treaties and their like are, for the translation desk.

Here a translation has no draft and waits for nobody: what is written is what readers get. So a
language has all of a text, or some of it, or words made from what the original said before.
"""

from collections import defaultdict

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from uprcities.lib.word_count import count_words

from ..models import FollowedWords, Original, OtherKind, Stage, TranslationRequest, TranslationState
from ..models.original import Importance
from .other_texts.following import follow
from .other_texts.interface import read_interface
from .other_texts.labels import LABELS, read_all_labels
from .other_texts.pictures import read_pictures
from .other_texts.rows import write_rows

#: What a group wants first, before anybody has said otherwise.
IMPORTANCE = dict.fromkeys(LABELS, Importance.LATER)  # they come in all languages
TOLD = ("language", "title", "city_id", "is_public", "tells_testimony", "words")
COUNTED = ("stage", "request_id", "person_id", "strings", "strings_missing", "strings_behind")
STATE = (*COUNTED, "words_left")


def measure_other_texts():
    """Measure pictures, treaties and their like, and our own words; returns how many there are."""
    return measure_all_pictures() + measure_labels() + measure_interface()


def measure_all_pictures():
    return _measure(list(read_pictures()), Original.objects.filter(kind=OtherKind.PICTURE))


def measure_labels():
    return _measure(list(read_all_labels()), Original.objects.filter(kind__in=LABELS))


def measure_interface():
    return _measure(list(read_interface()), Original.objects.filter(kind=OtherKind.INTERFACE))


def measure_pictures(pks):
    """Measure the pictures with these ids; returns how many of them are on the desk."""
    keys = [f"{OtherKind.PICTURE}-{pk}" for pk in pks]
    return _measure(list(read_pictures(pks)), Original.objects.filter(key__in=keys))


def measure_other_text(original):
    """Measure one Original that is no page, as when it was asked for or taken."""
    kind, _dash, number = original.key.partition("-")
    if kind == OtherKind.PICTURE:
        return measure_pictures([int(number)])
    return measure_interface() if kind == OtherKind.INTERFACE else measure_labels()


@transaction.atomic
def _measure(texts, known):
    """Make the rows say what the texts say; as many queries for one text as for thousands."""
    originals = _write_originals(texts, known)
    ids = [original.pk for original in originals.values()]
    # Our own words change with the code, under another key.
    changing = [text for text in texts if text.kind != OtherKind.INTERFACE]
    followed = follow(changing, originals, _by_original(FollowedWords, ids))
    requests = _by_original(TranslationRequest.objects.open(), ids)
    _write_states(texts, originals, followed, requests, _by_original(TranslationState, ids))
    return len(texts)


def _write_originals(texts, known):
    """``{key: Original}``; an original whose text is gone goes too."""
    now, found = timezone.now(), {original.key: original for original in known}
    wanted, changed = {}, []
    for text in texts:
        original = found.pop(text.key, None) or Original(
            key=text.key, kind=text.kind, importance=IMPORTANCE.get(text.kind, Importance.SOON)
        )
        told = _told(text)
        if any(getattr(original, name) != value for name, value in told.items()):
            for name, value in told.items():
                setattr(original, name, value)
            original.changed_at = now
            changed.append(original)
        wanted[text.key] = original
    write_rows(Original, changed, (*TOLD, "changed_at"), gone=found.values())
    return wanted


def _told(text):
    told = {name: getattr(text, name) for name in TOLD if name != "words"}
    return told | {"words": sum(map(count_words, text.source.values()))}


def _by_original(rows, ids):
    """``{original id: [row]}``; of a whole kind of text all rows are read at once."""
    rows = getattr(rows, "objects", rows)
    found = rows.filter(original__in=ids) if len(ids) < 100 else rows.filter(original__page=None)
    grouped = defaultdict(list)
    for row in found:
        grouped[row.original_id].append(row)
    return grouped


def _write_states(texts, originals, followed, requests, known):
    codes = {code for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES}
    changed, gone = [], []
    for text in texts:
        original = originals[text.key]
        open_requests = {request.language: request for request in requests[original.pk]}
        rows = {state.language: state for state in known[original.pk]}
        for language in (text.languages() | set(open_requests)) & codes - {text.language}:
            state = rows.pop(language, None) or TranslationState(
                original_id=original.pk, language=language
            )
            origins = followed[original.pk, language]
            if _measure_state(state, text, origins, open_requests.get(language)):
                changed.append(state)
        gone += rows.values()
    write_rows(TranslationState, changed, STATE, gone)


def _measure_state(state, text, origins, request):
    """Count one language; says whether anything is new. A request that is fulfilled is closed."""
    said, source = text.in_language(state.language), text.source
    missing = {name for name in source if not said[name]}
    behind = {name for name in set(source) - missing if _is_behind(origins, name, source)}
    stage = _stage(len(source), len(missing), len(behind), request)
    if request and stage == Stage.LIVE:
        request.closed_at = timezone.now()
        request.save(update_fields=["closed_at"])
        request = None
    values = {
        "stage": stage,
        "request_id": request and request.pk,
        "person_id": request and request.person_id,
        "strings": len(source),
        "strings_missing": len(missing),
        "strings_behind": len(behind),
        "words_left": sum(count_words(source[name]) for name in missing | behind),
    }
    before = {name: getattr(state, name) for name in values}
    for name, value in values.items():
        setattr(state, name, value)
    return state.pk is None or before != values


def _is_behind(origins, name, source):
    return name in origins and origins[name].is_behind(source[name])


def _stage(number, missing, behind, request):
    if missing == number:
        return Stage.IN_WORK if request and request.person_id else Stage.REQUESTED
    return Stage.BEHIND if missing or behind else Stage.LIVE
