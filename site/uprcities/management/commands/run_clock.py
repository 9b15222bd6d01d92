import logging
import signal
import time

from django.core.management import CommandError, call_command
from django.core.management.base import BaseCommand
from django.db import DatabaseError, close_old_connections

from uprcities.site_words import notice_new_words

logger = logging.getLogger(__name__)


ROUND = [
    ("publish_scheduled", 1),
    ("clear_withdrawn", 1),
    ("purge_uploads", 0),
    ("purge_sign_ins", 0),
    ("prepare_translations", 1),
    ("purge_jobs", 1),
    ("send_digests", 1),
]


class Command(BaseCommand):
    help = (
        "Do what is due each minute: publish and take down what an editor scheduled, clear what a "
        "withdrawal left up, delete raw uploads that nobody finished, forget old sign-ins, make the "
        "drafts of translations that a worker dropped, forget jobs that are done, and in the "
        "morning remind people of what waits for them."
    )

    def add_arguments(self, parser):
        parser.add_argument("--every", type=int, default=60, help="Seconds between two rounds.")

    def handle(self, *, every, **options):
        signal.signal(signal.SIGTERM, stop)
        while True:
            close_old_connections()
            notice_new_words()
            for command, verbosity in ROUND:
                self.run(command, verbosity)
            time.sleep(every)

    def run(self, command, verbosity):
        """One that fails costs the others nothing."""
        try:
            call_command(command, stdout=self.stdout, verbosity=verbosity)
        except (CommandError, DatabaseError, OSError) as error:
            logger.error("This round of the clock failed: %s: %s", command, error)


def stop(*_signal):
    raise SystemExit(0)
