from datetime import timedelta

from django.core.management.base import BaseCommand
from django.utils.translation import ngettext

from uprcities.library.purging import purge_parked_uploads


class Command(BaseCommand):
    """Deletes raw uploads that were parked for later, or left behind by a crash."""

    help = "Delete raw uploads that somebody began and did not finish, or that a crash left behind."

    def add_arguments(self, parser):
        parser.add_argument(
            "--hours", type=float, default=1, help="Leave younger files alone (default: 1)."
        )
        parser.add_argument("--dry-run", action="store_true", help="Only say what would go.")

    def handle(self, *args, hours, dry_run, verbosity, **options):
        gone = purge_parked_uploads(timedelta(hours=hours), dry_run=dry_run)
        words = ngettext("%(count)d raw upload deleted.", "%(count)d raw uploads deleted.", gone)
        if dry_run:
            words = ngettext(
                "%(count)d raw upload would go.", "%(count)d raw uploads would go.", gone
            )
        if verbosity:
            self.stdout.write(words % {"count": gone})
