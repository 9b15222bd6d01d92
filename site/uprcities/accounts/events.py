"""Hears what allauth, axes and Django tell about sign-ins, and has it noted."""

from allauth.account.signals import user_logged_in
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import (
    authentication_failed,
    authenticator_added,
    authenticator_removed,
    authenticator_reset,
)
from allauth.usersessions.internal.flows.sessions import end_other_sessions
from axes.signals import user_locked_out
from django.contrib.auth.signals import user_login_failed
from django.dispatch import receiver

from .guessing import typed_account, whose
from .models import SignInEvent
from .second_steps import second_steps_of
from .sign_ins import note

Kind = SignInEvent.Kind


@receiver(user_logged_in)
def signed_in(request, user, **kwargs):
    note(Kind.SIGNED_IN, user, request)


@receiver(user_login_failed)
def failed(credentials, request=None, **kwargs):
    if request is not None and not getattr(request, "axes_locked_out", False):
        note(Kind.FAILED, whose(typed_account(request, credentials)), request)


@receiver(user_locked_out)
def locked(request, username, **kwargs):
    """Noted when the lock falls, not each time that somebody rattles at it."""
    if request.axes_failures_since_start is not None:
        note(Kind.LOCKED, whose(username), request)


@receiver(authentication_failed)
def second_step_failed(request, user, **kwargs):
    note(Kind.FAILED, user, request)


@receiver(authenticator_added)
def second_step_added(request, user, authenticator, **kwargs):
    """Whoever had got in with the password alone is put out by the first second step."""
    if authenticator.type == Authenticator.Type.RECOVERY_CODES:
        return
    note(Kind.STEP_ADDED, user, request)
    if second_steps_of(user).count() == 1:
        end_other_sessions(request, user)


@receiver(authenticator_removed)
def second_step_removed(request, user, authenticator, **kwargs):
    if authenticator.type != Authenticator.Type.RECOVERY_CODES:
        note(Kind.STEP_REMOVED, user, request)


@receiver(authenticator_reset)
def codes_renewed(request, user, **kwargs):
    note(Kind.CODES_RENEWED, user, request)
