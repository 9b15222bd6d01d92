"""Small pieces of HTML taken apart, so that tools show their tags as marks that cannot be broken."""

import re
from dataclasses import dataclass
from html.parser import HTMLParser

from django.utils.html import escape

#: A tag of its own, without words in it; and all that a sentence may hold.
ALONE = {"br"}
KNOWN = {"a", "abbr", "acronym", "b", "code", "em", "i", "strong"} | ALONE
DEEPEST = 20
#: What a file of XML cannot hold, whatever is written for it.
NEVER_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


class BrokenTagsError(ValueError):
    """Words whose tags do not fit into each other."""


@dataclass(frozen=True)
class Tag:
    """The beginning of a tag; ``link`` is the ``id`` that says which link it is."""

    name: str
    link: str = ""


@dataclass(frozen=True)
class End:
    """The end of the tag that was opened last."""

    name: str


def pieces_of(words):
    """Texts, Tags and Ends in their order; BrokenTagsError where they do not fit."""
    reader = _Reader()
    reader.feed(words)
    reader.close()
    if reader.opened:
        raise BrokenTagsError(f"<{reader.opened[-1]}>")
    return reader.pieces


def words_of(pieces):
    """The small piece of HTML of these pieces, written the one canonical way."""
    return "".join(_written(piece) for piece in pieces)


def _written(piece):
    match piece:
        case str():
            return escape(piece).replace("&quot;", '"').replace("&#x27;", "'")
        case End(name):
            return f"</{name}>"
        case Tag(name) if name in ALONE:
            return f"<{name}/>"
        case Tag(name, link):
            return f'<{name} id="{escape(link)}">' if link else f"<{name}>"


class _Reader(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.pieces, self.opened = [], []

    def handle_data(self, data):
        self.pieces.append(data)

    def handle_starttag(self, tag, attrs):
        if tag not in KNOWN or [name for name, _value in attrs if (tag, name) != ("a", "id")]:
            raise BrokenTagsError(self.get_starttag_text())
        self.pieces.append(Tag(tag, dict(attrs).get("id") or ""))
        if tag not in ALONE:
            self.opened.append(tag)
        if len(self.opened) > DEEPEST:
            raise BrokenTagsError(f"<{tag}>")

    def handle_startendtag(self, tag, attrs):
        if tag not in ALONE:
            raise BrokenTagsError(self.get_starttag_text())
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag):
        if tag in ALONE or not self.opened or self.opened.pop() != tag:
            raise BrokenTagsError(f"</{tag}>")
        self.pieces.append(End(tag))

    def handle_comment(self, data):
        raise BrokenTagsError("<!--")

    def handle_decl(self, decl):
        raise BrokenTagsError("<!")

    def handle_pi(self, data):
        raise BrokenTagsError("<?")

    def unknown_decl(self, data):
        raise BrokenTagsError("<!")
