from django.core.management.base import BaseCommand

from pages.translating.other_texts.interface import other_codes, write_site_words


class Command(BaseCommand):
    """Writes what people of this site translated of our own words into files that pages read."""

    help = "Put the site's own words of the interface from the database into VAR_DIR/locale."

    def handle(self, *args, verbosity, **options):
        for code in other_codes():
            write_site_words(code)
        if verbosity:
            self.stdout.write(f"{len(other_codes())} languages written.")
