import warnings

import pillow_heif
from django.apps import AppConfig
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from PIL import Image


class LibraryConfig(AppConfig):
    """Pictures and documents: who made them, how they may be used, and nothing else about them."""

    name = "uprcities.library"
    label = "library"
    verbose_name = _("Library of pictures and documents")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        Image.init()  # all readers at once: a restricted open() does not look for further ones
        pillow_heif.register_heif_opener()
        # Pillow and Willow stop at the header of a picture that would fill the memory.
        Image.MAX_IMAGE_PIXELS = settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS
        warnings.simplefilter("error", Image.DecompressionBombWarning)
