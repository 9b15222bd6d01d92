"""The desk as a file for spreadsheet programs."""

import csv
import io
import re

from django.utils.formats import date_format
from django.utils.translation import get_language, gettext, override

from ...languages import tongue
from ...models import Stage
from ..lengths import measure_of
from .rows import ORIGINAL, rows_of, with_what_decides

BATCH = 500
#: How a cell begins that a spreadsheet program would run as a formula.
FORMULA = r"[=+\-@\t\r\n＝＋－＠]"
#: Also after “;”, at which the programs of many countries begin a new cell.
BEGINNING = re.compile(rf'(\A|;[\s"]*)(?={FORMULA})')


def lines_of(originals, look, languages):
    """The desk as pieces of CSV text: a heading, then all rows, a batch of queries at a time.

    In the language that is the admin’s now, also when the pieces are read later.
    """
    return _pieces(originals, look, languages, get_language())


def _pieces(originals, look, languages, spoken):
    """Each piece is made in the language that was spoken, and handed over outside of it."""
    with override(spoken):
        piece = "\ufeff" + _written([_headings(languages)])  # so that programs know it is UTF-8
    yield piece
    originals, start = with_what_decides(originals), 0
    while True:
        with override(spoken):
            rows = rows_of(originals[start : start + BATCH], look, languages)
            piece = _written([_values(row) for row in rows])
        if rows:
            yield piece
        if len(rows) < BATCH:
            return
        start += BATCH


def harmless(value):
    """The same text, told not to be a formula where a program would take it for one."""
    return BEGINNING.sub(r"\1'", str(value))


def _written(lines):
    file = io.StringIO()
    csv.writer(file).writerows([harmless(value) for value in line] for line in lines)
    return file.getvalue()


def _headings(languages):
    first = [
        gettext("Title"),
        gettext("Type"),
        gettext("City"),
        gettext("First written in"),
        gettext("Importance"),
        gettext("Length"),
        gettext("Counted in"),
    ]
    for code in languages:
        name = tongue(code).name
        parts = [gettext("taken by"), gettext("due on"), gettext("left")]
        first += [name, *(f"{name}: {part}" for part in parts)]
    return first


def _values(row):
    original = row.original
    values = [
        original.title,
        original.get_kind_display(),
        original.city.name if original.city else gettext("The whole alliance"),
        row.tongue.name,
        original.get_importance_display(),
        original.words,
        measure_of(original.language),
    ]
    for cell in row.cells:
        values += [_stage(row, cell), _person(cell), _day(cell.due_on), cell.words]
    return values


def _stage(row, cell):
    if cell.stage == ORIGINAL:
        return gettext("Original")
    return gettext("Withheld") if row.is_withheld else Stage(cell.stage).label


def _person(cell):
    if cell.person or not cell.is_open:
        return cell.person
    return gettext("somebody") if cell.is_taken else gettext("nobody yet")


def _day(day):
    return date_format(day, "Y-m-d") if day else ""
