"""Mail that may fail without taking anything else along."""

import logging
from smtplib import SMTPException

from django.conf import settings
from django.core.mail.backends.smtp import EmailBackend

logger = logging.getLogger(__name__)


def mail_is_sent():
    """Whether there is a mail server; without one, mail is printed where the site runs."""
    return bool(settings.EMAIL_HOST)


class ForgivingEmailBackend(EmailBackend):
    """A mail server that is down stops no approval and loses nothing that was saved.

    What was not sent is logged, without its words, and counts as not sent.
    """

    def open(self):
        try:
            return super().open()
        except (OSError, SMTPException) as error:
            logger.error("The mail server does not answer: %s", type(error).__name__)
            return None

    def _send(self, email_message):
        try:
            return super()._send(email_message)
        except (OSError, SMTPException) as error:
            logger.error("A mail was not sent: %s", type(error).__name__)
            return False
