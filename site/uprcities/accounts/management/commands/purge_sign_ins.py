from datetime import timedelta

from allauth.usersessions.models import UserSession
from axes.models import AccessAttempt
from django.core.management.base import BaseCommand
from django.utils import timezone

from uprcities.accounts.models import SignInEvent


class Command(BaseCommand):
    help = "Forget who signed in from where once that is thirty days ago."

    def add_arguments(self, parser):
        parser.add_argument("--days", type=int, default=30)
        parser.add_argument("--dry-run", action="store_true", help="Only count.")

    def handle(self, *, days, dry_run, verbosity, **options):
        then = timezone.now() - timedelta(days=days)
        old = {
            "events": SignInEvent.objects.filter(at__lt=then),
            "failed tries": AccessAttempt.objects.filter(attempt_time__lt=then),
            "sessions": UserSession.objects.filter(last_seen_at__lt=then),
        }
        counts = {name: rows.count() if dry_run else rows.delete()[0] for name, rows in old.items()}
        if verbosity:
            done = "Would forget" if dry_run else "Forgot"
            told = ", ".join(f"{count} {name}" for name, count in counts.items())
            self.stdout.write(f"{done} {told}.")
