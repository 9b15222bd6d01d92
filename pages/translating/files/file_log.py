"""Who fetched a text as a file, and who brought one back: told in the history of the page."""

from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log

OUT, IN = "pages.translation_file.out", "pages.translation_file.in"
UNDONE = "pages.translation_file.undone"


def register(actions):
    """For Wagtail’s hook ``register_log_actions``."""
    actions.register_action(
        OUT, _("Fetch translation file"), _("Fetched the sentences as a file for a translator")
    )
    actions.register_action(
        IN, _("Take in translation file"), _("Took in sentences from a translator’s file")
    )
    actions.register_action(
        UNDONE, _("Undo translation file"), _("Took back what a translator’s file had changed")
    )


def note(sheet, action, user, **data):
    """Write down that a person did this; on the page where there is one, else on its Original."""
    thing = getattr(sheet, "page", None) or sheet.original
    log(thing, action, user=user, data={"language": sheet.language, **data})
