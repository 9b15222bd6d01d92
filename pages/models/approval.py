"""Nobody puts their own words before readers: what is approved, and who may do it."""

from django.utils.translation import gettext as _
from wagtail.models import Page

from campaigns.places.models import Role
from campaigns.places.rights import approvers_for, may_approve

from .approval_task import NotApprovedError, is_approved
from .changers import last_changers
from .wording import wording


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


def _is_settled(revision):
    return bool(revision.approved_go_live_at) or is_approved(revision)
