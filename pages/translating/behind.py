"""How far readers of a translation are behind its original: by what they read, not by drafts."""

from wagtail_localize.models import StringSegment, StringTranslation, Translation
from wagtail_localize.strings import StringValue

from ..models import Entry, FollowedSentences
from ..models.made import EARLIER

#: So much of a paragraph finds it on its page.
MOST_SIGNS = 90


def count_behind(translation_key):
    """Write into the entries of a page’s translations how many of its paragraphs are newer.

    Three queries, and one for each translation that readers have.
    """
    Entry.objects.filter(
        translation_key=translation_key, followed=None, paragraphs_behind__isnull=False
    ).update(paragraphs_behind=None, newer_words="")
    versions = FollowedSentences.objects.filter(entry__translation_key=translation_key)
    if not versions:
        return
    said = {_key(segment): segment.string.data for segment in _segments(translation_key)}
    for version in versions:
        known = set(version.sentences)
        newer = [words for key, words in said.items() if key not in known]
        Entry.objects.filter(pk=version.entry_id).update(
            paragraphs_behind=len(newer), newer_words=_beginning(newer[0]) if newer else ""
        )


def carry_followed(translation_key, pairs, is_behind):
    """Sentences that only moved, or were corrected in a small way, are still followed.

    ``pairs`` are (earlier, new) StringSegments.
    """
    same = [
        (_key(earlier), _key(new))
        for earlier, new in pairs
        if not is_behind or earlier.string_id == new.string_id
    ]
    if not same:
        return
    for version in FollowedSentences.objects.filter(entry__translation_key=translation_key):
        known = set(version.sentences)
        version.sentences = sorted(known | {new for earlier, new in same if earlier in known})
        version.save(update_fields=["sentences"])


def note_followed(page, revision):
    """Keep what this version of a translation, published now, was made from."""
    entry = Entry.objects.filter(page=page.pk).first()
    if entry is None:
        return
    sentence_by_sentence = Translation.objects.filter(
        source__object_id=page.translation_key, target_locale=page.locale_id, enabled=True
    )
    if revision is None or not sentence_by_sentence.exists():
        FollowedSentences.objects.filter(entry=entry).delete()
        return
    done = StringTranslation.objects.filter(
        context__object_id=page.translation_key,
        locale=page.locale_id,
        has_error=False,
        updated_at__lte=revision.created_at,
    ).exclude(translation_type=EARLIER)
    keys = done.values_list("context", "translation_of")
    sentences = sorted(f"{context}-{string}" for context, string in keys)
    FollowedSentences.objects.update_or_create(entry=entry, defaults={"sentences": sentences})


def _segments(translation_key):
    segments = StringSegment.objects.filter(source__object_id=translation_key)
    return segments.select_related("string").order_by("order", "pk")


def _key(segment):
    return f"{segment.context_id}-{segment.string_id}"


def _beginning(words):
    """How a sentence begins, cut between two words."""
    text = " ".join(StringValue(words).render_text().split())
    if len(text) <= MOST_SIGNS:
        return text
    begun, _space, _rest = text[:MOST_SIGNS].rpartition(" ")
    return begun or text[:MOST_SIGNS]
