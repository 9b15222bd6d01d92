"""Nobody puts their own words before readers: what is approved, and who may do it."""

from django.core.exceptions import PermissionDenied
from django.db.models import F
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.forms import TaskStateCommentForm
from wagtail.models import Page, Task, TaskState, WorkflowState

from campaigns.places.models import Role
from campaigns.places.rights import approvers_for, may_approve

from .approvable import approvable_by
from .changers import last_changers
from .wording import wording


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


class ApprovedByAnother:
    """A page that somebody approves; some kinds are not published without it."""

    #: Whoever holds one of these roles for its city may approve it.
    approved_by = (Role.EDITOR, Role.COORDINATOR)
    #: Whether nothing of it goes before readers unapproved, by whichever way.
    must_be_approved = False
    #: Whether the person who began it may never approve it, even after others changed it.
    is_never_approved_by_author = False

    def has_approver(self, user):
        """Whether this person approves pages of this kind in this city at all."""
        return may_approve(user, self.city, self.approved_by)

    def why_not_approved_by(self, user):
        """Why this person cannot approve this page as it stands, or an empty string."""
        if not self.has_approver(user):
            return self.who_approves()
        if self.is_never_approved_by_author and self.owner_id == user.pk:
            return _("You wrote this page. Somebody else has to approve it.")
        if user.pk in (last_changers(self) or self._sent_by()):
            return _("You changed this page last. Somebody else has to approve it.")
        return self.get_latest_revision_as_object().why_not_shown_yet()

    def who_approves(self):
        """A sentence that says who approves this page."""
        if Role.SAFETY_REVIEWER in self.approved_by:
            return _("A safety reviewer who did not write this page has to approve it.")
        return _("An editor who did not change this page last has to approve it.")

    def why_not_shown_yet(self):
        """What else keeps this page from readers, told to its editors, or an empty string."""
        return ""

    def what_was_agreed(self):
        """(What, how) pairs of what a teller agreed to, for whoever approves their story."""
        return []

    def approvers(self):
        """The people who approve pages of this kind in this city."""
        return approvers_for(self.city, self.approved_by)

    def publish(self, revision, *args, **kwargs):
        if self.must_be_approved and not is_approved(revision):
            if not revision.approved_go_live_at:
                raise NotApprovedError(self.who_approves())
            # Its day came unapproved: what else is due still goes out.
            revision.approved_go_live_at = None
            revision.save(update_fields=["approved_go_live_at"])
            return None
        return super().publish(revision, *args, **kwargs)

    def save(self, *args, **kwargs):
        fields = kwargs.get("update_fields")
        if (
            self.must_be_approved
            and self.live
            and (not fields or {"live", "live_revision"} & {*fields})
        ):
            self._ask_for_approval()
        return super().save(*args, **kwargs)

    def save_revision(self, *args, overwrite_revision=None, **kwargs):
        """A version that was approved stays as it was; what is written later is another one."""
        if overwrite_revision and _is_settled(overwrite_revision):
            overwrite_revision = None
        return super().save_revision(*args, overwrite_revision=overwrite_revision, **kwargs)

    def _sent_by(self):
        """Who asked for approval: counts where nobody is known to have changed the page."""
        state = self.current_workflow_state
        return {state.requested_by_id} if state else set()

    def _ask_for_approval(self):
        if self._state.adding:
            self.live = False  # begins as a draft, copies too
        elif self.alias_of_id:
            return  # shows what was approved of its original, and nothing else
        elif self._becomes_another_version():
            if not is_approved(self.live_revision):
                raise NotApprovedError(self.who_approves())
        elif self._says_something_else():
            raise NotApprovedError(self.who_approves())

    def _says_something_else(self):
        """Whether these are other words than readers see, in the version that they see."""
        before = type(self).objects.filter(pk=self.pk).first()
        said, now = (
            wording(type(self), page.serializable_data()) for page in (before or self, self)
        )
        return said != now

    def _becomes_another_version(self):
        before = Page.objects.filter(pk=self.pk).values_list("live", "live_revision").first()
        return before != (True, self.live_revision_id)


def is_approved(revision):
    """Whether exactly this version was approved, and nobody wrote over it since."""
    approvals = TaskState.objects.filter(
        revision=revision,
        status=TaskState.STATUS_APPROVED,
        workflow_state__status=WorkflowState.STATUS_APPROVED,
        finished_at__gte=F("revision__created_at"),
    )
    return approvals.filter(task__in=ApprovalTask.objects.all()).exists()


def _is_settled(revision):
    return bool(revision.approved_go_live_at) or is_approved(revision)
