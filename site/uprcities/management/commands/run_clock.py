import logging
import signal
import time

from django.core.management import CommandError, call_command
from django.core.management.base import BaseCommand
from django.db import DatabaseError, close_old_connections

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    help = (
        "Do what is due each minute: publish and take down what an editor scheduled, clear what a "
        "withdrawal left up, delete raw uploads that nobody finished, and forget old sign-ins."
    )

    def add_arguments(self, parser):
        parser.add_argument("--every", type=int, default=60, help="Seconds between two rounds.")

    def handle(self, *, every, **options):
        signal.signal(signal.SIGTERM, stop)
        while True:
            close_old_connections()
            try:
                call_command("publish_scheduled", stdout=self.stdout)
                call_command("clear_withdrawn", stdout=self.stdout)
                call_command("purge_uploads", verbosity=0)
                call_command("purge_sign_ins", verbosity=0)
            except (CommandError, DatabaseError, OSError) as error:
                logger.error("This round of the clock failed: %s", error)
            time.sleep(every)


def stop(*_signal):
    raise SystemExit(0)
