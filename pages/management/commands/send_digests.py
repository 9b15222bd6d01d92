import logging

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import ngettext

from pages.digests import claim, is_morning, people_to_look_at, remind
from uprcities.lib.mail import mail_is_sent

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    help = (
        "Remind people by e-mail of what waits for them: in the morning, once a day at most, and "
        "only where the site sends mail. Safe to run every minute."
    )

    def add_arguments(self, parser):
        parser.add_argument("--now", action="store_true", help="Do not wait for the morning.")

    def handle(self, *, now, **options):
        if not mail_is_sent():
            if now:
                self.stdout.write("Nothing is sent: this site has no mail server (EMAIL_HOST).")
            return
        if not (now or is_morning()):
            return
        today = timezone.localdate(timezone=timezone.get_default_timezone())
        sent = failed = 0
        for user in people_to_look_at(today):
            if claim(user, today):
                try:
                    sent += remind(user, today)
                except (OSError, ValueError) as error:  # the mail server, or the address
                    failed += 1
                    logger.error("Account %s got no reminder: %s", user.pk, type(error).__name__)
        if sent or options["verbosity"] > 1:
            words = ngettext("%(count)d reminder sent.", "%(count)d reminders sent.", sent)
            self.stdout.write(words % {"count": sent})
        if failed:
            words = ngettext(
                "%(count)d reminder could not be sent; it is tried tomorrow.",
                "%(count)d reminders could not be sent; they are tried tomorrow.",
                failed,
            )
            raise CommandError(words % {"count": failed})
