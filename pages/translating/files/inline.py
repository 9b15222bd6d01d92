"""Tags inside a sentence as XLIFF’s own elements, which translators’ tools protect."""

import re

from lxml import etree

from .pieces import ALONE, KNOWN, NEVER_IN_XML, BrokenTagsError, End, Tag, pieces_of, words_of
from .sentence import canonical

XLIFF = "urn:oasis:names:tc:xliff:document:1.2"
KINDS = {"b": "bold", "i": "italic", "a": "link", "br": "lb"}
OF_THE_PACKAGE = re.compile(r"a\d+")
NAMED = re.compile(r"([a-z]+)-\d+")
SIGN = re.compile("sign:([0-9]{1,5})")


def fill(element, words):
    """Put a small piece of HTML into a ``source`` or ``target``."""
    _Writing(element).put(_pieces(words))


def words_in(element):
    """The small piece of HTML in a ``source`` or ``target``; BrokenTagsError for unknown marks."""
    return words_of(_read(element)) if element is not None else ""


def _pieces(words):
    try:
        return pieces_of(canonical(words))
    except BrokenTagsError:  # as an earlier version of the site may have let in
        return [re.sub(r"<[^>]*>", "", words)]


class _Writing:
    def __init__(self, element):
        self.path, self.numbers = [element], {}

    def put(self, pieces):
        for piece in pieces:
            match piece:
                case str():
                    self._put_text(piece)
                case Tag(name) if name in ALONE:
                    self._put("x", self._id(piece), name)
                case Tag(name):
                    self.path.append(self._put("g", self._id(piece), name))
                case End():
                    self.path.pop()

    def _put(self, element, key, name):
        kind = KINDS.get(name, f"x-{name}")
        return etree.SubElement(self.path[-1], f"{{{XLIFF}}}{element}", id=key, ctype=kind)

    def _id(self, tag):
        if tag.link:
            return tag.link if OF_THE_PACKAGE.fullmatch(tag.link) else f"a:{tag.link}"
        self.numbers[tag.name] = self.numbers.get(tag.name, 0) + 1
        return f"{tag.name}-{self.numbers[tag.name]}"

    def _put_text(self, text):
        begin = 0
        for match in NEVER_IN_XML.finditer(text):
            self._add(text[begin : match.start()])
            self._put("x", f"sign:{ord(match[0])}", "sign")
            begin = match.end()
        self._add(text[begin:])

    def _add(self, text):
        here = self.path[-1]
        if len(here):
            here[-1].tail = (here[-1].tail or "") + text
        else:
            here.text = (here.text or "") + text


def _read(element):
    """Pieces of an element; marks that tools set for themselves (``mrk``) do not count."""
    yield from [element.text] if element.text else []
    for child in element:
        name = etree.QName(child).localname
        if name == "g":
            tag = _tag(child)
            yield tag
            yield from _read(child)
            yield End(tag.name)
        elif name == "x":
            yield _alone(child)
        elif name == "mrk":
            yield from _read(child)
        else:
            raise BrokenTagsError(f"<{name}>")
        yield from [child.tail] if child.tail else []


def _tag(element):
    key = element.get("id", "")
    named = NAMED.fullmatch(key)
    if named and named[1] in KNOWN - ALONE:
        return Tag(named[1])
    if OF_THE_PACKAGE.fullmatch(key) or key.startswith("a:"):
        return Tag("a", key.removeprefix("a:"))
    raise BrokenTagsError(f'<g id="{key}">')


def _alone(element):
    key = element.get("id", "")
    named = NAMED.fullmatch(key)
    if named and named[1] in ALONE:
        return Tag(named[1])
    sign = SIGN.fullmatch(key)
    if sign and NEVER_IN_XML.fullmatch(found := chr(int(sign[1]))):
        return found
    raise BrokenTagsError(f'<x id="{key}">')
