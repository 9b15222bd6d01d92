from django.core.management.base import BaseCommand
from django.utils.translation import ngettext

from ...withdrawal import clear_what_is_left


class Command(BaseCommand):
    help = (
        "Take down what a withdrawal left up because something failed. Nobody could read it in "
        "the meantime: the pages themselves ask for consent."
    )

    def handle(self, **options):
        if cleared := clear_what_is_left():
            words = ngettext(
                "%(count)d testimony cleared.", "%(count)d testimonies cleared.", cleared
            )
            self.stdout.write(words % {"count": cleared})
