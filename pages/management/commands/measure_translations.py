from django.core.management.base import BaseCommand

from ...translating.measuring_all import forget_what_is_gone, measure_all


class Command(BaseCommand):
    help = (
        "Measure for the translation desk how far every page is in each language."
        " After an upgrade, or when the desk seems wrong. Safe to repeat."
    )

    def handle(self, **options):
        measured, skipped = measure_all()
        forgotten = forget_what_is_gone()
        self.stdout.write(f"{measured} measured, {skipped} not translated, {forgotten} forgotten.")
