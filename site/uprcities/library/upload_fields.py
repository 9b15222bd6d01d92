"""Form fields that read an upload once, say clearly what is wrong with it, and hand on a clean file."""

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.documents.fields import WagtailDocumentField
from wagtail.images.fields import WagtailImageField

from uprcities.lib.file_names import has_control_characters
from uprcities.library.cleaning.document import CONTENT_TYPES, clean_document
from uprcities.library.cleaning.picture import clean_picture

UNPRINTABLE = _(
    "The name of this file contains characters that cannot be printed. Rename the file and "
    "upload it again."
)
PICTURE_KINDS = _("JPEG, PNG, WebP, AVIF or HEIC. Place, device and other hidden data are removed.")
DOCUMENT_KINDS = _(
    "{kinds}. Author names and other hidden data are removed. What stands in the text stays."
)


class PictureUploadField(WagtailImageField):
    """Takes a picture. What it returns has been made anew from the pixels."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.help_text = PICTURE_KINDS

    def to_python(self, data):
        upload = forms.FileField.to_python(self, data)
        if upload is None:
            return None
        refuse_unprintable(upload.name)
        self.check_image_file_size(upload)
        extension = upload.name.rpartition(".")[2].lower()
        if extension not in settings.WAGTAILIMAGES_EXTENSIONS and extension not in ("svg", "gif"):
            raise ValidationError(self.error_messages["invalid_image_extension"], code="extension")
        return clean_picture(upload, extension)


class DocumentUploadField(WagtailDocumentField):
    """Takes a document or a recording. What it returns has been scrubbed."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        kinds = ", ".join(sorted(CONTENT_TYPES)).upper()
        self.help_text = format_lazy(DOCUMENT_KINDS, kinds=kinds)

    def to_python(self, data):
        upload = super().to_python(data)
        if upload is None:
            return None
        refuse_unprintable(upload.name)
        return clean_document(upload, upload.name)


def refuse_unprintable(name):
    if has_control_characters(name):
        raise ValidationError(UNPRINTABLE, code="unprintable")
