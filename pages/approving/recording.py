"""Writes down an approval that was given elsewhere: by those who made the demo, or before moving here."""

from django.db import transaction
from django.utils import timezone
from wagtail.models import TaskState, WorkflowState

from ..models import ApprovalTask


@transaction.atomic
def record_approval(revision, by=None):
    """Note that somebody (a user, or None) approved this version; it may then be published."""
    page = revision.content_object
    state = WorkflowState.objects.create(
        content_type=page.get_content_type(),
        base_content_type=page.get_base_content_type(),
        object_id=str(page.pk),
        workflow=page.get_workflow(),
        status=WorkflowState.STATUS_APPROVED,
        requested_by=revision.user,
    )
    task = ApprovalTask.objects.filter(workflow_tasks__workflow=state.workflow).get()
    state.current_task_state = TaskState.objects.create(
        workflow_state=state,
        revision=revision,
        task=task,
        status=TaskState.STATUS_APPROVED,
        finished_at=timezone.now(),
        finished_by=by,
    )
    state.save()
