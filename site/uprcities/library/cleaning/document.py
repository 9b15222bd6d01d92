"""Scrub a document or a recording of the traces of those who made it; refuse what may hide some."""

from django.conf import settings
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _

from uprcities.library.cleaning.office import clean_docx, clean_odt, clean_xlsx
from uprcities.library.cleaning.pdf import clean_pdf
from uprcities.library.cleaning.plain import clean_captions, clean_plain
from uprcities.library.cleaning.recording import clean_recording
from uprcities.library.refusals import UploadRefusedError

CONTENT_TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "odt": "application/vnd.oasis.opendocument.text",
    "txt": "text/plain; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "vtt": "text/vtt; charset=utf-8",
    "mp3": "audio/mpeg",
    "m4a": "audio/mp4",
    "ogg": "audio/ogg",
    "wav": "audio/wav",
    "mp4": "video/mp4",
    "webm": "video/webm",
}
CLEANERS = {
    "pdf": clean_pdf,
    "docx": clean_docx,
    "xlsx": clean_xlsx,
    "odt": clean_odt,
    "txt": clean_plain,
    "csv": clean_plain,
    "vtt": clean_captions,
}
RECORDINGS = {"mp3", "m4a", "ogg", "wav", "mp4", "webm"}
LARGEST_PAPER = 25 * 1024 * 1024

NOT_A_KIND_WE_KEEP = _(
    "We cannot keep files of this kind. You can upload: %(kinds)s. Save your file as one of "
    "these, for example as PDF, and upload that."
)
TOO_LARGE = _("This file is too big (%(size)s). The most is %(most)s.")


def clean_document(file, name):
    """Return a clean file for an upload of that name, or raise UploadRefusedError."""
    extension = name.rpartition(".")[2].lower() if "." in name else ""
    if extension not in CONTENT_TYPES:
        kinds = ", ".join(sorted(CONTENT_TYPES))
        raise UploadRefusedError(NOT_A_KIND_WE_KEEP, code="kind", params={"kinds": kinds})
    refuse_large(file, extension)
    file.seek(0)
    if extension in RECORDINGS:
        return clean_recording(file, extension)
    return CLEANERS[extension](file.read(), f"document.{extension}")


def refuse_large(file, extension):
    most = settings.WAGTAILDOCS_MAX_UPLOAD_SIZE if extension in RECORDINGS else LARGEST_PAPER
    if file.size > most:
        params = {"size": filesizeformat(file.size), "most": filesizeformat(most)}
        raise UploadRefusedError(TOO_LARGE, code="too_large", params=params)
