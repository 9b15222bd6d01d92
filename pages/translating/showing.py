"""The small HTML of a sentence: shown to people, written by people, never taken on trust."""

import re

from bs4 import BeautifulSoup, NavigableString
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import mark_safe
from wagtail_localize.strings import StringValue

#: Nobody writes as many signs or tags into one sentence; whoever sends them means harm.
MOST_SIGNS, MOST_TAGS = 50_000, 400
MARKED = {"b", "i", "em", "strong", "code"}


def plain(words):
    """The text of a sentence without its tags; ``<br>`` is a line break."""
    return StringValue(words).render_text()


def is_plain(*sentences):
    """Whether none of them has tags other than line breaks: then people write mere text."""
    return not any(_tree(words).find(lambda tag: tag.name != "br") for words in sentences)


def is_no_sentence(words):
    """Whether somebody sent more than can be a sentence; so many tags inside each other end a reader."""
    return len(words) > MOST_SIGNS or words.count("<") > MOST_TAGS


def from_text(text, source):
    """What somebody typed into a plain field, as a sentence.

    Where the original has one line, line breaks are spaces.
    """
    text = text.replace("\r\n", "\n").strip()
    if "<br" not in source:
        text = re.sub(r"\s*\n\s*", " ", text)
    return StringValue.from_plaintext(text).data


def shown(words):
    """A sentence as safe HTML: emphasis as such, and links as marks that lead nowhere."""
    return mark_safe("".join(_shown(child) for child in _tree(words).children))


def links_in(words):
    """The links of a sentence as ``[(id, text), …]``."""
    return [(link.get("id", ""), link.get_text()) for link in _tree(words).find_all("a")]


def marked(pieces, tag, label):
    """Pieces of a comparison as safe HTML; ``tag`` is “ins”, “del” or “mark”, ``label`` for ears."""
    return format_html_join(
        "",
        "{}",
        ((_piece(piece, tag, label) if piece.is_changed else piece.text,) for piece in pieces),
    )


def _piece(piece, tag, label):
    tag = mark_safe(tag)
    return format_html(
        '<{0}><span class="w-sr-only">{1} </span>{2}</{0}>', tag, f"[{label}:", piece.text
    ) + mark_safe('<span class="w-sr-only">] </span>')


def _tree(words):
    return BeautifulSoup(words, "html.parser")


def _shown(node):
    if isinstance(node, NavigableString):
        return escape(str(node))
    inner = "".join(_shown(child) for child in node.children)
    if node.name == "br":
        return "<br>"
    if node.name == "a":
        return f'<span class="bench-link">{inner}</span>'
    return f"<{node.name}>{inner}</{node.name}>" if node.name in MARKED else inner
