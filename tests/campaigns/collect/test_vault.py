"""Testimony in the admin: only for the people of its city, and no until somebody says yes."""

import re

import pytest
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains

from campaigns.collect.models import Consent, Naming, Testimony
from tests.factories.collect import ConsentFactory, TestimonyFactory

YES = {
    "given_on": "2026-03-01",
    "website": "on",
    "naming": Naming.PSEUDONYM,
    "place_precision": "city",
}


@pytest.fixture
def signed_in(client, cast):
    """signed_in(person) is the test client with that person’s session."""

    def enter(person):
        client.force_login(person)
        return client

    return enter


@pytest.fixture
def of_washington(home):
    city = home.washington_group.city
    return ConsentFactory(testimony__city=city, testimony__reference="DC-CANARY-1").testimony


class OwnCityTests:
    @pytest.mark.parametrize("name", ["edit", "withdraw", "renew", "give_anew"])
    def test_another_citys_record_does_not_exist(self, signed_in, cast, of_washington, name):
        answer = signed_in(cast.pittsburgh_editor).get(
            reverse(f"testimony:{name}", args=[of_washington.pk])
        )

        assert answer.status_code == 404
        assert "DC-CANARY-1" not in answer.content.decode()

    def test_nobody_withdraws_for_another_city(self, signed_in, cast, of_washington):
        url = reverse("testimony:withdraw", args=[of_washington.pk])

        assert signed_in(cast.pittsburgh_editor).post(url).status_code == 404
        assert not Consent.objects.get(testimony=of_washington).is_withdrawn

    def test_the_list_holds_the_own_city_only(self, signed_in, home, cast, of_washington):
        TestimonyFactory(city=home.pittsburgh_group.city, reference="PGH-1")

        body = signed_in(cast.pittsburgh_editor).get(reverse("testimony:index")).content.decode()

        assert "PGH-1" in body
        assert "DC-CANARY-1" not in body

    def test_a_record_cannot_be_made_for_another_city(self, signed_in, home, cast):
        washington = home.washington_group.city

        signed_in(cast.pittsburgh_editor).post(
            reverse("testimony:add"),
            {"reference": "X-1", "city": washington.pk, "naming": "anonymous"}
            | {"place_precision": "hidden"},
        )

        assert not Testimony.objects.exists()

    def test_a_record_never_changes_hands(self, signed_in, home, cast):
        record = TestimonyFactory(city=home.pittsburgh_group.city)

        signed_in(cast.pittsburgh_editor).post(
            reverse("testimony:edit", args=[record.pk]),
            YES | {"reference": "PGH-9", "city": home.washington_group.city.pk},
        )

        record.refresh_from_db()
        assert record.reference == "PGH-9"
        assert record.city == home.pittsburgh_group.city

    @pytest.mark.parametrize("who", ["translator_es", "press_officer"])
    def test_translators_and_press_do_not_open_the_vault(self, signed_in, cast, home, who):
        record = TestimonyFactory(city=home.pittsburgh_group.city, reference="PGH-CANARY")
        browser = signed_in(getattr(cast, who))

        listing = browser.get(reverse("testimony:index"))
        one = browser.get(reverse("testimony:edit", args=[record.pk]))

        assert listing.status_code in (302, 403, 404)
        assert one.status_code in (302, 403, 404)
        assert "PGH-CANARY" not in (listing.content + one.content).decode()
        assert reverse("testimony:index") not in browser.get("/admin/").content.decode()


class ReferenceTests:
    def add(self, client, city, reference):
        record = {"reference": reference, "city": city.pk, "naming": "anonymous"}
        return client.post(reverse("testimony:add"), record | {"place_precision": "hidden"})

    def test_the_references_of_another_city_are_not_told(self, signed_in, home, cast):
        TestimonyFactory(city=home.washington_group.city, reference="2026-001")

        answer = self.add(signed_in(cast.pittsburgh_editor), home.pittsburgh_group.city, "2026-001")

        assert answer.status_code == 302
        assert Testimony.objects.filter(reference="2026-001").count() == 2

    def test_a_reference_stands_for_one_record_in_a_city(self, signed_in, home, cast):
        TestimonyFactory(city=home.pittsburgh_group.city, reference="2026-001")

        answer = self.add(signed_in(cast.pittsburgh_editor), home.pittsburgh_group.city, "2026-001")

        assert "already has a record with this reference" in answer.content.decode()


