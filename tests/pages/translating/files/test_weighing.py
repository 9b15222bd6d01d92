"""What a file would change is known before anything does, and no human’s words are lost."""

import polib
import pytest

from pages.translating.files.po import write_po
from pages.translating.files.reading import read_file
from pages.translating.files.weighing import take_in, weigh
from pages.translating.files.xliff import write_xliff
from pages.translating.sheets.unit import Unit, UnitStage, WrongWordsError

pytestmark = pytest.mark.django_db


@pytest.fixture
def sheet(paper):
    return paper(
        Unit("1-1", "Title", "Alone"),
        Unit("1-2", "Body", "No lawyer", "Sin abogado", UnitStage.DONE),
        Unit("1-3", "Body", "Short hearings", "Vistas", UnitStage.BEHIND, "Hearings"),
        Unit("1-4", "Body", "Judges", "Jueces", UnitStage.MACHINE, made="machine"),
    )


def worked_on(sheet, change, taken_out=()):
    """What comes back: ``change`` is {key: words}; those entries are no longer fuzzy."""
    file = polib.pofile(write_po(sheet).decode())
    for entry in file:
        key = entry.msgctxt.rpartition(" ")[2]
        if key in change:
            entry.msgstr = change[key]
            entry.flags = [flag for flag in entry.flags if flag not in taken_out]
    [brought] = read_file(str(file).encode())
    return brought.sentences


def finished(sheet, **change):
    change = {key.replace("_", "-").removeprefix("k"): words for key, words in change.items()}
    return worked_on(sheet, change, ["fuzzy"])


def keys(offers):
    return [offer.unit.key for offer in offers]


class FindingTests:
    def test_new_and_other_words_are_changes(self, sheet):
        findings = weigh(sheet, finished(sheet, k1_1="Solos", k1_2="Sin defensa"))

        assert keys(findings.changes) == ["1-1", "1-2"]
        assert findings.same == 2

    def test_the_same_words_no_longer_marked_are_found_right(self, sheet):
        findings = weigh(sheet, finished(sheet, k1_3="Vistas", k1_4="Jueces"))

        assert keys(findings.confirmed) == ["1-3", "1-4"]

    def test_what_is_still_marked_is_left_out_unless_chosen(self, sheet):
        findings = weigh(sheet, worked_on(sheet, {"1-3": "Vistas cortas"}))

        assert keys(findings.unsure) == ["1-3"]
        assert take_in(sheet, findings, set(), None) == 0
        assert take_in(sheet, findings, {"1-3"}, None) == 1
        assert sheet.kept["1-3"].target == "Vistas cortas"

    def test_an_empty_sentence_takes_nothing_away(self, sheet):
        findings = weigh(sheet, finished(sheet, k1_2=""))

        assert not findings.is_anything

    def test_what_was_written_here_meanwhile_stays_unless_chosen(self, sheet):
        sentences = finished(sheet, k1_2="De fuera")
        sheet.write({"1-2": "De casa"}, None)

        findings = weigh(sheet, sentences)

        assert keys(findings.conflicts) == ["1-2"]
        take_in(sheet, findings, set(), None)
        assert sheet.kept["1-2"].target == "De casa"
        take_in(sheet, findings, {"1-2"}, None)
        assert sheet.kept["1-2"].target == "De fuera"

    def test_what_nobody_touched_outside_never_brings_back_older_words(self, sheet):
        sentences = finished(sheet, k1_1="Solos")
        sheet.write({"1-2": "De casa"}, None)

        findings = weigh(sheet, sentences)

        assert not findings.conflicts
        take_in(sheet, findings, set(), None)
        assert sheet.kept["1-2"].target == "De casa"

    def test_without_its_marks_a_file_wins_over_nobody(self, sheet):
        content = write_po(sheet).replace(b"upr-mark", b"other").replace(b"Sin abogado", b"Otro")

        findings = weigh(sheet, read_file(content)[0].sentences)

        assert keys(findings.conflicts) == ["1-2"]

    def test_a_reworded_sentence_is_told_and_left_out(self, sheet, paper):
        sentences = finished(sheet, k1_1="Solos", k1_2="Sin defensa")
        now = paper(*sheet.units()[:1], Unit("1-2", "Body", "No lawyer at all"))

        findings = weigh(now, sentences)

        assert keys(findings.changes) == ["1-1"]
        assert [sentence.target for sentence in findings.gone] == ["Sin defensa"]

    @pytest.mark.parametrize(
        "words",
        [
            "wrong",
            "<b>open",
            "shut</b>",
            "<script>x</script>",
            '<b onclick="x">y</b>',
            "<!-- x -->",
            '<a href="javascript:x">y</a>',
            "<b/>x",
            "<img src=x>",
            "<b>" * 30 + "</b>" * 30,
        ],
    )
    def test_one_sentence_that_does_not_fit_refuses_the_file(self, sheet, words):
        findings = weigh(sheet, finished(sheet, k1_1="Solos", k1_2=words))

        assert keys(findings.refused) == ["1-2"]
        with pytest.raises(WrongWordsError):
            take_in(sheet, findings, set(), None)
        assert sheet.kept["1-1"].target == ""


class XliffFindingTests:
    def test_a_tool_that_leaves_states_alone_is_understood(self, sheet):
        content = write_xliff([sheet]).replace(
            b'needs-review-translation" xml:lang="es">Vistas<',
            b'needs-review-translation" xml:lang="es">Vistas cortas<',
        )

        findings = weigh(sheet, read_file(content)[0].sentences)

        assert keys(findings.changes) == ["1-3"]
        assert not findings.confirmed

    def test_a_sentence_marked_as_final_is_found_right(self, sheet):
        content = write_xliff([sheet]).replace(
            b'needs-review-translation" xml:lang="es">Vistas<', b'final" xml:lang="es">Vistas<'
        )

        findings = weigh(sheet, read_file(content)[0].sentences)

        assert keys(findings.confirmed) == ["1-3"]

    def test_the_marks_that_tools_set_for_themselves_do_not_count(self, sheet):
        content = write_xliff([sheet]).replace(
            b">Sin abogado<", b'><mrk mtype="seg" mid="0">Sin </mrk>defensa<'
        )

        [offer] = weigh(sheet, read_file(content)[0].sentences).changes

        assert offer.words == "Sin defensa"
