"""Sentences as a PO file, which Poedit and every tool around GNU gettext opens."""

import re

import polib
from babel import UnknownLocaleError
from babel.messages.plurals import get_plural
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import to_locale

from ..sheets.unit import UnitStage
from .hints import hints_for, words_about
from .sentence import Brought, Sentence, UnreadableFileError, mark_of

IDENTITY, NUMBER, MARK = "X-UPR-Cities-Text", "X-UPR-Cities-Sentences", "upr-mark:"
#: Signs at which some readers of PO files break a line, and that gettext warns of.
BREAKING = re.compile("[\x00-\x08\x0b-\x1f\x7f\x85\u2028\u2029]")
EDGE = re.compile(r"\A\n+|\n+\Z")
KEPT = re.compile(r"&#(\d{1,4});")
#: No file holds more sentences, and longer numbers are not even read.
NUMBERS = re.compile("[0-9]{1,9}")
#: A line of a PO file without the space around it; its parts must not overlap, or a long line
#: would take for ever.
LINE = re.compile(
    r'|#.*|((?P<word>msgctxt|msgid|msgid_plural|msgstr(\[\d+\])?)\s*)?"[^"\\]*(\\.[^"\\]*)*"',
    re.DOTALL,
)


def write_po(sheet):
    """The bytes of a PO file with every sentence of a sheet."""
    units = [unit for unit in sheet.units() if unit.source]
    file = polib.POFile(wrapwidth=1_000_000)
    file.header = "\n".join(words_about(sheet))
    file.metadata = _header(sheet, len(units))
    file.extend(map(_entry, units))
    return str(file).encode("utf-8")


def read_po(text):
    """The Brought of a PO file’s text; UnreadableFileError where it is damaged."""
    text = re.sub(r"\r\n?", "\n", text)
    _require_whole_lines(text)
    try:
        # Never a path: what begins with a new line is content to polib, which takes both.
        file = polib.pofile("\n" + BREAKING.sub(_as_number, text))
    except (OSError, ValueError, IndexError, KeyError, AttributeError) as error:
        raise UnreadableFileError(_("This PO file is damaged. Ask for it once more.")) from error
    entries = [entry for entry in file if not (entry.obsolete or entry.msgid_plural)]
    _require_all(file.metadata.get(NUMBER, ""), len(entries))
    return Brought(file.metadata.get(IDENTITY, "").strip(), [_sentence(e) for e in entries])


def _header(sheet, number):
    locale = to_locale(sheet.language)
    return {
        "Project-Id-Version": " ".join(sheet.original.title.split()),
        "POT-Creation-Date": _now(),
        "PO-Revision-Date": _now(),
        "Last-Translator": "UPR Cities",  # people are not named in a file that travels
        "Language-Team": locale,
        "Language": locale,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": _plural_forms(locale),
        "X-Source-Language": to_locale(sheet.original.language),
        IDENTITY: sheet.identity,
        NUMBER: str(number),
    }


def _now():
    return timezone.now().strftime("%Y-%m-%d %H:%M%z")


def _plural_forms(locale):
    try:
        return get_plural(locale).plural_forms
    except (UnknownLocaleError, ValueError):
        return "nplurals=2; plural=(n != 1);"


def _entry(unit):
    is_open = unit.stage in (UnitStage.BEHIND, UnitStage.MACHINE)
    return polib.POEntry(
        msgctxt=_out(f"{unit.place} {unit.key}".strip()),
        msgid=_out(unit.source),
        msgstr=_out(unit.target),
        previous_msgid=_out(unit.earlier_source) or None,
        flags=["fuzzy"] if is_open and unit.target else [],
        comment="\n".join([*hints_for(unit), f"{MARK} {mark_of(unit.target)}"]),
    )


def _sentence(entry):
    marks = [line for line in entry.comment.splitlines() if line.startswith(MARK)]
    return Sentence(
        key=(entry.msgctxt or "").rpartition(" ")[2],
        source=_in(entry.msgid),
        target=_in(entry.msgstr),
        is_unsure=entry.fuzzy,
        is_confirmed=not entry.fuzzy,
        mark=marks[0].removeprefix(MARK).strip() if marks else "",
    )


def _out(words):
    """gettext wants new lines at the ends of both languages or of none, and few control signs."""
    return EDGE.sub(_as_number, BREAKING.sub(_as_number, words))


def _as_number(match):
    return "".join(f"&#{ord(sign)};" for sign in match[0])


def _in(words):
    def sign(match):
        found = chr(int(match[1]))
        return found if found == "\n" or BREAKING.match(found) else match[0]

    return KEPT.sub(sign, words)


def _require_whole_lines(text):
    """Whole lines, the last of them a translation; polib guesses where the rest is missing."""
    last = ""
    for number, line in enumerate(text.split("\n"), 1):
        found = LINE.fullmatch(line.strip())
        if not found:
            raise _cannot_read(number)
        last = found["word"] or last
    if last in ("msgctxt", "msgid", "msgid_plural"):
        raise _cannot_read(number)


def _cannot_read(number):
    return UnreadableFileError(
        _("This PO file is damaged or not whole: line %(number)s cannot be read.")
        % {"number": number}
    )


def _require_all(expected, found):
    if NUMBERS.fullmatch(expected.strip()) and found < int(expected):
        raise UnreadableFileError(
            _("This file is not whole: it had %(expected)s sentences and has %(found)s.")
            % {"expected": expected.strip(), "found": found}
        )
