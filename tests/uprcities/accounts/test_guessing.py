"""Guessing is slowed and stopped, for one account from one network; the library goes on."""

from datetime import timedelta

import pytest
import time_machine
from axes.models import AccessAttempt
from django.conf import settings
from django.utils import timezone

from .conftest import Visitor


@pytest.fixture
def guess(visitor, cast):
    """guess(5) types as many wrong passwords for Pittsburgh’s editor, and answers the last page."""

    def type_wrong(times, login=cast.pittsburgh_editor.username):
        return [visitor.sign_in(login, f"guess {number}") for number in range(times)][-1]

    return type_wrong


class LockTests:
    def test_four_failures_lock_nothing(self, visitor, cast, guess):
        assert guess(4).status_code == 200

        assert visitor.sign_in(cast.pittsburgh_editor.username).status_code == 302

    def test_after_five_even_the_right_password_is_refused(self, visitor, cast, guess):
        guess(5)

        answer = visitor.sign_in(cast.pittsburgh_editor.username)

        assert answer.status_code == 429
        assert not visitor.is_in
        assert 0 < int(answer["Retry-After"]) <= 15 * 60
        assert "Try again in 15 minutes." in answer.content.decode()

    def test_a_user_name_and_its_address_count_together(self, visitor, cast, guess):
        guess(3)
        guess(2, cast.pittsburgh_editor.email.upper())

        assert visitor.sign_in(cast.pittsburgh_editor.username).status_code == 429

    def test_others_in_the_same_library_get_in(self, visitor, cast, guess):
        guess(6)

        assert visitor.sign_in(cast.washington_editor.username).status_code == 302

    def test_the_same_person_gets_in_from_elsewhere(self, cast, guess):
        guess(12)

        elsewhere = Visitor("203.0.113.9")

        assert elsewhere.sign_in(cast.pittsburgh_editor.username).status_code == 302

    def test_another_address_of_the_same_household_changes_nothing(self, cast):
        for number in range(5):
            Visitor(f"2001:db8:7:7::{number}").sign_in(cast.pittsburgh_editor.username, "guess")

        last = Visitor("2001:db8:7:7::ffff")

        assert last.sign_in(cast.pittsburgh_editor.username).status_code == 429

    def test_it_opens_after_a_quarter_of_an_hour(self, visitor, cast, guess):
        with time_machine.travel(timezone.now(), tick=False) as clock:
            guess(6)
            clock.shift(timedelta(minutes=14))
            assert guess(1).status_code == 429

            clock.shift(timedelta(minutes=1, seconds=1))

            assert visitor.sign_in(cast.pittsburgh_editor.username).status_code == 302

    def test_signing_in_forgets_the_failures(self, visitor, cast, guess):
        guess(4)
        visitor.sign_in(cast.pittsburgh_editor.username)
        visitor.client.post("/accounts/logout/")

        assert guess(4).status_code == 200

    def test_an_account_that_does_not_exist_is_locked_alike(self, guess):
        assert guess(5, "nobody-here").status_code == 429

    def test_it_is_said_in_the_persons_language(self, visitor, cast, guess):
        guess(5)

        answer = visitor.client.post(
            "/accounts/login/",
            {"login": cast.pittsburgh_editor.username, "password": "guess"},
            headers={"Accept-Language": "es"},
        )

        assert 'lang="es"' in answer.content.decode()
        assert "Try again" not in answer.content.decode()

    def test_what_was_typed_is_not_kept(self, guess):
        guess(2, "my secret password, in the wrong field")

        kept = " ".join(str(row) for row in AccessAttempt.objects.values_list())
        assert "secret" not in kept
        assert "guess 0" not in kept


class SlowBrakeTests:
    def test_many_networks_together_get_no_further(self, cast):
        limit = 30
        for number in range(limit):
            Visitor(f"203.0.113.{number}").sign_in(cast.pittsburgh_editor.username, "guess")

        last = Visitor("203.0.113.200")
        last.sign_in(cast.pittsburgh_editor.username)

        assert f"{limit}/h/key" in settings.ACCOUNT_RATE_LIMITS["login_failed"]
        assert not last.is_in

    def test_a_flood_from_one_network_is_refused_in_our_words(self, visitor, cast, settings):
        settings.ACCOUNT_RATE_LIMITS = {"login": "2/m/ip"}
        answers = [visitor.sign_in(cast.admin.username, "guess") for _ in range(3)]

        assert [answer.status_code for answer in answers] == [200, 200, 429]
        assert "Too many tries" in answers[-1].content.decode()


class AddressTests:
    """A header is believed only when our own proxy writes it."""

    def test_without_a_proxy_nobody_chooses_an_address(self, visitor, cast):
        for number in range(5):
            visitor.client.post(
                "/accounts/login/",
                {"login": cast.admin.username, "password": "guess"},
                headers={"X-Forwarded-For": f"203.0.113.{number}"},
            )

        assert visitor.sign_in(cast.admin.username).status_code == 429

    def test_behind_a_proxy_its_own_word_counts(self, cast, settings):
        settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
        proxy = Visitor("127.0.0.1")

        def answer(password, chain):
            given = {"login": cast.admin.username, "password": password}
            return proxy.client.post(
                "/accounts/login/", given, headers={"X-Forwarded-For": chain}
            ).status_code

        for number in range(5):
            answer("guess", f"10.0.0.{number}, 203.0.113.5")

        assert answer("guess", "10.9.9.9, 203.0.113.5") == 429
        assert answer("guess", "203.0.113.5, 198.51.100.20") == 200
