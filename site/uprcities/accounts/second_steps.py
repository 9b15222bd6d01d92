"""The second step of a sign-in: a passkey or an app. Recovery codes only stand in for one."""

from allauth.mfa.models import Authenticator


def second_steps_of(user):
    return Authenticator.objects.filter(user=user).exclude(type=Authenticator.Type.RECOVERY_CODES)


def has_second_step(user):
    return second_steps_of(user).exists()
