"""The desk as a file: the same lines, and harmless in every spreadsheet program."""

import csv
import io

import pytest
from django.utils import timezone, translation

from pages.models import Original
from pages.translating.desk import spreadsheet
from pages.translating.desk.look import Look
from tests.factories.pages import FindingPageFactory

from .seen import ask_desk, ask_for, original_of


@pytest.fixture
def sheet(client, cast):
    """sheet(kind="finding") is what the editor of Pittsburgh gets, as lists of cells."""

    def read(user=None, **query):
        answer = ask_desk(client, user or cast.pittsburgh_editor, export="csv", **query)
        text = b"".join(answer.streaming_content).decode("utf-8-sig")
        return list(csv.DictReader(io.StringIO(text)))

    return read


def test_it_says_what_the_screen_says(sheet, cast, finding):
    day = timezone.localdate()
    ask_for(finding, "ar", person=cast.pittsburgh_editor, due_on=day)

    (line,) = sheet(kind="finding")

    assert line["Title"] == finding.title
    assert (line["English"], line["español"], line["العربيّة"]) == (
        "Original",
        "Missing",
        "Requested",
    )
    assert line["العربيّة: taken by"] == "pittsburgh-editor"
    assert line["العربيّة: due on"] == day.isoformat()


def test_lengths_are_numbers_with_their_measure_beside_them(sheet, home, finding):
    words = original_of(finding).words
    body = [("paragraph", {"words": "<p>" + "十分之九的租户没有律师。" * 200 + "</p>"})]
    chinese = original_of(FindingPageFactory(parent=home.pittsburgh["zh-hans"], body=body))

    by_language = {line["First written in"]: line for line in sheet(kind="finding")}

    english = by_language["English"]
    assert (english["Length"], english["Counted in"]) == (str(words), "words")
    assert (english["English: left"], english["español: left"]) == ("0", str(words))
    assert by_language["简体中文"]["Length"] == str(chinese.words)
    assert by_language["简体中文"]["Counted in"] == "characters"


def test_it_shows_no_other_lines_than_the_screen(sheet, cast, finding):
    original_of(finding)

    titles = [line["Title"] for line in sheet(cast.washington_editor)]

    assert titles
    assert finding.title not in titles


def test_programs_know_that_it_is_utf_8(client, cast, finding):
    answer = ask_desk(client, cast.pittsburgh_editor, export="csv")

    assert b"".join(answer.streaming_content).startswith(b"\xef\xbb\xbf")
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "＝"])
def test_no_title_runs_as_a_formula(sheet, home, sign):
    page = FindingPageFactory(parent=home.pittsburgh["en"])
    original = original_of(page)
    Original.objects.filter(pk=original.pk).update(title=f"{sign}HYPERLINK(1)")

    assert sheet(kind="finding")[0]["Title"] == f"'{sign}HYPERLINK(1)"


@pytest.mark.parametrize("between", [";", '; "', ";\u00a0"])
def test_no_title_becomes_two_cells_of_which_one_runs(sheet, home, between):
    original = original_of(FindingPageFactory(parent=home.pittsburgh["en"]))
    Original.objects.filter(pk=original.pk).update(title=f"Heat{between}=HYPERLINK(1)")

    assert sheet(kind="finding")[0]["Title"] == f"Heat{between}'=HYPERLINK(1)"


def test_headings_are_in_the_language_of_whoever_asked(cast, finding):
    original_of(finding)
    with translation.override("es"):
        lines = spreadsheet.lines_of(Original.objects.all(), Look(cast.admin), ["ar"])
        expected = translation.gettext("Title")

    assert next(lines).startswith(f"\ufeff{expected},")
    assert translation.get_language() == "en"


def test_each_batch_asks_the_same_questions(
    cast, home, monkeypatch, django_assert_max_num_queries, django_assert_num_queries
):
    monkeypatch.setattr(spreadsheet, "BATCH", 20)
    Original.objects.bulk_create(
        Original(key=f"picture-{n}", kind="picture", language="en", title=f"{n}") for n in range(50)
    )
    rows = Original.objects.filter(kind="picture").order_by("pk")

    pieces = spreadsheet.lines_of(rows, Look(cast.admin), ["ar", "es"])
    next(pieces)

    for size in (20, 20, 10):
        with django_assert_max_num_queries(5):
            assert next(pieces).count("\r\n") == size
