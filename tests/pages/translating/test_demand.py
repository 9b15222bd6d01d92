"""Readers say that they need a page in their language; we count, and keep nothing of them."""

from datetime import date
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import translation

from pages.models import LanguageWish, Original
from pages.translating import demand
from pages.translating.demand import count_wish, demand_for
from pages.translating.measuring import measure_page

ADDRESS = "/es/cities/pittsburgh/alone/"


def address_of(key, language="es"):
    with translation.override(language):
        return reverse("tell_need", args=[key])


def wish(client, page, language="es", **headers):
    return client.post(address_of(page.translation_key, language), headers=headers)


def counted():
    return sum(LanguageWish.objects.values_list("count", flat=True))


class TellingTests:
    def test_the_missing_page_has_a_form_that_needs_no_script(self, client, finding):
        page = client.get(ADDRESS).content.decode()

        assert f'<form method="post" action="{address_of(finding.translation_key)}">' in page
        assert "csrf" not in page

    def test_it_counts_and_leads_back_with_thanks(self, client, finding):
        answer = wish(client, finding)

        assert answer.status_code == 303
        assert answer["Location"] == f"{ADDRESS}?told=us#told"
        assert answer["Cache-Control"] == "no-store"
        assert not answer.cookies
        assert counted() == 1
        thanks = client.get(f"{ADDRESS}?told=us").content.decode()
        assert 'role="status"' in thanks
        assert "<form method" not in thanks

    def test_nothing_of_the_reader_is_kept(self):
        fields = {field.name for field in LanguageWish._meta.get_fields()}

        assert fields == {"id", "translation_key", "language", "month", "count"}

    def test_thanks_are_said_in_the_reader_s_language_and_direction(self, client, finding):
        answer = client.get("/ar/cities/pittsburgh/alone/?told=us")

        assert '<html lang="ar" dir="rtl">' in answer.content.decode()

    @pytest.mark.parametrize("method", ["get", "head", "put"])
    def test_looking_counts_nothing(self, client, finding, method):
        answer = getattr(client, method)(address_of(finding.translation_key))

        assert answer.status_code == 405
        assert counted() == 0

    def test_a_page_that_is_there_or_nowhere_is_not_needed(self, client, finding):
        assert wish(client, finding, "en")["Location"] == "/en/cities/pittsburgh/alone/"
        assert client.post(address_of(uuid4())).status_code == 404
        finding.specific.unpublish()
        assert wish(client, finding).status_code == 404
        assert counted() == 0


class ForgeryTests:
    @pytest.mark.parametrize(
        "headers",
        [
            {"sec-fetch-site": "cross-site"},
            {"sec-fetch-site": "same-site"},
            {"sec-fetch-site": "none"},
            {"origin": "https://elsewhere.example"},
            {"origin": "null"},
        ],
    )
    def test_a_form_of_another_site_counts_nothing(self, client, finding, headers):
        answer = wish(client, finding, **headers)

        assert answer["Location"] == ADDRESS
        assert counted() == 0

    @pytest.mark.parametrize(
        "headers", [{"sec-fetch-site": "same-origin"}, {"origin": "http://testserver"}, {}]
    )
    def test_our_own_counts(self, client, finding, headers):
        wish(client, finding, **headers)

        assert counted() == 1


class LimitTests:
    def test_a_loop_is_counted_up_to_a_number_an_hour(self, client, finding, monkeypatch):
        monkeypatch.setattr(demand, "MOST_AN_HOUR", 3)
        for _time in range(6):
            wish(client, finding)
        wish(client, finding, "fr")

        assert counted() == 4

    def test_and_in_all(self, client, finding, monkeypatch):
        monkeypatch.setattr(demand, "MOST_AN_HOUR_IN_ALL", 2)
        for language in ("es", "fr", "ar"):
            wish(client, finding, language)

        assert counted() == 2

    def test_and_in_a_month_where_the_cache_forgets(self, finding, monkeypatch):
        monkeypatch.setattr(demand, "MOST_A_MONTH", 2)
        monkeypatch.setattr(demand, "_fits_the_hour", lambda wish: True)

        told = [count_wish(finding.translation_key, "es") for _time in range(4)]

        assert told == [True, True, False, False]
        assert counted() == 2


class DemandTests:
    def test_the_desk_learns_of_twelve_months_in_one_query(
        self, finding, django_assert_num_queries, monkeypatch
    ):
        original = measure_page(finding.translation_key)
        monkeypatch.setattr("django.utils.timezone.localdate", lambda: date(2026, 11, 29))
        for month, number in [((2026, 11), 3), ((2025, 12), 2), ((2025, 11), 9)]:
            LanguageWish.objects.create(
                translation_key=finding.translation_key,
                language="es",
                month=date(*month, 1),
                count=number,
            )

        with django_assert_num_queries(1):
            found = demand_for([original, Original(key="picture-12")])

        assert found == {(original.key, "es"): 5}

    def test_older_months_are_forgotten(self, finding):
        kept = {"translation_key": finding.translation_key, "language": "es"}
        LanguageWish.objects.create(**kept, month=date(2020, 1, 1), count=9)

        count_wish(finding.translation_key, "es")

        assert counted() == 1
