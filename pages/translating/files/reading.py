"""Opens a file that somebody brought: by what is in it, never by what it is called."""

import codecs
from collections import Counter

from django.utils.translation import gettext as _

from .po import read_po
from .sentence import LONGEST, NEVER_KEPT, UnreadableFileError
from .xliff import read_xliff

LARGEST = 2 * 1024 * 1024
PACKED = (b"PK\x03\x04", b"PK\x05\x06", b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!", b"BZh", b"\xfd7zXZ")


def read_file(content):
    """The list of Brought in these bytes: one for each text that the file holds.

    UnreadableFileError says what is wrong with the file; nothing else is ever raised by it.
    """
    text = _text_of(content)
    brought = read_xliff(text) if text.lstrip().startswith("<") else [read_po(text)]
    if not any(one.identity for one in brought):
        raise UnreadableFileError(
            _("This file did not come from here. Take the file that you fetched from this screen.")
        )
    for one in brought:
        _require_sense(one.sentences)
    return brought


def _text_of(content):
    if not content.strip():
        raise UnreadableFileError(_("This file is empty."))
    if len(content) > LARGEST:
        raise UnreadableFileError(_("This file is larger than 2 MB. No text here is so long."))
    if content.startswith(PACKED):
        raise UnreadableFileError(
            _("This file is packed (like a .zip). Unpack it, and bring what was in it.")
        )
    try:
        text = content.decode(_encoding(content))
    except UnicodeDecodeError as error:
        raise UnreadableFileError(
            _("The letters of this file cannot be read. Save it as UTF-8, and bring it again.")
        ) from error
    if "\x00" in text:
        raise UnreadableFileError(_("This is not a text file. Bring a PO or an XLIFF file."))
    return text


def _encoding(content):
    is_utf_16 = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return "utf-16" if is_utf_16 else "utf-8-sig"


def _require_sense(sentences):
    counts = Counter(sentence.key for sentence in sentences)
    if any(number > 1 for number in counts.values()):
        raise UnreadableFileError(
            _("This file holds the same sentence more than once. Ask for it once more.")
        )
    if any(NEVER_KEPT.search(s.key + s.source + s.target) for s in sentences):
        raise UnreadableFileError(_("This is not a text file. Bring a PO or an XLIFF file."))
    if any(len(s.source) > LONGEST or len(s.target) > LONGEST for s in sentences):
        raise UnreadableFileError(_("A sentence in this file is far too long to be one."))