class ConsentFormTests:
    def test_everything_is_no_until_somebody_says_yes(self, signed_in, cast):
        form = signed_in(cast.pittsburgh_editor).get(reverse("testimony:add")).context["form"]

        assert not form["website"].value()
        assert not form["press_kit"].value()
        assert form["naming"].value() == Naming.ANONYMOUS

    def test_a_record_without_a_yes_has_no_consent(self, signed_in, home, cast):
        signed_in(cast.pittsburgh_editor).post(
            reverse("testimony:add"),
            {
                "reference": "PGH-2",
                "city": home.pittsburgh_group.city.pk,
                "naming": "anonymous",
                "place_precision": "hidden",
            },
        )

        assert not Testimony.objects.publishable().exists()
        assert not Consent.objects.exists()
        assert Testimony.objects.get().reference == "PGH-2"

    def test_a_yes_is_written_down_with_its_day(self, signed_in, home, cast):
        record = TestimonyFactory(city=home.pittsburgh_group.city)

        signed_in(cast.pittsburgh_editor).post(
            reverse("testimony:edit", args=[record.pk]), YES | {"reference": "PGH-3"}
        )

        assert list(Testimony.objects.publishable()) == [record]
        assert not Testimony.objects.for_press().exists()

    @pytest.mark.parametrize(
        ("answers", "field"),
        [
            (YES | {"given_on": ""}, "given_on"),
            (YES | {"given_on": "2999-01-01"}, "given_on"),
            (YES | {"website": "", "press_kit": "on"}, "press_kit"),
        ],
    )
    def test_a_yes_that_makes_no_sense_is_refused(self, signed_in, home, cast, answers, field):
        record = TestimonyFactory(city=home.pittsburgh_group.city)

        answer = signed_in(cast.pittsburgh_editor).post(
            reverse("testimony:edit", args=[record.pk]), answers | {"reference": "PGH-4"}
        )

        assert field in answer.context["form"].errors
        assert not Consent.objects.exists()


class ScreenTests:
    """What stands on top of a screen says what it is and whom it is about."""

    @pytest.mark.parametrize(
        ("name", "title"),
        [
            ("withdraw", "Withdraw consent: PGH-5"),
            ("renew", "The teller still agrees: PGH-5"),
            ("give_anew", "The teller agrees again: PGH-5"),
        ],
    )
    def test_it_names_the_record_and_leads_back_to_it(self, signed_in, home, cast, name, title):
        city = home.pittsburgh_group.city
        record = ConsentFactory(testimony__city=city, testimony__reference="PGH-5").testimony
        if name == "give_anew":
            record.consent.withdraw()

        page = signed_in(cast.pittsburgh_editor).get(reverse(f"testimony:{name}", args=[record.pk]))

        assertContains(
            page, f'<h2 class="w-h1" id="header-title" dir="auto">{title}</h2>', html=True
        )
        assert f'href="{reverse("testimony:edit", args=[record.pk])}"' in page.content.decode()
        assert re.findall(r"<h1[^>]*>\s*(.*?)\s*</h1>", page.content.decode()) == [title]


class WithdrawingTests:
    def test_a_withdrawn_record_is_closed_until_the_teller_agrees_again(
        self, signed_in, home, cast
    ):
        record = ConsentFactory(testimony__city=home.pittsburgh_group.city).testimony
        browser = signed_in(cast.pittsburgh_editor)

        browser.post(reverse("testimony:withdraw", args=[record.pk]))
        browser.post(
            reverse("testimony:edit", args=[record.pk]), YES | {"reference": record.reference}
        )
        assert not Testimony.objects.publishable().exists()

        again = YES | {"given_on": timezone.localdate().isoformat()}
        browser.post(reverse("testimony:give_anew", args=[record.pk]), again)
        assert Testimony.objects.publishable().exists()
        assert not Testimony.objects.for_press().exists()

    def test_an_old_yes_does_not_undo_a_withdrawal(self, signed_in, home, cast):
        record = ConsentFactory(testimony__city=home.pittsburgh_group.city).testimony
        record.consent.withdraw()

        answer = signed_in(cast.pittsburgh_editor).post(
            reverse("testimony:give_anew", args=[record.pk]), YES
        )

        assert "given_on" in answer.context["form"].errors
        assert not Testimony.objects.publishable().exists()
