"""What the history of a page says of those who asked for its translations and took them."""

from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import LogFormatter

from uprcities.lib.lists import listed

from ..languages import tongue
from .requesting import ASKED, GIVEN, HANDED_BACK, TAKEN, WITHDRAWN


class RequestFormatter(LogFormatter):
    """Names the languages beside what was done."""

    def format_comment(self, log_entry):
        return listed(tongue(code).name for code in log_entry.data.get("languages", []))


def _saying(words):
    return type("Formatter", (RequestFormatter,), {"label": words, "message": words})


FORMATTERS = {
    ASKED: _saying(_("Asked for a translation")),
    TAKEN: _saying(_("Took a translation")),
    HANDED_BACK: _saying(_("Handed a translation back")),
    GIVEN: _saying(_("Said who translates")),
    WITHDRAWN: _saying(_("Took back that a translation was asked for")),
}
