"""What the worker does for translations, and what it was given to do."""

from functools import partial

from django.db import transaction
from django.utils import timezone
from django_tasks import task
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from ..models import TranslationRequest
from .preparing import dropped, give_up_on_worn_out, prepare

#: Somebody looks at a screen and waits: before media kits, for which nobody does.
BEFORE_KITS = 10


@task(backend="jobs", priority=BEFORE_KITS)
def prepare_translation(request_id):
    """Make the draft of a request; safe to run twice."""
    prepare(request_id)


def enqueue(request_ids):
    """Put the drafts of these requests into the queue, once what happens now is saved."""
    if not request_ids:
        return
    TranslationRequest.objects.filter(pk__in=request_ids).update(preparing_since=timezone.now())
    transaction.on_commit(partial(_enqueue_once, request_ids))


def _enqueue_once(request_ids):
    waiting = _ids_in_the_queue()
    for pk in request_ids:
        if pk not in waiting:
            prepare_translation.enqueue(pk)


def enqueue_dropped(**since):
    """Give to a new worker what an old one dropped; returns how many requests that were.

    ``since`` are ``now`` and ``patience`` of ``dropped``.
    """
    give_up_on_worn_out()
    waiting = _ids_in_the_queue()
    ids = [pk for pk in dropped(**since).values_list("pk", flat=True) if pk not in waiting]
    enqueue(ids)
    return len(ids)


def _ids_in_the_queue():
    jobs = DBTaskResult.objects.filter(
        task_path=prepare_translation.module_path, status=TaskResultStatus.READY
    )
    return {told["args"][0] for told in jobs.values_list("args_kwargs", flat=True)}
