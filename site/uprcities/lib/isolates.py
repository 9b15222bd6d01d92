"""Keeps codes and Latin names in order where the text around them runs from right to left."""

import re

from .markup import change_words

LETTER = "A-Za-zÀ-ÖØ-öø-ɏ"
SIGN = f"0-9{LETTER}"
PART = r"(?:\([0-9A-Za-z]{1,5}\))*"
WORD = rf"[{SIGN}]+(?:[-./:_@+’'][{SIGN}]+)*{PART}"
NAME = rf"(?=[0-9./:+-]*[{LETTER}]){WORD}"
CODE = rf"[0-9]+(?:[-./:][0-9]+)+{PART}"
GAP = "(?: ?&amp; ?|’?[.,;:]?[ \u00a0]|[ \u00a0][–—§¶][ \u00a0])"
IN_BRACKETS = rf"\({WORD}(?:{GAP}{WORD})*\)"
RUN = re.compile(rf"(?<![{SIGN}&#])(?:{NAME}(?:{GAP}(?:{IN_BRACKETS}|{WORD}))*|{CODE})")


def with_isolates(html):
    """Safe HTML in which every Latin name and every code, such as 2024-0770, stands apart.

    Without it a right-to-left text shows 2024-0770 as 0770-2024. A plain number needs nothing.
    """
    return change_words(html, lambda words: RUN.sub(_apart, words), _stands_apart)


def _apart(found):
    return f'<bdi dir="ltr">{found[0]}</bdi>'


def _stands_apart(tag):
    return tag.lower().startswith(("<bdi", "<code")) or 'dir="ltr"' in tag
