"""Asking for many translations at once: where they are missing, and at what cost."""

import re

import pytest
from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from pages.models import TranslationRequest
from tests.factories.pages import FindingPageFactory, translate

from .work import asked_in_admin, original_of


class ManyTests:
    @pytest.fixture
    def findings(self, home, finding):
        other = FindingPageFactory(parent=home.pittsburgh["en"], title="Second")
        translate(other, "fr")
        return [finding, other]

    def address(self, pages, **query):
        told = "&".join(f"text={original_of(page).pk}" for page in pages)
        return f"{reverse('ask_for_translations')}?{told}&language=es"

    def test_each_language_says_how_many_lack_it(self, client, cast, findings):
        client.force_login(cast.pittsburgh_editor)

        page = client.get(self.address(findings)).content.decode()

        assert "1 of 2 lack it" in page
        assert page.count("2 of 2 lack it") == 4
        assert re.search(r'value="es"[^>]*checked', page)

    def test_all_are_asked_for_where_they_are_missing(self, client, cast, findings):
        address = self.address(findings)

        asked_in_admin(client, cast.pittsburgh_editor, address, languages=["es", "fr"])

        asked = TranslationRequest.objects.values_list("original__title", "language")
        assert sorted(asked) == [
            ("Second", "es"),
            ("Tenants face judges alone", "es"),
            ("Tenants face judges alone", "fr"),
        ]
        assert not TranslationRequest.objects.filter(prepared_at=None).exists()

    def test_what_stands_in_the_way_of_one_is_told_and_nothing_is_asked(
        self, client, cast, home, findings
    ):
        home.indexes["ru"].delete()

        answer = asked_in_admin(
            client, cast.pittsburgh_editor, self.address(findings), languages=["ru", "es"]
        )

        words = answer.content.decode()
        assert "“Second”: “Cities” does not exist in Русский yet" in words
        assert "“Tenants face judges alone”: “Cities”" in words
        assert not TranslationRequest.objects.exists()

    def test_one_that_is_not_theirs_closes_the_door(self, client, cast, home, findings):
        hidden = FindingPageFactory(parent=home.pittsburgh["en"], live=False, title="Zanzibarine")
        foreign = FindingPageFactory(parent=home.washington["en"], live=False)
        for user, other in [(cast.translator_es, hidden), (cast.pittsburgh_editor, foreign)]:
            address = self.address([*findings, other])

            answer = asked_in_admin(client, user, address, languages=["es"])

            assert answer.status_code == 404
            assert "Zanzibarine" not in answer.content.decode()
        assert not TranslationRequest.objects.exists()

    def test_two_hundred_at_once_and_no_more(self, client, cast):
        client.force_login(cast.pittsburgh_editor)
        ids = "&".join(f"text={number}" for number in range(1, 202))

        answer = client.get(f"{reverse('ask_for_translations')}?{ids}", follow=True)

        assert "You chose 201 texts" in answer.content.decode()

    def test_numbers_that_are_none_are_no_address(self, client, cast):
        client.force_login(cast.pittsburgh_editor)

        for number in ("x", "9" * 30):
            address = f"{reverse('ask_for_translations')}?text={number}"
            assert client.get(address).status_code == 404


class EffortTests:
    def ask(self, client, page):
        address = reverse("ask_for_translation", args=[page.pk])
        languages = ["es", "fr", "ar", "ru", "zh-hans", "ht"]
        with (
            CaptureQueriesContext(connection) as asked,
            TestCase.captureOnCommitCallbacks(execute=True),
        ):
            client.post(address, {"languages": languages, "made": "people"})
        return len(asked)

    def test_six_languages_cost_the_same_however_long_the_page(self, client, cast, home, creole):
        client.force_login(cast.pittsburgh_editor)
        counts = []
        for length in (1, 30):
            body = [("paragraph", {"words": f"<p>Number {n}.</p>"}) for n in range(length)]
            page = FindingPageFactory(parent=home.pittsburgh["en"], body=body)
            original_of(page)
            client.get(reverse("ask_for_translation", args=[page.pk]))
            counts.append(self.ask(client, page))

        assert TranslationRequest.objects.count() == 12
        assert counts[0] == counts[1] <= 45  # six of them put the drafts into the queue

    def test_a_text_more_costs_hardly_anything_more(self, client, cast, home):
        client.force_login(cast.pittsburgh_editor)
        counts = []
        for number in (2, 12):
            pages = [FindingPageFactory(parent=home.pittsburgh["en"]) for _n in range(number)]
            told = "&".join(f"text={original_of(page).pk}" for page in pages)
            with CaptureQueriesContext(connection) as asked:
                client.get(f"{reverse('ask_for_translations')}?{told}")
            counts.append(len(asked))

        assert counts[1] == counts[0]
