from io import BytesIO

import pikepdf
from django.utils.translation import gettext_lazy as _

from uprcities.library.cleaning.embedded import jpeg_without_notes
from uprcities.library.cleaning.files import CleanFile
from uprcities.library.refusals import UploadRefusedError

UNREADABLE = _(
    "We could not read this PDF. It may be damaged. Print it to a new PDF and upload that."
)
LOCKED = _("This PDF is locked with a password. Save it without one and upload that.")
HAS_COMMENTS = _(
    "This PDF still has comments, which can show who wrote them. Remove the comments, or print "
    "it to a new PDF, and upload that."
)
# What can start something, carry another file, or tell who worked on the paper.
ROOT_TRACES = ("/Metadata", "/OpenAction", "/AA", "/PieceInfo", "/AF", "/Collection", "/Perms")
NAME_TRACES = ("/JavaScript", "/EmbeddedFiles")
PAGE_TRACES = ("/Metadata", "/AA", "/PieceInfo", "/LastModified", "/Thumb", "/AF")
# Notes that people put on top of a paper; links and form fields are part of it.
COMMENTS = {
    "/Text", "/FreeText", "/Highlight", "/Underline", "/Squiggly", "/StrikeOut", "/Ink", "/Stamp",
    "/Caret", "/Popup", "/FileAttachment", "/Sound", "/Movie", "/Screen", "/RichMedia", "/3D",
}  # fmt: skip
ACTIVE = ("/JavaScript", "/JS", "/Launch", "/ImportData", "/SubmitForm")


def clean_pdf(data, name):
    """The PDF without author, history, attachments and programs; its tags and links stay."""
    try:
        with pikepdf.open(BytesIO(data)) as paper:
            refuse_comments(paper)
            strip(paper)
            output = BytesIO()
            paper.save(output, deterministic_id=True, fix_metadata_version=False)
    except UploadRefusedError:
        raise
    except pikepdf.PasswordError as error:
        raise UploadRefusedError(LOCKED, code="locked") from error
    except Exception as error:  # a broken file fails in many ways, each means the same
        raise UploadRefusedError(UNREADABLE, code="unreadable") from error
    return CleanFile(output.getvalue(), name)


def refuse_comments(paper):
    for page in paper.pages:
        for note in page.get("/Annots", []):
            if str(note.get("/Subtype", "")) in COMMENTS:
                raise UploadRefusedError(HAS_COMMENTS, code="comments")


def strip(paper):
    if "/Info" in paper.trailer:
        del paper.trailer["/Info"]
    drop(paper.Root, ROOT_TRACES)
    if "/Names" in paper.Root:
        drop(paper.Root.Names, NAME_TRACES)
    for page in paper.pages:
        drop(page.obj, PAGE_TRACES)
        for note in page.get("/Annots", []):
            drop(note, ("/AA", "/T") if str(note.get("/Subtype", "")) == "/Link" else ("/AA",))
    for item in paper.objects:
        if isinstance(item, pikepdf.Stream | pikepdf.Dictionary):
            strip_object(item)
    paper.remove_unreferenced_resources()


def strip_object(item):
    drop(item, ("/PieceInfo", "/Metadata", "/LastModified"))
    if str(item.get("/S", "")) in ACTIVE:
        drop(item, ("/S", "/JS", "/F", "/Win"))
    is_stream = isinstance(item, pikepdf.Stream)
    if is_stream and str(item.get("/Subtype", "")) == "/Image" and is_photo(item):
        item.write(jpeg_without_notes(item.read_raw_bytes()), filter=item.Filter)


def is_photo(item):
    kind = item.get("/Filter", "")
    if isinstance(kind, pikepdf.Array):
        return len(kind) == 1 and str(kind[0]) == "/DCTDecode"
    return str(kind) == "/DCTDecode"


def drop(holder, keys):
    for key in keys:
        if key in holder:
            del holder[key]
