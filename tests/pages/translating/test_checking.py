"""What catches the eye in a translated sentence, and what does not."""

import pytest

from pages.translating import checking


@pytest.mark.parametrize(
    ("source", "target", "is_lacking"),
    [
        ("It is so.", "Así es", True),
        ("It is so.", "Así es.", False),
        ("Is it so?", "هل هو كذلك؟", False),
        ("It is so.", "就是这样。", False),
        ("“It is so.”", "«Así es.»", False),
        ("A title", "Un título", False),
    ],
)
def test_the_end_of_a_sentence(source, target, is_lacking):
    assert checking.lacks_its_end(source, target) is is_lacking


@pytest.mark.parametrize(
    ("text", "is_latin"),
    [("نعم, هذا صحيح", True), ("لماذا?", True), ("نعم، لماذا؟", False), ("1,000 دولار", False)],
)
def test_latin_marks_in_arabic(text, is_latin):
    assert checking.has_latin_marks(text) is is_latin


@pytest.mark.parametrize(
    ("text", "is_narrow"),
    [
        ("是的,没错", True),
        ("为什么?", True),
        ("结束.", True),
        ("是的，没错。", False),
        ("见 un.org 网站", False),
        ("人权(1966)", True),
    ],
)
def test_narrow_marks_in_chinese(text, is_narrow):
    assert checking.has_narrow_marks(text) is is_narrow


@pytest.mark.parametrize(
    ("source", "target", "lost"),
    [
        ("In 2024", "في عام ٢٠٢٤", []),
        ("1,000 people", "1 000 personas", []),
        ("1,000 people", "1\u202f000 personnes", []),
        ("12.5 per cent", "12,5 por ciento", []),
        ("In 2024, 17 people", "En 2024", ["17"]),
        ("9 of them", "nueve", []),
    ],
)
def test_numbers(source, target, lost):
    assert checking.missing_numbers(source, target) == lost


def test_two_spaces():
    assert checking.has_double_spaces("a  b")
    assert not checking.has_double_spaces("a b ")


def test_an_empty_field_has_no_faults():
    assert checking.hints_on("In 2024.", "", "es") == []
