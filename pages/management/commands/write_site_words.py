from django.core.management.base import BaseCommand
from django.utils.translation import ngettext

from pages.translating.other_texts.interface import other_codes, write_site_words


class Command(BaseCommand):
    """Writes what people of this site translated of our own words into files that pages read."""

    help = "Put the site's own words of the interface from the database into VAR_DIR/locale."

    def handle(self, *args, verbosity, **options):
        codes = other_codes()
        for code in codes:
            write_site_words(code)
        if verbosity:
            words = ngettext(
                "%(count)d language written.", "%(count)d languages written.", len(codes)
            )
            self.stdout.write(words % {"count": len(codes)})
