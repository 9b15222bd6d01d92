from datetime import timedelta

from django.core.management.base import BaseCommand
from django.utils.translation import ngettext

from pages.translating.jobs import enqueue_dropped
from pages.translating.preparing import PATIENCE
from pages.translating.requesting import close_fulfilled


class Command(BaseCommand):
    help = (
        "Give the drafts of translations that a worker dropped to another one, and close the"
        " requests that readers have an answer to. Safe to run every minute."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--after",
            type=float,
            default=PATIENCE / timedelta(minutes=1),
            help="Minutes after which a draft counts as dropped.",
        )

    def handle(self, *, after, **options):
        again = enqueue_dropped(patience=timedelta(minutes=after))
        closed = close_fulfilled()
        if again or closed or options["verbosity"] > 1:
            given = ngettext(
                "%(count)d draft given to a worker again.",
                "%(count)d drafts given to a worker again.",
                again,
            )
            ended = ngettext("%(count)d request closed.", "%(count)d requests closed.", closed)
            self.stdout.write(f"{given % {'count': again}} {ended % {'count': closed}}")
