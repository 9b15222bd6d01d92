from django.core.management.base import BaseCommand

from campaigns.compile.loading import load_reviews


class Command(BaseCommand):
    """Loads the UN reviews of the United States and how it answered each recommendation."""

    help = "Load UN reviews and recommendations. Safe to repeat; an editor's own values survive."

    def add_arguments(self, parser):
        parser.add_argument(
            "--dry-run", action="store_true", help="Say what would change, and change nothing."
        )

    def handle(self, *args, dry_run, **options):
        counts = load_reviews(dry_run=dry_run)
        for review, number in counts.by_review.items():
            self.stdout.write(f"{review}: {number} recommendations")
        would = "would be " if dry_run else ""
        self.stdout.write(
            f"{counts.made} {would}made, {counts.changed} {would}changed,"
            f" {counts.unchanged} unchanged"
        )
