from django.core.management.base import BaseCommand
from django.utils.translation import ngettext

from pages.translating.refreshing import refresh_sources


class Command(BaseCommand):
    """Shows translators the fields that page types have learnt since; part of every new version."""

    help = "Read originals again whose page type has changed; keeps every translation."

    def add_arguments(self, parser):
        parser.add_argument("--dry-run", action="store_true", help="Only say which they would be.")

    def handle(self, *args, dry_run, verbosity, **options):
        pages = refresh_sources(dry_run)
        if verbosity > 1 or dry_run:
            for page in pages:
                self.stdout.write(f"{page.pk} {page.title} ({page.locale.language_code})")
        words = ngettext(
            "%(count)d original read again.", "%(count)d originals read again.", len(pages)
        )
        if dry_run:
            words = ngettext(
                "%(count)d original would be read again.",
                "%(count)d originals would be read again.",
                len(pages),
            )
        if verbosity:
            self.stdout.write(words % {"count": len(pages)})
