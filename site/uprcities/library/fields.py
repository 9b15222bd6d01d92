"""File fields that clean whatever is stored through them, by every way in."""

from django.db import models
from django.db.models.fields.files import FieldFile
from wagtail.images.models import WagtailImageField, WagtailImageFieldFile
from wagtail.utils.file import hash_filelike

from uprcities.library.cleaning.document import clean_document
from uprcities.library.cleaning.files import is_clean
from uprcities.library.cleaning.picture import clean_picture, picture_size


class PictureFieldFile(WagtailImageFieldFile):
    """A stored picture. Saving is the one way to the storage, so this is where it is cleaned."""

    def get_image_dimensions(self):
        was_closed = self.closed
        try:
            self.open()
            return picture_size(self)
        finally:
            self.close() if was_closed else self.seek(0)

    def save(self, name, content, save=True):
        picture = content if is_clean(content) else clean_picture(content)
        note_file(self.instance, picture)
        self.instance.colour = picture.colour
        super().save(picture.name, picture, save)


class PictureField(WagtailImageField):
    """The original of a picture, as pixels and nothing else."""

    attr_class = PictureFieldFile


class DocumentFieldFile(FieldFile):
    """A stored document or recording without the traces of those who made it."""

    def save(self, name, content, save=True):
        document = content if is_clean(content) else clean_document(content, name)
        note_file(self.instance, document)
        super().save(document.name, document, save)


class DocumentField(models.FileField):
    """The file of a document, scrubbed."""

    attr_class = DocumentFieldFile


def store_file(instance):
    """Store a new file before the row is written, so that the row tells what is stored."""
    if instance.file and not instance.file._committed:
        instance.file.save(instance.file.name, instance.file.file, save=False)


def note_file(instance, file):
    instance.file_size = file.size
    file.seek(0)
    instance.file_hash = hash_filelike(file)
    file.seek(0)
