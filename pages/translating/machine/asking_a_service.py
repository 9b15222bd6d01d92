"""One question over the wire to a translation service, with an end to patience and size."""

import json
import logging
import time

import requests
from django.utils.translation import gettext_lazy as _

logger = logging.getLogger(__name__)

LARGEST_ANSWER = 2 * 1024 * 1024  # bytes
TO_CONNECT, TO_ANSWER, ALTOGETHER = 5, 60, 90  # seconds; a small machine takes its time

NO_ANSWER = _("The translation service did not answer.")
TOO_BUSY = _("The translation service has too much to do. Try again in a few minutes.")
USED_UP = _("The site has used up what the translation service allows. Tell an administrator.")
NOT_LET_IN = _("The translation service does not let this site in. Tell an administrator.")
NO_SENSE = _("The translation service gave an answer that makes no sense.")
NOT_ITS_LANGUAGE = _("The translation service does not know this language.")

BY_STATUS = {401: NOT_LET_IN, 403: NOT_LET_IN, 429: TOO_BUSY, 456: USED_UP}


class ServiceError(Exception):
    """A service that did not help; ``reason`` is a sentence for people.

    ``was_counted`` says that it may have done the work all the same, and count it.
    """

    def __init__(self, reason, was_counted=False):
        super().__init__(str(reason))
        self.reason, self.was_counted = reason, was_counted


def ask(name, method, address, **sent):
    """The answer (parsed JSON) of the service called ``name``; ServiceError when there is none.

    What was sent and the key never reach a log or an error. A redirect is no answer: the text
    would go to somebody whom nobody chose.
    """
    try:
        with requests.Session() as session:
            session.trust_env = False  # no password from a file of the account’s
            answer = session.request(
                method,
                address,
                timeout=(TO_CONNECT, TO_ANSWER),
                allow_redirects=False,
                stream=True,
                **sent,
            )
            return _read(name, answer)
    except requests.ReadTimeout:
        raise _failed(name, "was too slow", NO_ANSWER, was_counted=True) from None
    except requests.RequestException as error:
        raise _failed(name, type(error).__name__, NO_ANSWER) from None


def _read(name, answer):
    if answer.status_code != 200:
        reason = BY_STATUS.get(answer.status_code, NO_ANSWER)
        raise _failed(name, f"answered {answer.status_code}", reason)
    end, content = time.monotonic() + ALTOGETHER, b""
    for part in answer.iter_content(64 * 1024):
        content += part
        if len(content) > LARGEST_ANSWER:
            raise _failed(name, "answered too much", NO_SENSE, was_counted=True)
        if time.monotonic() > end:
            raise _failed(name, "was too slow", NO_ANSWER, was_counted=True)
    try:
        return json.loads(content)
    except ValueError:
        raise _failed(name, "answered no JSON", NO_SENSE, was_counted=True) from None


def _failed(name, what, reason, was_counted=False):
    logger.warning("%s %s", name, what)
    return ServiceError(reason, was_counted)


def texts_of(name, found, number):
    """The translated texts as they must be: as many as were asked for, each a string."""
    if not isinstance(found, list) or len(found) != number:
        raise _failed(name, "answered another number of texts", NO_SENSE, was_counted=True)
    if not all(isinstance(text, str) for text in found):
        raise _failed(name, "answered something else than texts", NO_SENSE, was_counted=True)
    return found
