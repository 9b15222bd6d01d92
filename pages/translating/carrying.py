"""Keeps what was translated when the original is corrected.

The package we build on forgets the translation of a sentence as soon as a comma in it moves, and
shows the original in its place. Here the earlier translation stays, marked as older than its
original, until a person looks at it.
"""

import json
from difflib import SequenceMatcher

from django.utils.translation import gettext, override
from wagtail_localize.models import StringSegment, StringTranslation, TranslationSource

from ..models import EarlierWording
from ..models.made import EARLIER

#: Below this likeness two sentences of one paragraph are taken for different ones.
LIKENESS = 0.5


def follow_new_words(page):
    """Read the words of an original again, carrying its translations over to what changed."""
    source = TranslationSource.objects.get_for_instance_or_none(page)
    if source is None:
        return
    before = _sentences(source)
    changed_at = _words_changed_at(source)
    source.update_from_db()
    pairs = list(_pairs(before, _sentences(source)))
    is_behind = _words_changed_at(source) != changed_at
    for translation in source.translations.select_related("target_locale"):
        _carry(pairs, translation.target_locale, is_behind)


def _sentences(source):
    segments = StringSegment.objects.filter(source=source).select_related("string")
    return list(segments.order_by("order"))


def _words_changed_at(source):
    return json.loads(source.content_json).get("words_changed_at")


def _pairs(before, after):
    """(earlier, new) segments of sentences that were reworded or moved."""
    known = {(segment.context_id, segment.string_id) for segment in before}
    staying = {(segment.context_id, segment.string_id) for segment in after}
    gone = [s for s in before if (s.context_id, s.string_id) not in staying]
    for segment in after:
        if (segment.context_id, segment.string_id) in known:
            continue
        earlier = _closest(segment, gone)
        if earlier:
            gone.remove(earlier)
            yield earlier, segment


def _closest(segment, gone):
    """The vanished sentence that this one most likely was."""
    moved = [candidate for candidate in gone if candidate.string_id == segment.string_id]
    here = [candidate for candidate in gone if candidate.context_id == segment.context_id]
    if moved or len(here) < 2:
        return (moved or here or [None])[0]
    likeness, best = max(((_likeness(c, segment), c) for c in here), key=lambda pair: pair[0])
    return best if likeness >= LIKENESS else None


def _likeness(one, other):
    return SequenceMatcher(None, one.string.data, other.string.data).ratio()


def _carry(pairs, locale, is_behind):
    kept = _translations([earlier for earlier, _new in pairs], locale)
    done = _translations([new for _earlier, new in pairs], locale)
    with override(locale.language_code):
        tool_name = gettext("an earlier version of the original")
    for earlier, new in pairs:
        words = kept.get((earlier.context_id, earlier.string_id))
        if words and (new.context_id, new.string_id) not in done:
            is_older = is_behind and earlier.string_id != new.string_id
            _keep(words, new, is_older, tool_name, *_origin(words, earlier))


def _origin(words, segment):
    """What the translator had read, and who that was; also where it is reworded once more."""
    earlier = getattr(words, "earlier_wording", None)
    if earlier:
        return earlier.words, earlier.made
    return segment.string.data, words.translation_type


def _translations(segments, locale):
    found = StringTranslation.objects.filter(
        locale=locale,
        context_id__in={segment.context_id for segment in segments},
        translation_of_id__in={segment.string_id for segment in segments},
    ).select_related("earlier_wording")
    return {(words.context_id, words.translation_of_id): words for words in found}


def _keep(words, segment, is_behind, tool_name, said, made):
    """``said`` is what the original said when somebody (``made``) wrote the words."""
    kept = StringTranslation.objects.create(
        translation_of_id=segment.string_id,
        context_id=segment.context_id,
        locale_id=words.locale_id,
        data=words.data,
        translation_type=EARLIER if is_behind else words.translation_type,
        tool_name=tool_name if is_behind else words.tool_name,
        last_translated_by_id=words.last_translated_by_id,
    )
    if kept.translation_type == EARLIER:
        EarlierWording.objects.create(translation=kept, words=said, made=made)
