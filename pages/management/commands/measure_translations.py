from django.core.management.base import BaseCommand

from ...translating.measuring_all import measure_all


class Command(BaseCommand):
    help = (
        "Measure for the translation desk how far every text is in each language."
        " After an upgrade, or when the desk seems wrong. Safe to repeat."
    )

    def handle(self, **options):
        measured, skipped = measure_all()
        self.stdout.write(f"{measured} measured, {skipped} left out.")
