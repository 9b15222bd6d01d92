from datetime import timedelta

from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.utils import timezone
from django_tasks_db.models import DBTaskResult


class WorkerGoneError(Exception):
    """Whoever worked on it did not come back."""


class Command(BaseCommand):
    help = (
        "Call failed what a worker began and never ended, and forget jobs that ended some days ago."
        " What they were to do is given out again by whatever asked for it. Safe to run every minute."
    )

    def add_arguments(self, parser):
        parser.add_argument("--days", type=int, default=14, help="Days that an ended job is kept.")
        parser.add_argument(
            "--hours", type=int, default=24, help="Hours after which a worker is taken for gone."
        )

    def handle(self, *, days, hours, verbosity, **options):
        lost = list(_lost(timezone.now() - timedelta(hours=hours)))
        for job in lost:
            job.set_failed(WorkerGoneError(f"Begun at {job.started_at}, never ended."))
        told = ["--backend", "jobs", "--queue-name", "*", "--min-age-days", str(days)]
        call_command("prune_db_task_results", *told, stdout=self.stdout, verbosity=0)
        if lost or verbosity > 1:
            self.stdout.write(f"{len(lost)} jobs of workers that are gone")


def _lost(before):
    return DBTaskResult.objects.running().filter(backend_name="jobs", started_at__lt=before)
