"""What goes into a media kit, as plain data: no page, no query, nothing that could change."""

import hashlib
import json
from dataclasses import dataclass, field, is_dataclass
from typing import Any


@dataclass(frozen=True)
class Fact:
    """A line that may be printed, and where it is proved."""

    words: str
    finding: str = ""
    url: str = ""


@dataclass(frozen=True)
class Quote:
    """Exact words of somebody who agreed to the press having them."""

    words: str
    speaker: str
    original: str = ""
    original_language: str = ""
    url: str = ""


@dataclass(frozen=True)
class Contact:
    """Somebody whom a journalist can reach."""

    name: str
    role: str
    phone: str
    email: str
    languages: str
    time_zone: str
    hours: str


@dataclass(frozen=True)
class KitPicture:
    """A picture for print and one for the web, with its words in the language of the kit."""

    image: Any  # uprcities.library Image, read only while the kit is built
    stem: str
    caption: str
    alt: str
    credit: str
    licence: str
    licence_words: str
    licence_url: str


@dataclass(frozen=True)
class KitDocument:
    """A document of the library under the name that it has in the kit."""

    document: Any  # uprcities.library Document
    name: str
    title: str


@dataclass(frozen=True)
class KitContents:
    """Everything that one kit holds in one language, already cleared for the press."""

    title: str
    language: str
    address: str
    summary: str = ""
    facts: list[Fact] = field(default_factory=list)
    quotes: list[Quote] = field(default_factory=list)
    pictures: list[KitPicture] = field(default_factory=list)
    documents: list[KitDocument] = field(default_factory=list)
    contacts: list[Contact] = field(default_factory=list)
    boilerplate_short: str = ""
    boilerplate_long: str = ""
    release: str = ""
    terms: str = ""

    def fingerprint(self):
        """64 hexadecimal digits that change whenever anything in the kit would change."""
        plain = json.dumps(_plain(self), sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(plain.encode()).hexdigest()


def _plain(value):
    """The contents as JSON values; a file stands for itself by its own sum."""
    if is_dataclass(value):
        return {name: _plain(getattr(value, name)) for name in value.__dataclass_fields__}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if hasattr(value, "file_hash"):
        return [value.pk, value.file_hash]
    return str(value)
