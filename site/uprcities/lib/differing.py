"""Two versions of a sentence, word by word, as people compare them."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

_WORD = (
    r"[^\W_]+(?:(?:[’'ʼ\-\u0640]|(?<=\d)[.,:](?=\d))[^\W_]+)*[\u0300-\u036f\u064b-\u065f\u0670]*"
)
_PARTS = re.compile(rf"\s+|{_WORD}|.", re.DOTALL)
#: Of a stretch that stayed the same, this many signs beside a change are enough to find one’s place.
_AROUND = 60


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


def shortened(pieces):
    """The same Pieces with the middle of every long stretch that did not change left out."""
    last = len(pieces) - 1
    return [
        Piece(_around(piece.text, number == 0, number == last))
        if not piece.is_changed and len(piece.text) > 3 * _AROUND and last
        else piece
        for number, piece in enumerate(pieces)
    ]


def _around(text, is_first, is_last):
    """What stands beside the changes before and after a stretch, cut between words where it can be."""
    begin = text[:_AROUND].rpartition(" ")[0] or text[:_AROUND]
    end = text[-_AROUND:].partition(" ")[2] or text[-_AROUND:]
    return f"{'' if is_first else begin + ' '}…{'' if is_last else ' ' + end}"


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
