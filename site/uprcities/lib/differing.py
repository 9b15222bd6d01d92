"""Two versions of a sentence, word by word, as people compare them."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

_PARTS = re.compile(
    r"\s+|[^\W_]+(?:[’'ʼ\-\u0640][^\W_]+)*[\u0300-\u036f\u064b-\u065f\u0670]*|.", re.S
)


@dataclass(frozen=True)
class Piece:
    """A stretch of one version, and whether the other one lacks it."""

    text: str
    is_changed: bool = False


def parts_of(text, by_sign=False):
    """A text as words, spaces and marks; every sign for itself in scripts without spaces."""
    return list(text) if by_sign else _PARTS.findall(text)


def differing(before, after, by_sign=False):
    """Two texts as ``([Piece, …], [Piece, …])``; the pieces of each, joined, are the text again."""
    old, new = parts_of(before, by_sign), parts_of(after, by_sign)
    olds, news = [], []
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        _add(olds, "".join(old[a:b]), kind != "equal")
        _add(news, "".join(new[c:d]), kind != "equal")
    return _without_islands(olds), _without_islands(news)


def _add(pieces, text, is_changed):
    if text:
        pieces.append(Piece(text, is_changed))


def _without_islands(pieces):
    """A space that stays between two words that go is not worth a mark of its own."""
    joined = []
    for number, piece in enumerate(pieces):
        is_island = (
            not piece.text.strip()
            and 0 < number < len(pieces) - 1
            and pieces[number - 1].is_changed
            and pieces[number + 1].is_changed
        )
        is_changed = piece.is_changed or is_island
        if joined and joined[-1].is_changed == is_changed:
            joined[-1] = Piece(joined[-1].text + piece.text, is_changed)
        else:
            joined.append(Piece(piece.text, is_changed))
    return joined
