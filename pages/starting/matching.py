"""The same sentence in two languages: found by where it stands in pages that were made alike."""

from wagtail_localize.models import StringSegment, StringTranslation, Translation
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

#: Said of words that nobody translated for this page: they were there from the beginning.
TOOL = "template"


def words_of(page):
    """``{(path, number within the path): words}`` of what a translator would be given."""
    words, seen = {}, {}
    for segment in extract_segments(page):
        if isinstance(segment, StringSegmentValue):
            number = seen[segment.path] = seen.get(segment.path, -1) + 1
            words[segment.path, number] = segment.string.data
    return words


def own_words_of(page):
    """The same, without the sentences that still stand in the language of the original."""
    translation = Translation.objects.filter(
        source__object_id=page.translation_key, target_locale=page.locale_id, enabled=True
    ).first()
    words = words_of(page)
    if translation is None or page.is_original:
        return words
    segments = StringSegment.objects.filter(source_id=translation.source_id)
    missing = segments.annotate_translation(translation.target_locale).filter(translation=None)
    original = {(row.context.path, row.string.data) for row in missing.select_related()}
    return {key: data for key, data in words.items() if (key[0], data) not in original}


def pairs(before, after):
    """``{(path, words before): words after}`` for what both versions of a page say."""
    return {(key[0], data): after[key] for key, data in before.items() if key in after}


def keep(source, locale, known):
    """Write down translations for a page’s sentences, where ``known`` has them; returns how many.

    ``known`` is ``{(path, sentence): translation}``. What a person wrote stays as it is.
    """
    segments = StringSegment.objects.filter(source=source).select_related("context", "string")
    wanted = {
        (segment.context_id, segment.string_id): known[segment.context.path, segment.string.data]
        for segment in segments
        if known.get((segment.context.path, segment.string.data))
    }
    there = StringTranslation.objects.filter(locale=locale, context__object_id=source.object_id)
    for key in there.values_list("context_id", "translation_of_id"):
        wanted.pop(key, None)
    StringTranslation.objects.bulk_create(
        StringTranslation(
            context_id=context,
            translation_of_id=string,
            locale=locale,
            data=data,
            translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL,
            tool_name=TOOL,
        )
        for (context, string), data in wanted.items()
    )
    return len(wanted)
