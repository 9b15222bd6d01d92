"""A group rests, is taken up again, ends, or is reopened."""

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log

from campaigns.places import life_log
from campaigns.places.models import LocalGroup


@dataclass(frozen=True)
class Step:
    """One thing that can happen to a group: what it is called, what it does, when it is offered."""

    name: str
    action: str
    field: str
    is_end: bool  # sets the day, or takes it away again
    title: str | Promise
    consequences: tuple
    done: str | Promise

    def is_offered(self, group):
        if self.name == "suspend" and group.archived_on:
            return False
        return bool(getattr(group, self.field)) != self.is_end

    def take(self, group, user):
        """Do it, once, and write down who did; rights follow at once."""
        with transaction.atomic():
            group = LocalGroup.objects.select_for_update().get(pk=group.pk)
            if not self.is_offered(group):
                return
            setattr(group, self.field, timezone.now() if self.is_end else None)
            group.save()
            log(instance=group, action=self.action, user=user)


_UNDO = _("You can undo this here at any time. It is written into the group’s history.")

STEPS = {
    step.name: step
    for step in (
        Step(
            "suspend",
            life_log.SUSPEND,
            "suspended_on",
            True,
            _("Suspend"),
            (
                _("Its people lose all their rights at once, also those to testimony."),
                _("Its pages stay up and its contacts stay on them."),
                _("What is scheduled does not go public while it rests: it becomes a draft."),
                _UNDO,
            ),
            _("The group is suspended."),
        ),
        Step(
            "take-up",
            life_log.TAKE_UP,
            "suspended_on",
            False,
            _("Take up again"),
            (
                _("Its people have the roles again that they had."),
                _("What came due meanwhile stays a draft until somebody publishes it."),
            ),
            _("The group works again."),
        ),
        Step(
            "archive",
            life_log.ARCHIVE,
            "archived_on",
            True,
            _("Archive"),
            (
                _("The group is over. Its people have no rights any more."),
                _("Its pages stay readable. Each says that the group is no longer active."),
                _("Its e-mail address and its press contacts are no longer shown."),
                _("Its testimony stays closed; administrators can still take a story back."),
                _("What is scheduled does not go public: it becomes a draft."),
                _UNDO,
            ),
            _("The group is archived. Its record stays."),
        ),
        Step(
            "reopen",
            life_log.REOPEN,
            "archived_on",
            False,
            _("Reopen"),
            (
                _("Its people have the roles again that they had."),
                _("Its contacts are shown again, and its pages say nothing of an end."),
            ),
            _("The group is open again."),
        ),
    )
}
