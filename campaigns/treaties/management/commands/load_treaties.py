from django.core.management.base import BaseCommand, CommandError

from campaigns.treaties.data_files import DATA, DataError, DataFiles
from campaigns.treaties.loading import OUTCOMES, Loading


class Command(BaseCommand):
    help = "Load the treaties, their articles, the themes and their words. Safe to repeat: what an editor changed stays."

    def add_arguments(self, parser):
        parser.add_argument(
            "--dry-run", action="store_true", help="Count what would change, and change nothing."
        )
        parser.add_argument(
            "--from", dest="folder", default=DATA, help="Another folder with data files."
        )

    def handle(self, *, dry_run, folder, **options):
        try:
            counts = Loading(DataFiles(folder)).run(dry_run=dry_run)
        except DataError as error:
            raise CommandError(str(error)) from error
        for what, count in counts.items():
            self.stdout.write(f"{what}: " + ", ".join(f"{count[one]} {one}" for one in OUTCOMES))
        if dry_run:
            self.stdout.write("Nothing was changed: this was a dry run.")
