"""Notes what happens at the door: a line in the log, and a list that the owner can read."""

import logging

from allauth.core.internal.httpkit import get_client_ip

from uprcities.lib.browsers import browser_of

from .models import SignInEvent

logger = logging.getLogger("uprcities.sign_in")


def note(kind, user, request=None):
    """Log the event and keep it for the owner. ``user`` is None for an account that does not exist.

    What was typed for such an account is not written down: it may well be somebody’s password.
    """
    if user is None:
        logger.info("%s: an account that does not exist", kind)
        return
    logger.info("%s: %s", kind, user.get_username())
    SignInEvent.objects.create(
        user=user,
        kind=kind,
        address=get_client_ip(request) if request else None,
        browser=browser_of(request.headers.get("User-Agent", "")) if request else "",
    )
