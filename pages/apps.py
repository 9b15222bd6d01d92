from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PagesConfig(AppConfig):
    """What the public reads."""

    name = "pages"
    label = "pages"
    verbose_name = _("pages")

    def ready(self):
        from uprcities.lib.day_inputs import take_the_place_of_the_calendar

        take_the_place_of_the_calendar()
        from . import kit_changes, land, published_documents, publishing, withdrawal  # noqa: F401  their receivers listen from here on
        from .starting import keeping  # noqa: F401
        from .translating import aliases, following  # noqa: F401
