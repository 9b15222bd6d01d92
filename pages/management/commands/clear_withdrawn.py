from django.core.management.base import BaseCommand

from ...withdrawal import clear_what_is_left


class Command(BaseCommand):
    help = (
        "Take down what a withdrawal left up because something failed. Nobody could read it in "
        "the meantime: the pages themselves ask for consent."
    )

    def handle(self, **options):
        if cleared := clear_what_is_left():
            self.stdout.write(f"{cleared} testimonies cleared")
