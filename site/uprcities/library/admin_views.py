"""Wagtail's page for many uploads at once, without the names of the files and without raw copies."""

from django.utils.translation import gettext_lazy as _
from wagtail.documents.views.multiple import AddView as DocumentAddView
from wagtail.images.views.multiple import AddView as ImageAddView

NOT_KEPT = _("This file was not kept, because something else is wrong: %(reasons)s")


class UntitledUpload:
    """A file sent by the page for many uploads: its script sends the file's name as the title."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # What was sent is ignored: the model finds a neutral title.
        self.fields["title"].disabled = True

    def full_clean(self):
        """Refuse what cannot be stored at once: Wagtail would park the raw upload for later."""
        super().full_clean()
        if self._errors and "file" not in self._errors:
            reasons = " ".join(str(error) for errors in self._errors.values() for error in errors)
            self.add_error("file", NOT_KEPT % {"reasons": reasons})


class ManyImagesView(ImageAddView):
    """Adds many pictures at once."""

    def get_upload_form_class(self):
        return untitled(super().get_upload_form_class())


class ManyDocumentsView(DocumentAddView):
    """Adds many documents at once."""

    def get_upload_form_class(self):
        return untitled(super().get_upload_form_class())


def untitled(form_class):
    return type(f"Untitled{form_class.__name__}", (UntitledUpload, form_class), {})
