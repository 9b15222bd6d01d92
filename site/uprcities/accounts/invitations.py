"""The link by which somebody new chooses their first password: for some days, and once."""

from datetime import timedelta

from django.conf import settings
from django.contrib.auth.tokens import PasswordResetTokenGenerator
from django.urls import reverse
from django.utils.crypto import constant_time_compare
from django.utils.encoding import force_bytes
from django.utils.http import base36_to_int, urlsafe_base64_encode

#: A volunteer does not read mail every day.
VALID_FOR = timedelta(days=7)


class InvitationTokens(PasswordResetTokenGenerator):
    """As Django’s for a forgotten password, for longer; void as soon as there is a password."""

    key_salt = "uprcities.accounts.invitations"

    def check_token(self, user, token):
        if not (user and token and may_be_invited(user)):
            return False
        try:
            made_at = base36_to_int(token.partition("-")[0])
        except ValueError:
            return False
        age = self._num_seconds(self._now()) - made_at
        return age <= VALID_FOR.total_seconds() and any(
            constant_time_compare(self._make_token_with_timestamp(user, made_at, secret), token)
            for secret in [self.secret, *self.secret_fallbacks]
        )


invitation_tokens = InvitationTokens()


def may_be_invited(user):
    """Only somebody who never had a password: the link would open any other account."""
    return user.is_active and not user.has_usable_password()


def invitation_link(user):
    """The whole address of the page where this person chooses a password."""
    token = invitation_tokens.make_token(user)
    person = urlsafe_base64_encode(force_bytes(user.pk))
    return settings.SITE_URL + reverse("account_invitation", args=[person, token])


def renew(user):
    """Make every link that was sent before void."""
    user.set_unusable_password()
    user.save(update_fields=["password"])
