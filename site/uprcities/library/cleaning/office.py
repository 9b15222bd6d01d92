"""Scrub Word, Excel and OpenDocument files: they are zip archives of XML parts."""

import re
import zipfile
from io import BytesIO

from django.utils.translation import gettext_lazy as _

from uprcities.library.cleaning.embedded import without_notes
from uprcities.library.cleaning.files import CleanFile
from uprcities.library.refusals import UploadRefusedError

UNREADABLE = _(
    "We could not read this file. It may be damaged or be something else than its name says. "
    "Open it, save it again, and upload that."
)
HAS_PROGRAMS = _(
    "This file contains macros, embedded objects or parts that are fetched from elsewhere. "
    "Save it as PDF and upload that."
)
HAS_COMMENTS = _(
    "This file still has comments or tracked changes, which show who wrote them. Accept or "
    "reject the changes, delete the comments, save, and upload it again."
)
MOST_PARTS, LARGEST_CONTENT = 5_000, 200 * 1024 * 1024
MADE = (1980, 1, 1, 0, 0, 0)
PROGRAMS = re.compile(
    r"vbaProject|vbaData|/activeX/|/embeddings/|/externalLinks/|^Basic/|^Scripts/|macrosheets|"
    r"^Object \d|\.(exe|dll|js|vbs|bat|cmd|ps1|jar|scr|html?|svg|swf)$",
    re.IGNORECASE,
)
ACTIVE_XML = re.compile(
    rb"macroEnabled|attachedTemplate\"|oleObject|relationships/(frame|subDocument|control)\"|"
    rb"<office:script[ >]|<script:event-listener|\bDDEAUTO\b|\bDDE \""
)
COMMENT_PARTS = re.compile(
    r"^(word|xl)/(comments[^/]*\.xml$|threadedComments/|persons/|people\.xml$)"
)
COMMENT_XML = re.compile(
    rb"<w:(ins|del|moveFrom|moveTo|comment|rPrChange|pPrChange)[ >]|<comment[ >]|"
    rb"<threadedComment[ >]|<office:annotation[ >]|<text:tracked-changes[ >]"
)
EMPTY_CORE = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties xmlns:cp='
    b'"http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>'
)
EMPTY_APP = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns='
    b'"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>'
)
EMPTY_CUSTOM = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns='
    b'"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>'
)
EMPTY_META = (
    b'<?xml version="1.0" encoding="UTF-8"?>\n<office:document-meta xmlns:office='
    b'"urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:version="1.2"><office:meta/>'
    b"</office:document-meta>"
)
EMPTY_SETTINGS = EMPTY_META.replace(b"document-meta", b"document-settings").replace(
    b"office:meta", b"office:settings"
)
# One clear pixel stands in where the contents list expects a preview picture.
CLEAR_PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000b49444154789c"
    "6360000200000500017a5eab3f0000000049454e44ae426082"
)
REPLACED = {
    "docProps/core.xml": EMPTY_CORE,
    "docProps/app.xml": EMPTY_APP,
    "docProps/custom.xml": EMPTY_CUSTOM,
    "meta.xml": EMPTY_META,
    "settings.xml": EMPTY_SETTINGS,
    "Thumbnails/thumbnail.png": CLEAR_PIXEL,
}
# Marks of the machine and the sitting that a passage was typed in.
SESSION_MARKS = re.compile(rb'\sw:rsid\w*="[0-9A-Fa-f]+"|<w:rsids>.*?</w:rsids>', re.DOTALL)


def clean_docx(data, name):
    return clean_archive(data, name, "word/document.xml")


def clean_xlsx(data, name):
    return clean_archive(data, name, "xl/workbook.xml")


def clean_odt(data, name):
    return clean_archive(data, name, "content.xml")


def clean_archive(data, name, main_part):
    try:
        parts = read_parts(data)
        if main_part not in parts:
            raise UploadRefusedError(UNREADABLE, code="unreadable")
        clean = {path: clean_part(path, content) for path, content in parts.items()}
        return CleanFile(write_parts(clean), name)
    except UploadRefusedError:
        raise
    except Exception as error:  # a broken archive fails in many ways, each means the same
        raise UploadRefusedError(UNREADABLE, code="unreadable") from error


def read_parts(data):
    with zipfile.ZipFile(BytesIO(data)) as archive:
        entries = [entry for entry in archive.infolist() if not entry.is_dir()]
        if len(entries) > MOST_PARTS or sum(entry.file_size for entry in entries) > LARGEST_CONTENT:
            raise UploadRefusedError(UNREADABLE, code="unreadable")
        return {entry.filename: archive.read(entry) for entry in entries}


def clean_part(path, content):
    if ".." in path or path.startswith("/") or PROGRAMS.search(path):
        raise UploadRefusedError(HAS_PROGRAMS, code="programs")
    if path in REPLACED:
        return REPLACED[path]
    if path.endswith((".xml", ".rels")):
        return clean_xml(path, content)
    return without_notes(content)


def clean_xml(path, content):
    if ACTIVE_XML.search(content):
        raise UploadRefusedError(HAS_PROGRAMS, code="programs")
    if COMMENT_XML.search(content):
        raise UploadRefusedError(HAS_COMMENTS, code="comments")
    if COMMENT_PARTS.match(path) and re.search(rb"<(w15:person|person)[ >]", content):
        raise UploadRefusedError(HAS_COMMENTS, code="comments")
    return SESSION_MARKS.sub(b"", content) if path.startswith("word/") else content


def write_parts(parts):
    output = BytesIO()
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(
            parts, key=lambda path: path != "mimetype"
        ):  # OpenDocument wants it first
            entry = zipfile.ZipInfo(path, MADE)
            entry.compress_type = zipfile.ZIP_STORED if path == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(entry, parts[path])
    return output.getvalue()
