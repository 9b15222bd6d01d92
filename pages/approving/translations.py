"""A translation on its way to readers: its sentences become a version that somebody approves."""

from dataclasses import dataclass

from django.db import transaction
from wagtail.models import TaskState, WorkflowState
from wagtail_localize.models import StringSegment, StringTranslation, Translation


@dataclass
class Approval:
    """Where a translation stands, for the buttons below it."""

    is_needed: bool
    is_whole: bool  # no sentence is left in the language of the original
    task_state: TaskState | None = None  # the one that waits
    may_send_back: bool = False
    why_not: str = ""  # why the person looking cannot approve it
    seen: str = ""  # the mark of the version that they look at
    has_new_words: bool = False  # sentences were written since it was sent


def approval_of(translation, page, user, is_whole):
    """The Approval of a page of ours, as this person meets it.

    ``is_whole`` says that no sentence is left in the language of the original.
    """
    state = page.current_workflow_task_state
    if state is None or state.status != TaskState.STATUS_IN_PROGRESS:
        return Approval(page.must_be_approved, is_whole)
    return Approval(
        is_needed=page.must_be_approved,
        is_whole=is_whole,
        task_state=state,
        may_send_back=page.has_approver(user),
        why_not=page.why_not_approved_by(user),
        seen=mark_of(page),
        has_new_words=_has_new_words(translation, page),
    )


def is_on_bench(page):
    """Whether a page is a translation that is worked on sentence by sentence."""
    return Translation.objects.filter(
        source__object_id=page.translation_key, target_locale=page.locale_id, enabled=True
    ).exists()


def mark_of(page):
    """Tells the newest version of a page from every other, also from itself written over."""
    version = page.get_latest_revision()
    return f"{version.pk}-{version.created_at.timestamp()}"


@transaction.atomic
def send_for_approval(translation, page, user):
    """Make a version of the sentences as they stand, and ask for its approval.

    ValidationError tells what the new version lacks; then nothing is changed.
    """
    _save_version(translation, page, user)
    page = type(page).objects.get(pk=page.pk)
    state = page.current_workflow_state
    if state and state.status == WorkflowState.STATUS_NEEDS_CHANGES:
        state.current_task_state.revision = page.get_latest_revision()
        state.resume(user)
        return
    if state:
        state.cancel(user=user)
    page.get_workflow().start(page, user)


def _save_version(translation, page, user):
    """The package writes into the page itself, also into one that readers see; here never."""
    if not page.live:
        translation.save_target(user=user, publish=False)
        return
    version = translation.source.get_ephemeral_translated_instance(
        translation.target_locale, fallback=True
    )
    version.save_revision(user=user)


def _has_new_words(translation, page):
    contexts = StringSegment.objects.filter(source=translation.source_id).values("context")
    sent_at = page.get_latest_revision().created_at
    return StringTranslation.objects.filter(
        locale=page.locale_id, context__in=contexts, updated_at__gt=sent_at
    ).exists()
