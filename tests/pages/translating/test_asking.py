"""Asking for a translation: who may, what they get, and what nobody sees."""

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from wagtail.models import Page
from wagtail_localize.models import (
    LocaleSynchronization,
)

from pages.models import Entry
from tests.factories.pages import FindingPageFactory

from .work import locale


class AskingTests:
    def ask(self, client, user, page, *languages):
        client.force_login(user)
        locales = [locale(language).pk for language in languages]
        address = reverse("ask_for_translation", args=[page.pk])
        return client.post(address, {"locales": locales, "made": "people"})

    def test_an_editor_gets_a_draft_that_nobody_sees(self, client, cast, finding):
        answer = self.ask(client, cast.pittsburgh_editor, finding, "es")

        draft = finding.get_translation(locale("es"))
        assert answer["Location"] == reverse("wagtailadmin_pages:edit", args=[draft.pk])
        assert not draft.live
        assert client.get("/es/cities/pittsburgh/alone/").status_code == 404
        assert not Entry.objects.filter(page=draft).exists()

    def test_a_translator_may_ask_in_their_language_only(self, client, cast, finding):
        assert self.ask(client, cast.translator_es, finding, "fr").status_code == 200
        assert not finding.get_translations().exists()

        assert self.ask(client, cast.translator_es, finding, "es").status_code == 302
        assert finding.get_translations().count() == 1

    def test_nobody_may_ask_for_the_pages_of_another_city(self, client, cast, finding):
        for address in (
            reverse("ask_for_translation", args=[finding.pk]),
            reverse("wagtail_localize:submit_page_translation", args=[finding.pk]),
        ):
            client.force_login(cast.washington_editor)
            answer = client.post(address, {"locales": [locale("es").pk], "made": "people"})

            assert answer.status_code in (302, 403, 404)
        assert not finding.get_translations().exists()

    def test_a_global_permission_opens_nothing(self, client, cast, finding):
        submit = Permission.objects.get(codename="submit_translation")
        cast.washington_editor.user_permissions.add(submit)

        self.ask(client, cast.washington_editor, finding, "es")

        assert not finding.get_translations().exists()

    def test_a_draft_is_for_those_who_may_edit_it(self, client, cast, home):
        hidden = FindingPageFactory(parent=home.pittsburgh["en"], live=False)

        self.ask(client, cast.translator_es, hidden, "es")
        assert not hidden.get_translations().exists()

        self.ask(client, cast.pittsburgh_editor, hidden, "es")
        assert hidden.get_translations().count() == 1

    def test_pages_above_that_are_missing_begin_as_drafts(self, client, cast, home, finding):
        home.pittsburgh["ru"].delete()
        Page.objects.get(pk=home.pittsburgh["en"].pk)

        self.ask(client, cast.pittsburgh_editor, finding, "ru")

        city = home.pittsburgh["en"].get_translation(locale("ru"))
        assert not city.live
        assert city.alias_of is None
        assert finding.get_translation(locale("ru")).get_parent().pk == city.pk
        assert client.get("/ru/cities/pittsburgh/").status_code == 410

    def test_a_missing_page_of_the_alliance_is_named(self, client, cast, home, finding):
        home.indexes["ru"].delete()

        answer = self.ask(client, cast.pittsburgh_editor, finding, "ru")

        assert answer.status_code == 200
        assert "“Cities” does not exist in Русский yet" in str(answer.context["form"].errors)
        assert not finding.get_translations().exists()

    def test_no_alias_is_ever_made(self, client, cast, finding):
        self.ask(client, cast.pittsburgh_editor, finding, "es", "fr", "ar")

        assert not Page.objects.filter(alias_of__isnull=False).exists()

    def test_a_language_cannot_be_filled_with_copies(self, home):
        from django.core.exceptions import ImproperlyConfigured

        with pytest.raises(ImproperlyConfigured):
            LocaleSynchronization.objects.create(locale=locale("es"), sync_from=locale("en"))

    def test_the_address_and_the_codes_stay(self, draft, finding):
        assert draft.slug == finding.slug
        assert draft.body[1].value["value"] == "42"
