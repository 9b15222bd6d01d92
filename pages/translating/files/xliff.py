"""Sentences as XLIFF 1.2, which OmegaT, Trados, memoQ and their like open."""

import re

from django.utils.translation import gettext as _
from lxml import etree

from ..sheets.unit import UnitStage
from .hints import hints_for, words_about
from .inline import XLIFF, fill, words_in
from .pieces import NEVER_IN_XML, BrokenTagsError
from .sentence import Brought, Sentence, UnreadableFileError, mark_of

XML = "http://www.w3.org/XML/1998/namespace"
MARK = "upr-mark:"
STATES = {
    UnitStage.MISSING: "needs-translation",
    UnitStage.DONE: "translated",
    UnitStage.BEHIND: "needs-review-translation",
    UnitStage.MACHINE: "needs-review-translation",
}
#: What a translator’s tool says of a sentence; it seldom touches what we said ourselves.
RIGHT = {"translated", "final", "signed-off"}
UNSURE = {"needs-adaptation", "needs-l10n", "needs-review-adaptation", "needs-review-l10n"}
DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
#: Declares what a file of words has no need of, and what attacks are made of.
DECLARING = re.compile(r"<!(DOCTYPE|ENTITY|ELEMENT|ATTLIST|NOTATION)", re.IGNORECASE)


def write_xliff(sheets):
    """The bytes of one XLIFF document with a ``file`` for each of these sheets."""
    root = etree.Element(f"{{{XLIFF}}}xliff", nsmap={None: XLIFF}, version="1.2")
    for sheet in sheets:
        _add_file(root, sheet)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=False)


def read_xliff(text):
    """A list with the Brought of each ``file`` of a document; UnreadableFileError if damaged."""
    root = _parse(text)
    if etree.QName(root).namespace != XLIFF:
        raise UnreadableFileError(
            _("This is not an XLIFF 1.2 file. Take the file that you fetched from here.")
        )
    return [_brought(file) for file in root.findall(f"{{{XLIFF}}}file")]


def _add_file(root, sheet):
    file = _add(
        root,
        "file",
        original=sheet.identity,
        datatype="html",
        **{"source-language": sheet.original.language, "target-language": sheet.language},
    )
    header = _add(file, "header")
    for words in words_about(sheet):
        _note(header, words)
    body = _add(file, "body")
    for unit in sheet.units():
        if unit.source:
            _add_unit(body, unit, sheet)


def _add_unit(body, unit, sheet):
    element = _add(body, "trans-unit", id=unit.key, extradata=f"{MARK}{mark_of(unit.target)}")
    element.set(f"{{{XML}}}space", "preserve")
    if unit.place:
        element.set("resname", _plain(unit.place))
    if unit.limit:
        element.set("maxwidth", str(unit.limit))
        element.set("size-unit", "char")
    _add_words(element, "source", sheet.original.language, unit.source)
    stage = unit.stage if unit.target else UnitStage.MISSING
    element.set("approved", "yes" if stage == UnitStage.DONE else "no")
    target = _add_words(element, "target", sheet.language, unit.target, state=STATES[stage])
    if stage == UnitStage.MACHINE:
        target.set("state-qualifier", "mt-suggestion")
    if unit.earlier_source and unit.target:
        earlier = _add(element, "alt-trans", alttranstype="previous-version")
        _add_words(earlier, "source", sheet.original.language, unit.earlier_source)
        _add_words(earlier, "target", sheet.language, unit.target)
    for hint in hints_for(unit):
        _note(element, hint)


def _add_words(parent, name, language, words, **attributes):
    element = _add(parent, name, **attributes)
    element.set(f"{{{XML}}}lang", language)
    fill(element, words)
    return element


def _add(parent, name, **attributes):
    return etree.SubElement(parent, f"{{{XLIFF}}}{name}", **attributes)


def _note(parent, words):
    _add(parent, "note", **{"from": "UPR Cities"}).text = _plain(words)


def _plain(words):
    return NEVER_IN_XML.sub("", words)


def _parse(text):
    if DECLARING.search(text):
        raise UnreadableFileError(
            _("This file declares things that a translation has no need of. It was not opened.")
        )
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(DECLARATION.sub("", text).encode(), parser)
    except etree.XMLSyntaxError as error:
        line = error.lineno or 1
        raise UnreadableFileError(
            _("This XLIFF file is damaged or not whole: line %(number)s cannot be read.")
            % {"number": line}
        ) from error


def _brought(file):
    return Brought(
        file.get("original", "").strip(),
        [_sentence(element) for element in file.iter(f"{{{XLIFF}}}trans-unit")],
    )


def _sentence(element):
    target = element.find(f"{{{XLIFF}}}target")
    state = target.get("state", "") if target is not None else ""
    try:
        source = words_in(element.find(f"{{{XLIFF}}}source"))
        words = words_in(target)
    except BrokenTagsError as error:
        raise UnreadableFileError(
            _("Sentence %(key)s holds a mark that this site does not know: %(mark)s")
            % {"key": element.get("id", ""), "mark": error}
        ) from error
    return Sentence(
        key=element.get("id", ""),
        source=source,
        target=words,
        is_unsure=state in UNSURE,
        is_confirmed=element.get("approved") == "yes" or state in RIGHT,
        mark=element.get("extradata", "").removeprefix(MARK),
    )
