"""Whoever may open testimony shows two things; the others may."""

from io import StringIO

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from django.core.management import CommandError, call_command
from django.utils import timezone

from tests.factories.accounts import PASSWORD
from tests.factories.library import DocumentFactory

from .conftest import Visitor, code_of

SET_UP = "/accounts/2fa/"


def with_app(user):
    """A visitor who signed in and set up an app, and its secret."""
    visitor = Visitor()
    visitor.sign_in(user.username)
    return visitor, visitor.set_up_app()


@pytest.mark.usefixtures("required")
class RequiredTests:
    @pytest.mark.parametrize("name", ["pittsburgh_editor", "admin"])
    @pytest.mark.parametrize(
        "address", ["/admin/", "/admin/testimony/", "/admin/account/", "/admin/pages/", "/admin/x/"]
    )
    def test_without_one_no_address_of_the_admin_opens(self, visitor, cast, name, address):
        visitor.sign_in(getattr(cast, name).username)

        answer = visitor.client.get(address)

        assert answer.status_code == 302
        assert answer["Location"] == SET_UP

    def test_the_page_says_why(self, visitor, cast):
        visitor.sign_in(cast.pittsburgh_editor.username)

        page = visitor.client.get("/admin/", follow=True)

        assert "needs a second step" in page.content.decode()

    def test_one_may_still_leave(self, visitor, cast):
        visitor.sign_in(cast.pittsburgh_editor.username)

        visitor.client.post("/admin/logout/")

        assert not visitor.is_in

    @pytest.mark.parametrize("name", ["translator_es", "press_officer"])
    def test_roles_that_open_no_testimony_get_in(self, visitor, cast, name):
        visitor.sign_in(getattr(cast, name).username)

        assert visitor.client.get("/admin/").status_code == 200

    def test_a_site_may_ask_further_roles(self, visitor, cast, settings):
        settings.TWO_STEP_ROLES = ["press_officer"]
        visitor.sign_in(cast.press_officer.username)

        assert visitor.client.get("/admin/")["Location"] == SET_UP

    def test_with_an_app_the_admin_opens(self, cast):
        visitor, _secret = with_app(cast.pittsburgh_editor)

        assert visitor.client.get("/admin/").status_code == 200

    def test_the_last_one_stays(self, cast):
        visitor, _secret = with_app(cast.pittsburgh_editor)

        visitor.client.post("/accounts/2fa/totp/deactivate/")

        assert Authenticator.objects.filter(type="totp").exists()

    def test_whoever_removes_her_only_passkey_is_led_back(self, cast):
        visitor = Visitor()
        visitor.sign_in(cast.pittsburgh_editor.username)
        visitor.confirm_password()
        key = Authenticator.objects.create(
            user=cast.pittsburgh_editor, type="webauthn", data={"name": "The blue key"}
        )
        assert visitor.client.get("/admin/").status_code == 200

        visitor.client.post(f"/accounts/2fa/webauthn/keys/{key.pk}/remove/")

        assert not Authenticator.objects.exists()
        assert visitor.client.get("/admin/")["Location"] == SET_UP

    def test_elsewhere_they_are_strangers_until_then(self, visitor, cast, home):
        paper = DocumentFactory(collection=home.pittsburgh_group.collection)
        visitor.sign_in(cast.pittsburgh_editor.username)
        assert visitor.client.get(paper.url).status_code == 404

        visitor.set_up_app()

        assert visitor.client.get(paper.url).status_code == 200


class OfferedTests:
    def test_nobody_is_held_up(self, visitor, cast):
        visitor.sign_in(cast.pittsburgh_editor.username)

        assert visitor.client.get("/admin/").status_code == 200

    def test_whoever_has_one_may_give_it_back(self, cast):
        visitor, _secret = with_app(cast.pittsburgh_editor)

        visitor.client.post("/accounts/2fa/totp/deactivate/")

        assert not Authenticator.objects.exists()


