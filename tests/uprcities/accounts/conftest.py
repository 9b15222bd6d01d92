"""People at the door: with a password, an app on their telephone, and a browser each."""

import time
from unittest import mock

import pytest
from allauth.mfa.totp.internal import auth as totp
from django.test import Client

from tests.factories.accounts import PASSWORD

LOGIN = "/accounts/login/"


class Visitor:
    """Somebody’s browser, from an address of its own."""

    def __init__(self, address="198.51.100.7", browser="Firefox/140.0 (Windows)"):
        self.client = Client(REMOTE_ADDR=address, HTTP_USER_AGENT=browser)

    def sign_in(self, login, password=PASSWORD, **more):
        return self.client.post(LOGIN, {"login": login, "password": password, **more})

    def set_up_app(self):
        """Add an app for one-time codes; answers its secret."""
        self.confirm_password()
        secret = self.client.get("/accounts/2fa/totp/activate/").context["form"].secret
        with mock.patch("django.db.transaction.on_commit", at_once):
            answer = self.client.post("/accounts/2fa/totp/activate/", {"code": code_of(secret)})
        assert answer.status_code == 302, answer.context["form"].errors
        return secret

    def confirm_password(self):
        return self.client.post("/accounts/reauthenticate/", {"password": PASSWORD})

    def give_code(self, code):
        return self.client.post("/accounts/2fa/authenticate/", {"code": code})

    @property
    def is_in(self):
        return "_auth_user_id" in self.client.session


def at_once(done, **options):
    """A test never commits; what waits for it is done during the request, as on a site."""
    done()


def code_of(secret):
    """What the app shows now."""
    counter = int(time.time()) // 30
    return totp.format_hotp_value(totp.hotp_value(secret, counter))


@pytest.fixture
def visitor():
    return Visitor()


@pytest.fixture
def required(settings):
    """The site as it is in production."""
    settings.TWO_STEP_SIGN_IN = "required"
