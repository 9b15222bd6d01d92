from django.core.management.base import BaseCommand
from django.utils.translation import ngettext

from pages.land import sync_rights


class Command(BaseCommand):
    help = "Make Wagtail's permissions say what the memberships say."

    def add_arguments(self, parser):
        parser.add_argument("--dry-run", action="store_true", help="Only say what would change.")

    def handle(self, *, dry_run, **options):
        changes = sync_rights(dry_run=dry_run)
        for change in changes:
            self.stdout.write(str(change))
        words = ngettext("%(count)d change made.", "%(count)d changes made.", len(changes))
        if dry_run:
            words = ngettext(
                "%(count)d change would be made.", "%(count)d changes would be made.", len(changes)
            )
        self.stdout.write(words % {"count": len(changes)})
