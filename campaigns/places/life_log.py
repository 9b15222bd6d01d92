"""What happened to a group, as its history tells it."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import LogFormatter

SUSPEND, TAKE_UP = "places.suspend", "places.take_up"
ARCHIVE, REOPEN = "places.archive", "places.reopen"
HAND_OVER, RENAME = "places.hand_over", "places.rename"


class HandedOver(LogFormatter):
    """Who left, and who took over which role."""

    label = _("Hand over")

    def format_message(self, log_entry):
        return " ".join(_line(line) for line in log_entry.data.get("lines", []))


class Renamed(LogFormatter):
    """From which address to which."""

    label = _("Rename")

    def format_message(self, log_entry):
        words = gettext("From “%(old)s” (%(old_slug)s) to “%(new)s” (%(new_slug)s).")
        return words % log_entry.data


def register(actions):
    """For Wagtail’s hook ``register_log_actions``."""
    actions.register_action(SUSPEND, _("Suspend"), _("Suspended: its people may change nothing."))
    actions.register_action(TAKE_UP, _("Take up again"), _("Taken up again."))
    actions.register_action(ARCHIVE, _("Archive"), _("Archived: the group is over."))
    actions.register_action(REOPEN, _("Reopen"), _("Reopened: the group works again."))
    actions.register_action(HAND_OVER)(HandedOver)
    actions.register_action(RENAME)(Renamed)


def _line(line):
    if line["to"]:
        return gettext("%(role)s: from %(from)s to %(to)s.") % line
    return gettext("%(role)s: %(from)s leaves.") % line
