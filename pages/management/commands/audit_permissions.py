import csv

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import ngettext

from campaigns.places.auditing import deviations, lines

from ...land import plots


class Command(BaseCommand):
    help = "Say who may do what, in which city and language, and what differs from the roles."

    def handle(self, **options):
        table = csv.writer(self.stdout, delimiter="\t", lineterminator="\n")
        table.writerow(["person", "role", "place", "languages", "testimony", "in force"])
        for line in lines():
            opens, counts = (
                "yes" if line.opens_testimony else "no",
                "yes" if line.in_force else "no",
            )
            table.writerow([line.person, line.role, line.place, line.languages, opens, counts])
        found = list(deviations(plots()))
        for sentence in found:
            self.stderr.write(sentence)
        if found:
            words = ngettext(
                "%(count)d deviation from the roles.",
                "%(count)d deviations from the roles.",
                len(found),
            )
            raise CommandError(words % {"count": len(found)})
        self.stdout.write("Nothing differs from the roles.")
