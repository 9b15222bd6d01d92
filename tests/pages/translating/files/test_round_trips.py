"""What goes out comes back as it was, also when another tool opened and saved it."""

import io

import polib
import pytest
from translate.storage.xliff import xlifffile

from pages.translating.files.po import write_po
from pages.translating.files.reading import read_file
from pages.translating.files.sentence import canonical
from pages.translating.files.weighing import weigh
from pages.translating.files.xliff import write_xliff
from pages.translating.sheets.unit import Unit, UnitStage

from .words import WORDS


@pytest.fixture(params=sorted(WORDS))
def sheet(request, paper):
    """Every kind of words, as source and as target, in sentences of every stage."""
    words = WORDS[request.param]
    return paper(
        Unit("1-1", "Summary", words),
        Unit("1-2", "Summary", f"x{words}", words, UnitStage.DONE),
        Unit("1-3", "Place “x”", words, "plain", UnitStage.BEHIND, words, limit=255),
        Unit("1-4", "", "plain", words, UnitStage.MACHINE, made="machine"),
        language="ar",
    )


def told(sentences):
    return {s.key: (canonical(s.source), canonical(s.target)) for s in sentences}


def expected(sheet):
    return {u.key: (canonical(u.source), canonical(u.target)) for u in sheet.units()}


def require_same(sheet, content):
    [brought] = read_file(content)
    assert brought.identity == sheet.identity
    assert told(brought.sentences) == expected(sheet)
    assert not weigh(sheet, brought.sentences).is_anything


def saved_by_polib(content):
    file = polib.pofile(content.decode())
    return str(file).encode()


def saved_by_translate_toolkit(content):
    file = xlifffile.parsestring(content)
    for unit in file.units:
        assert unit.source is not None
    saved = io.BytesIO()
    file.serialize(saved)
    return saved.getvalue()


class PoTests:
    def test_it_comes_back(self, sheet):
        require_same(sheet, write_po(sheet))

    def test_the_very_same_words_are_kept(self, sheet):
        [brought] = read_file(write_po(sheet))

        assert {s.key: (s.source, s.target) for s in brought.sentences} == {
            u.key: (u.source, u.target) for u in sheet.units()
        }

    def test_it_comes_back_through_polib(self, sheet):
        require_same(sheet, saved_by_polib(write_po(sheet)))

    def test_it_comes_back_through_msgcat(self, sheet, gettext_tool):
        for way in ("--width=40", "--no-wrap", "--sort-output"):
            require_same(sheet, gettext_tool("msgcat", way, content=write_po(sheet)))

    def test_gettext_is_content(self, sheet, gettext_tool):
        content = write_po(sheet)

        gettext_tool("msgfmt", "--check", "--output-file=-", content=content)
        gettext_tool("msgfmt", "--check", "--use-fuzzy", "--output-file=-", content=content)
        assert b"format" not in content.replace(b"Format", b"")


class XliffTests:
    def test_it_comes_back(self, sheet):
        require_same(sheet, write_xliff([sheet]))

    def test_it_comes_back_through_translate_toolkit(self, sheet):
        require_same(sheet, saved_by_translate_toolkit(write_xliff([sheet])))

    def test_another_reader_reads_the_same_words(self, paper):
        sheet = paper(Unit("1-1", "Summary", "Nine &amp; ten", "Nueve y diez", UnitStage.DONE))

        [unit] = xlifffile.parsestring(write_xliff([sheet])).units

        assert (unit.source, unit.target) == ("Nine & ten", "Nueve y diez")
        assert unit.istranslated()

    def test_many_texts_travel_in_one_file(self, paper):
        sheets = [paper(Unit("1-1", "", "a"), key=f"picture-{n}") for n in (1, 2)]

        brought = read_file(write_xliff(sheets))

        assert [one.identity for one in brought] == ["picture-1.es", "picture-2.es"]