class AppTests:
    def test_the_password_alone_is_not_enough(self, cast):
        with_app(cast.pittsburgh_editor)
        thief = Visitor()

        answer = thief.sign_in(cast.pittsburgh_editor.username)

        assert answer["Location"] == "/accounts/2fa/authenticate/"
        assert not thief.is_in
        assert thief.client.get("/admin/").status_code == 302

    def test_the_code_opens(self, cast):
        _visitor, secret = with_app(cast.pittsburgh_editor)
        again = Visitor()
        again.sign_in(cast.pittsburgh_editor.username, next="/admin/images/")

        answer = again.give_code(code_of(secret))

        assert answer["Location"] == "/admin/images/"
        assert again.client.get("/admin/").status_code == 200

    def test_a_code_opens_once(self, cast):
        _visitor, secret = with_app(cast.pittsburgh_editor)
        with time_machine.travel(timezone.now(), tick=False):
            for expected in (True, False):
                person = Visitor()
                person.sign_in(cast.pittsburgh_editor.username)
                person.give_code(code_of(secret))

                assert person.is_in is expected

    def test_codes_cannot_be_guessed_for_long(self, cast, settings):
        settings.ACCOUNT_RATE_LIMITS = {"login_failed": "3/h/key"}
        _visitor, secret = with_app(cast.pittsburgh_editor)
        thief = Visitor()
        thief.sign_in(cast.pittsburgh_editor.username)
        wrong = "000000" if code_of(secret) != "000000" else "000001"
        for _ in range(3):
            thief.give_code(wrong)

        thief.give_code(code_of(secret))

        assert not thief.is_in

    def test_the_picture_to_scan_is_all_that_the_policy_lets_in(self, visitor, cast):
        visitor.sign_in(cast.admin.username)
        visitor.confirm_password()

        page = visitor.client.get("/accounts/2fa/totp/activate/")

        policy = page["Content-Security-Policy"]
        assert "img-src 'self' data:" in policy
        assert "unsafe" not in policy
        assert "no-store" in page["Cache-Control"]

    def test_setting_one_up_puts_out_whoever_had_the_password(self, cast):
        thief = Visitor("203.0.113.66")
        thief.sign_in(cast.pittsburgh_editor.username)

        with_app(cast.pittsburgh_editor)

        assert thief.client.get("/admin/").status_code == 302

    def test_changing_it_asks_again_after_a_while(self, cast):
        with time_machine.travel(timezone.now()) as clock:
            visitor, _secret = with_app(cast.pittsburgh_editor)
            clock.shift(600)

            answer = visitor.client.get("/accounts/2fa/totp/deactivate/")

        assert "reauthenticate" in answer["Location"]


class RecoveryCodeTests:
    def test_they_come_with_the_first_second_step(self, cast):
        visitor, _secret = with_app(cast.pittsburgh_editor)

        codes = visitor.client.get("/accounts/2fa/recovery-codes/").context["unused_codes"]

        assert len(codes) == 10

    def test_each_opens_once(self, cast):
        visitor, _secret = with_app(cast.pittsburgh_editor)
        code = visitor.client.get("/accounts/2fa/recovery-codes/").context["unused_codes"][0]
        for expected in (True, False):
            person = Visitor()
            person.sign_in(cast.pittsburgh_editor.username)
            person.give_code(code)

            assert person.is_in is expected


class ResetTests:
    """An administrator helps somebody who lost telephone and codes."""

    def test_it_takes_everything_away_and_ends_the_sessions(self, cast, caplog):
        visitor, _secret = with_app(cast.pittsburgh_editor)
        told = StringIO()

        call_command("reset_second_step", cast.pittsburgh_editor.username, stdout=told)

        assert not Authenticator.objects.exists()
        assert "2 factors taken away, 1 sessions ended" in told.getvalue()
        assert visitor.client.get("/admin/").status_code == 302
        assert f"step_reset: {cast.pittsburgh_editor.username}" in caplog.text
        assert Visitor().sign_in(cast.pittsburgh_editor.username, PASSWORD)["Location"] == "/admin/"

    def test_a_name_that_nobody_has_is_refused(self, db):
        with pytest.raises(CommandError, match="Nobody here is called ana"):
            call_command("reset_second_step", "ana")
