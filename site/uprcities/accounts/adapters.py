"""Where we differ from allauth: no sign-up, and what happens at the door is noted."""

import logging

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.models import EmailAddress
from allauth.core import context
from allauth.usersessions.adapter import DefaultUserSessionsAdapter
from axes.handlers.proxy import AxesProxyHandler

from .models import SignInEvent
from .sign_ins import note

logger = logging.getLogger(__name__)


class AccountAdapter(DefaultAccountAdapter):
    """Accounts are made by administrators."""

    def is_open_for_signup(self, request):
        return False

    def pre_authenticate(self, request, **credentials):
        """Whoever is locked already does not use up what the account has left elsewhere."""
        if AxesProxyHandler.is_allowed(request, credentials):
            super().pre_authenticate(request, **credentials)

    def send_notification_mail(self, template_prefix, user, context=None, email=None):
        """A mail server that does not answer must not undo the change it would have told of."""
        email = email or EmailAddress.objects.get_primary_email(user) or user.email
        try:
            super().send_notification_mail(template_prefix, user, context, email)
        except OSError as error:
            logger.error("A notice of a changed second step was not sent: %s", error)


class SessionsAdapter(DefaultUserSessionsAdapter):
    """Ending a session is noted."""

    def end_sessions(self, sessions):
        super().end_sessions(sessions)
        if sessions:
            note(SignInEvent.Kind.SESSIONS_ENDED, sessions[0].user, context.request)
