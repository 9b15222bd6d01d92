"""The queue of jobs is swept: what ended long ago goes, what a worker left behind has failed."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from pages.translating.jobs import prepare_translation
from uprcities.management.commands.run_clock import ROUND

pytestmark = pytest.mark.django_db


@pytest.fixture
def job():
    """job("SUCCESSFUL", finished_at=…) is one in the queue, begun when it was ended or asked for."""

    def make(status, **facts):
        pk = prepare_translation.enqueue(0).id
        DBTaskResult.objects.filter(pk=pk).update(status=status, **facts)
        return DBTaskResult.objects.get(pk=pk)

    return make


def sweep():
    call_command("purge_jobs", verbosity=0)
    return set(DBTaskResult.objects.values_list("pk", "status"))


def test_the_clock_does_it_each_round():
    assert "purge_jobs" in dict(ROUND)


def test_what_ended_long_ago_goes_and_the_rest_stays(job):
    long_ago, lately = (timezone.now() - timedelta(days=days) for days in (15, 13))
    for status in ("SUCCESSFUL", "FAILED"):
        job(status, finished_at=long_ago)
    kept = [job("SUCCESSFUL", finished_at=lately), job("FAILED", finished_at=lately)]
    kept.append(job("READY", enqueued_at=long_ago))

    assert sweep() == {(one.pk, one.status) for one in kept}


def test_what_a_killed_worker_left_behind_has_failed_and_goes_in_its_turn(job):
    lost = job("RUNNING", started_at=timezone.now() - timedelta(hours=25))
    at_work = job("RUNNING", started_at=timezone.now() - timedelta(hours=23))

    assert sweep() == {(lost.pk, "FAILED"), (at_work.pk, "RUNNING")}

    DBTaskResult.objects.filter(pk=lost.pk).update(finished_at=timezone.now() - timedelta(days=15))
    assert sweep() == {(at_work.pk, "RUNNING")}
