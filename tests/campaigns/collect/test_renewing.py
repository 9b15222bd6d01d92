"""Once a year a group asks its tellers again; until then, and until it has, nothing changes."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from campaigns.collect.models import Consent, Naming, Testimony
from tests.factories.collect import ConsentFactory

pytestmark = pytest.mark.django_db
YES = {
    "reference": "PGH-1",
    "given_on": "2026-03-01",
    "website": "on",
    "naming": Naming.PSEUDONYM,
    "place_precision": "city",
}


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def record(home, today):
    """A testimony of Pittsburgh whose teller agreed more than a year ago."""
    given = today - timedelta(days=400)
    return ConsentFactory(testimony__city=home.pittsburgh_group.city, given_on=given).testimony


@pytest.fixture
def editor(client, cast):
    client.force_login(cast.pittsburgh_editor)
    return client


class DayTests:
    @pytest.mark.parametrize(
        ("given", "again"),
        [(date(2025, 3, 1), date(2026, 3, 1)), (date(2024, 2, 29), date(2025, 3, 1))],
    )
    def test_it_is_a_year_after_the_teller_agreed(self, db, given, again):
        assert ConsentFactory(given_on=given).review_on == again

    def test_the_group_may_choose_another(self, editor, record):
        address = reverse("testimony:edit", args=[record.pk])

        editor.post(address, YES | {"review_on": "2026-09-01"})

        assert Consent.objects.get(testimony=record).review_on == date(2026, 9, 1)

    def test_it_does_not_lie_before_the_agreement(self, editor, record):
        address = reverse("testimony:edit", args=[record.pk])

        answer = editor.post(address, YES | {"review_on": "2026-02-01"})

        assert "review_on" in answer.context["form"].errors

    def test_a_consent_whose_day_came_is_live_all_the_same(self, record):
        assert list(Consent.objects.to_renew()) == [record.consent]
        assert list(Testimony.objects.publishable()) == [record]

    def test_what_was_taken_back_is_not_asked_for_again(self, record):
        record.consent.withdraw()

        assert not Consent.objects.to_renew().exists()


class RenewingTests:
    def test_the_record_says_that_it_is_time(self, editor, record):
        page = editor.get(reverse("testimony:edit", args=[record.pk])).content.decode()

        assert "time to ask the teller again" in page
        assert reverse("testimony:renew", args=[record.pk]) in page

    def test_a_teller_who_still_agrees_is_asked_again_in_a_year(self, editor, record, today):
        editor.post(reverse("testimony:renew", args=[record.pk]), {"asked_on": today.isoformat()})

        consent = Consent.objects.get(testimony=record)
        assert consent.confirmed_on == today
        assert consent.review_on > today + timedelta(days=360)
        assert consent.given_on == record.consent.given_on
        assert not Consent.objects.to_renew().exists()

    @pytest.mark.parametrize("days", [1, -500])
    def test_an_impossible_day_is_refused(self, editor, record, today, days):
        day = today + timedelta(days=days)

        answer = editor.post(
            reverse("testimony:renew", args=[record.pk]), {"asked_on": day.isoformat()}
        )

        assert "asked_on" in answer.context["form"].errors
        assert Consent.objects.to_renew().exists()

    def test_what_was_taken_back_cannot_be_renewed(self, editor, record, today):
        record.consent.withdraw()
        address = reverse("testimony:renew", args=[record.pk])

        assert editor.post(address, {"asked_on": today.isoformat()}).status_code == 404

    def test_nobody_renews_for_another_city(self, client, cast, record, today):
        client.force_login(cast.washington_editor)
        address = reverse("testimony:renew", args=[record.pk])

        assert client.post(address, {"asked_on": today.isoformat()}).status_code == 404
        assert Consent.objects.to_renew().exists()
