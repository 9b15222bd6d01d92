"""How Wagtail’s workflows ask for an approval, and where it is written down."""

from django.core.exceptions import PermissionDenied
from django.db.models import F
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.forms import TaskStateCommentForm
from wagtail.models import Task, TaskState, WorkflowState

from .approvable import approvable_by


class NotApprovedError(PermissionDenied):
    """A page that would go before readers without anybody else having approved it."""


class SendBackForm(TaskStateCommentForm):
    """Whoever sends a page back says what should be changed."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["comment"].required = True
        self.fields["comment"].label = _("What should be changed?")


class ApprovalTask(Task):
    """Somebody else looks at a page before readers do: who that may be, the page itself says."""

    class Meta:
        verbose_name = gettext_lazy("approval by another person")
        verbose_name_plural = gettext_lazy("approvals by another person")

    @classmethod
    def get_description(cls):
        return _(
            "A story is approved by a safety reviewer, anything else by an editor; never by whoever"
            " wrote or last changed it."
        )

    def user_can_access_editor(self, obj, user):
        return obj.specific.has_approver(user)

    def locked_for_user(self, obj, user):
        return not obj.specific.has_approver(user)

    def get_actions(self, obj, user):
        page = obj.specific
        if not page.has_approver(user):
            return []
        back = ("reject", _("Send back with a note"), True)
        if page.why_not_approved_by(user):
            return [back]
        return [
            ("approve", _("Approve and publish"), False),
            ("approve", _("Approve with a note"), True),
            back,
        ]

    def get_form_for_action(self, action):
        return SendBackForm if action == "reject" else super().get_form_for_action(action)

    def on_action(self, task_state, user, action_name, **kwargs):
        """Asks again: the address of an action names the page and the state apart.

        What is approved is the newest version. Whoever changed it in the form with which they
        approve it keeps their words; the page goes on waiting, and is told why.
        """
        page = task_state.revision.content_object.specific
        if not page.has_approver(user):
            raise NotApprovedError(page.who_approves())
        if action_name == "approve":
            if page.why_not_approved_by(user):
                return None
            task_state.revision = page.get_latest_revision()
        return super().on_action(task_state, user, action_name, **kwargs)

    def get_task_states_user_can_moderate(self, user, **kwargs):
        waiting = TaskState.objects.filter(task=self, status=TaskState.STATUS_IN_PROGRESS)
        return waiting.filter(pk__in=approvable_by(user, waiting))


def is_approved(revision):
    """Whether exactly this version was approved, and nobody wrote over it since."""
    approvals = TaskState.objects.filter(
        revision=revision,
        status=TaskState.STATUS_APPROVED,
        workflow_state__status=WorkflowState.STATUS_APPROVED,
        finished_at__gte=F("revision__created_at"),
    )
    return approvals.filter(task__in=ApprovalTask.objects.all()).exists()
