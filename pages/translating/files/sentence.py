"""What travels in a file: sentences, in the same shape whichever format carried them."""

import hashlib
import re
from dataclasses import dataclass, field

from bs4 import BeautifulSoup

#: What no database keeps: the sign that ends a text, and halves of signs.
NEVER_KEPT = re.compile("[\x00\ud800-\udfff]")
#: Nobody writes a sentence as long as this; whoever sends one means harm.
LONGEST = 50_000


class UnreadableFileError(ValueError):
    """A file from which nothing can be taken; the message tells a volunteer what to do."""


@dataclass(frozen=True)
class Sentence:
    """One sentence as a file brought it. ``source`` and ``target`` are small pieces of HTML."""

    key: str
    source: str
    target: str
    is_unsure: bool = False  # its translator marked it as not finished
    is_confirmed: bool = False  # its translator marked it as right
    mark: str = ""  # mark_of() the words that went out with the file; empty where a tool lost it


@dataclass(frozen=True)
class Brought:
    """A file that could be read: which text it says it belongs to, and its Sentences."""

    identity: str
    sentences: list[Sentence] = field(default_factory=list)


def canonical(words):
    """One way of writing a small piece of HTML, so that ``&quot;`` and ``"`` are the same words."""
    return str(BeautifulSoup(words, "html.parser"))


def mark_of(words):
    """A short mark of words, which says in a file what stood here when it went out."""
    return hashlib.sha256(canonical(words).encode("utf-8", "surrogatepass")).hexdigest()[:16]
