"""What people and workers do about machine drafts, for the tests of this folder."""

from django.test import TestCase
from django.urls import reverse
from django_tasks.base import TaskResultStatus
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from pages.models import MachineDraft
from pages.tasks import draft_by_machine
from pages.translating.machine.drafting import begin, go_on


def draft_now(sheet, user):
    """Ask for a draft and do the work at once, as the worker would; the MachineDraft after it."""
    draft = begin(sheet, user)
    with TestCase.captureOnCommitCallbacks(execute=True):
        go_on(draft.pk, draft.run)
    return MachineDraft.objects.get(pk=draft.pk)


def address_of(original, language="es"):
    return reverse("draft_by_machine", args=[original.pk, language])


def press(client, user, original, language="es"):
    """The button, pressed by this person; the answer, after the redirect."""
    client.force_login(user)
    with TestCase.captureOnCommitCallbacks(execute=True):
        return client.post(address_of(original, language), follow=True)


def work_off(task=draft_by_machine):
    """The worker does what waits of this task in its queue; its loop would close the test’s database."""
    worker = Worker(
        queue_names=["default"],
        excluded_queue_names=[],
        interval=0,
        batch=True,
        backend_name="jobs",
        startup_delay=False,
        max_tasks=None,
        worker_id="test",
    )
    waiting = DBTaskResult.objects.ready().filter(task_path=task.module_path)
    for result in waiting:
        result.claim(worker.worker_id)
        worker.run_task(result)
        assert result.status == TaskResultStatus.SUCCESSFUL, result.traceback


def stages(sheet):
    return [str(unit.stage) for unit in sheet.units()]
