from django.utils.translation import gettext_lazy as _

from uprcities.library.cleaning.files import CleanFile
from uprcities.library.refusals import UploadRefusedError

NOT_TEXT = _(
    "This file is not plain text in UTF-8. Open it, choose “Save as” with the encoding UTF-8, "
    "and upload that."
)
NOT_CAPTIONS = _("A captions file starts with the word WEBVTT. This one does not.")
WEB_PAGE = _("This file is a web page, and those can carry programs. Upload it as PDF instead.")


def clean_plain(data, name):
    """Text as it is; it has no place for traces that its reader cannot see."""
    text = as_text(data)
    if text.lstrip().lower().startswith(("<!doctype", "<html", "<svg", "<script", "<?xml")):
        raise UploadRefusedError(WEB_PAGE, code="web_page")
    return CleanFile(text.encode(), name)


def clean_captions(data, name):
    text = as_text(data)
    if not text.startswith("WEBVTT"):
        raise UploadRefusedError(NOT_CAPTIONS, code="not_captions")
    return CleanFile(text.encode(), name)


def as_text(data):
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UploadRefusedError(NOT_TEXT, code="not_text") from error
    if "\0" in text:
        raise UploadRefusedError(NOT_TEXT, code="not_text")
    return text
