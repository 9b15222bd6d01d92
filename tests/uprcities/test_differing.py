"""Two versions of a sentence, word by word."""

from uprcities.lib.differing import Piece, differing, shortened


def changed(pieces):
    return [piece.text for piece in pieces if piece.is_changed]


def test_words_are_compared_and_not_letters():
    before, after = differing("Nine in ten have 7,000.", "Eight in ten have 8,000.")

    assert changed(before) == ["Nine", "7,000"]
    assert changed(after) == ["Eight", "8,000"]


def test_chinese_is_compared_sign_by_sign():
    before, after = differing("十人中有九人", "十人中有八人", by_sign=True)

    assert (changed(before), changed(after)) == (["九"], ["八"])


def test_nothing_of_either_is_lost():
    texts = "A b  c, d’e.", "A x  c; d’f — بيتٌ"
    for text, pieces in zip(texts, differing(*texts), strict=True):
        assert "".join(piece.text for piece in pieces) == text


def test_what_stayed_the_same_is_left_out_in_the_middle():
    same = "word " * 100
    before, _after = differing(f"Nine {same}end", f"Eight {same}end")

    short = shortened(before)

    assert short[0] == Piece("Nine", True)
    assert len(short[1].text) < 80
    assert short[1].text.endswith("…")
