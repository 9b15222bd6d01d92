"""Counts the sentences and words of a page, and what is left of them in each language."""

from functools import cached_property

from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource
from wagtail_localize.segments.extract import extract_segments
from wagtail_localize.segments.types import StringSegmentValue

from uprcities.lib.word_count import count_words

from ..models.made import EARLIER
from ..models.sentences import may_hide, paths_for_others, withheld_paths


def words_in(page):
    """How many words a page has that was never asked for in another language; no query."""
    found = (value for value in extract_segments(page) if isinstance(value, StringSegmentValue))
    return sum(count_words(value.string.data) for value in found)


class Sentences:
    """The sentences of one page as translators got them; none while nobody asked for it.

    ``key`` is the page’s translation key. One question, and four more for ``counts``.
    """

    def __init__(self, key):
        self.key = key

    def __bool__(self):
        return bool(self._segments)

    def texts(self):
        return [text for _context, _string, text, _path in self._segments]

    def counts(self):
        """``{language code: (sentences, missing, behind, words left)}``.

        Only languages that are turned sentence by sentence; a page that goes on in one form, or
        began as a copy, has no sentences of its own.
        """
        if not self._segments:
            return {}
        found = Translation.objects.filter(source__object_id=self.key, enabled=True)
        languages = found.values_list("target_locale", "target_locale__language_code")
        done = self._done() if languages else {}
        hidden = self._hidden([code for _locale, code in languages])
        return {code: self._count(locale, done, hidden[code]) for locale, code in languages}

    def _hidden(self, codes):
        """``{language code: beginnings of paths}`` of what its readers do not see; mostly nothing."""
        source = codes and TranslationSource.objects.filter(may_hide(), object_id=self.key).first()
        if not source:
            return dict.fromkeys(codes, ())
        withheld = withheld_paths(source)
        return {code: (*withheld, *paths_for_others(source, code)) for code in codes}

    def _count(self, locale, done, hidden):
        texts = {
            (context, string): text
            for context, string, text, path in self._segments
            if not path.startswith(hidden)
        }
        made = {place: done.get((locale, *place)) for place in texts}
        left = [texts[place] for place, how in made.items() if how in (None, EARLIER)]
        behind = sum(how == EARLIER for how in made.values())
        return len(texts), len(left) - behind, behind, sum(map(count_words, left))

    def _done(self):
        found = StringTranslation.objects.filter(
            context__object_id=self.key, has_error=False
        ).values_list("locale", "context", "translation_of", "translation_type")
        return {place: how for *place, how in found for place in [tuple(place)]}

    @cached_property
    def _segments(self):
        segments = StringSegment.objects.filter(source__object_id=self.key).order_by("order")
        return list(segments.values_list("context", "string", "string__data", "context__path"))
