"""Marks in a text the words that were asked for, as they stand there: escaped, in <mark>."""

import re
from functools import lru_cache

from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe

from .languages import tongue
from .page_words import NAMES_FOLLOW
from .search_words import HAN, kept_word, question_words, words_of

#: A run of Chinese, or a word with the accents and vowels written on it.
MARKS = r"\u0300-\u036f\u0640\u064b-\u065f\u0670"
SPOKEN = re.compile(rf"[{HAN}]+|[^\W_{HAN}](?:[^\W_{HAN}]|[{MARKS}])*")
IS_HAN = re.compile(rf"[{HAN}]")
EXCERPT = 260
CHINESE_EXCERPT = 110
BEFORE = 70
LEFT_TO_RIGHT, RIGHT_TO_LEFT = "\u200e", "\u200f"


def highlight(text, question, language):
    """The whole text, escaped, with the asked words marked."""
    return _directed(_marked(text, _spans(text, question, language)), language)


def excerpt(entry, question):
    """A passage of a page that says the asked words, or "" where only its title does."""
    best = max(_passages(entry, question), key=lambda found: found[0], default=None)
    return _directed(best[1], entry.language) if best else ""


def _passages(entry, question):
    """(how many of the words it says exactly and at all, the passage) for each part of a page."""
    for part in entry.words.partition(NAMES_FOLLOW)[0].split("\n"):
        spans = _spans(part, question, entry.language)
        if spans:
            start, end = _window(part, spans)
            inside = [(a - start, b - start) for a, b in spans if a >= start and b <= end]
            said = {part[a:b].casefold() for a, b in spans if a >= start and b <= end}
            exactly = said.intersection(words_of(question))
            yield (
                (len(exactly), len(said)),
                _framed(_marked(part[start:end], inside), start, end, len(part)),
            )


def _spans(text, question, language):
    """Where the asked words stand, as (start, end) in order."""
    asked = set(question_words(question, language))
    spans = []
    for found in SPOKEN.finditer(text):
        if IS_HAN.match(found.group()):
            spans += _chinese_spans(found, asked, language)
        elif asked.intersection(_kept(found.group(), language)):
            spans.append(found.span())
    return spans


@lru_cache(maxsize=20_000)
def _kept(word, language):
    return question_words(word, language)


def _chinese_spans(found, asked, language):
    run, marked = found.group(), set()
    for place in range(len(run)):
        for length in (1, 2):
            if kept_word(run[place : place + length], language) in asked:
                marked.update(range(place, min(place + length, len(run))))
    offset = found.start()
    return [(offset + first, offset + last + 1) for first, last in _runs(sorted(marked))]


def _runs(places):
    """Numbers that follow each other as (first, last)."""
    runs = []
    for place in places:
        if runs and runs[-1][1] == place - 1:
            runs[-1] = (runs[-1][0], place)
        else:
            runs.append((place, place))
    return runs


def _window(text, spans):
    """The part of a text to show: around the first of the words asked for."""
    length = CHINESE_EXCERPT if IS_HAN.search(text) else EXCERPT
    if len(text) <= length:
        return 0, len(text)
    start = max(0, min(spans[0][0] - BEFORE, len(text) - length))
    end = max(start + length, spans[0][1])
    if start and " " in text[start : spans[0][0]]:
        start = text.index(" ", start) + 1
    if end < len(text) and " " in text[spans[0][1] : end]:
        end = text.rindex(" ", 0, end)
    return start, end


def _marked(text, spans):
    pieces, done = [], 0
    for start, end in spans:
        pieces += [(text[done:start], text[start:end])]
        done = end
    marked = format_html_join("", "{}<mark>{}</mark>", pieces)
    return format_html("{}{}", marked, text[done:])


def _directed(marked, language):
    """A sign in front that nobody sees: a passage may begin with a word of another script."""
    sign = RIGHT_TO_LEFT if tongue(language).direction == "rtl" else LEFT_TO_RIGHT
    return mark_safe(f"{sign}{marked}")


def _framed(marked, start, end, length):
    return mark_safe(f"{'… ' if start else ''}{marked}{' …' if end < length else ''}")
