from django.core.management.base import BaseCommand
from django.utils.translation import ngettext

from ...translating.measuring_all import measure_all


class Command(BaseCommand):
    help = (
        "Measure for the translation desk how far every text is in each language."
        " After an upgrade, or when the desk seems wrong. Safe to repeat."
    )

    def handle(self, **options):
        measured, skipped = measure_all()
        done = ngettext("%(count)d text measured.", "%(count)d texts measured.", measured)
        left = ngettext("%(count)d left out.", "%(count)d left out.", skipped)
        self.stdout.write(f"{done % {'count': measured}} {left % {'count': skipped}}")
