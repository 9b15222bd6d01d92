"""Who shows a title and summary to readers, and while what holds."""

import re

import pytest
from django.urls import reverse
from wagtail.models import Locale
from wagtail_localize.models import StringTranslation

from campaigns.places.models import Role
from pages.models import Essentials
from pages.translating.asking import begin_translation
from pages.translating.essentials import (
    show_essentials,
    why_not_shown,
)
from pages.translating.measuring import measure_page
from tests.factories.accounts import UserFactory
from tests.factories.pages import EventPageFactory
from tests.factories.places import MembershipFactory

from ..work import edit_address, locale, reword
from .hands import SPANISH, in_spanish, say, send


class AskingTests:
    def test_a_translator_reads_whom_to_ask(self, client, cast, told):
        client.force_login(cast.translator_es)

        page = client.get(edit_address(told)).content.decode()

        named = re.search(r"(?s)has to approve it\. Ask: (.*?)</p>", page)[1]
        assert "<bdi>pittsburgh-editor</bdi>" in named
        assert "washington" not in named

    def test_whoever_wrote_the_words_is_not_named(self, client, cast, draft):
        say(draft, cast.pittsburgh_editor)
        client.force_login(cast.translator_es)

        named = client.get(edit_address(draft)).content.decode().partition("Ask: ")[2]
        assert "<bdi>pittsburgh-reviewer</bdi>" in named
        assert "<bdi>pittsburgh-editor</bdi>" not in named


class RightsTests:
    """Who tries it, and what readers see then."""

    def test_the_button_stands_beside_the_sentences(self, client, cast, told):
        measure_page(told.translation_key)
        client.force_login(cast.pittsburgh_editor)

        page = client.get(reverse("wagtailadmin_pages:edit", args=[told.pk])).content.decode()

        assert "Show title and summary to readers" in page

    def test_an_editor_of_the_city_who_did_not_write_them(self, client, cast, told):
        answer = send(client, told, cast.pittsburgh_editor)

        assert in_spanish(told).approved_by == cast.pittsburgh_editor
        assert "Readers can read the title" in answer.content.decode()

    def test_not_whoever_wrote_one_of_them(self, client, cast, told):
        say(told, cast.pittsburgh_editor, {"summary": "Otra."})

        answer = send(client, told, cast.pittsburgh_editor)

        assert not Essentials.objects.exists()
        assert "Somebody else has to approve" in answer.content.decode()

    def test_not_whoever_began_the_draft_where_nobody_knows_who_wrote(self, cast, told):
        StringTranslation.objects.update(last_translated_by=None)

        assert why_not_shown(told, cast.pittsburgh_editor)

    def test_not_a_translator(self, client, cast, told):
        say(told, cast.pittsburgh_editor)

        send(client, told, cast.translator_es)

        assert not Essentials.objects.exists()

    @pytest.mark.parametrize("step", ["show", "take back"])
    def test_another_city_and_another_language_find_no_such_address(
        self, client, cast, home, shown, step
    ):
        french = UserFactory(username="translator-fr")
        MembershipFactory(user=french, local_group=None, role=Role.TRANSLATOR, language="fr")

        for person in (cast.washington_editor, french):
            assert send(client, shown, person, step).status_code == 404

        assert Essentials.objects.count() == 1

    def test_a_translator_takes_nothing_back(self, client, cast, shown):
        assert send(client, shown, cast.translator_es, "take back").status_code in (302, 403, 200)

        assert Essentials.objects.exists()

    def test_an_editor_of_another_language_shows_nothing(self, client, cast, home, told):
        editor = UserFactory(username="editor-fr")
        MembershipFactory(user=editor, local_group=home.pittsburgh_group, language="fr")

        assert send(client, told, editor).status_code == 404
        assert why_not_shown(told, editor)

    @pytest.mark.parametrize("seen", ["", "another"])
    def test_nobody_shows_words_that_they_have_not_read(self, client, cast, told, seen):
        answer = send(client, told, cast.pittsburgh_editor, seen=seen)

        assert not Essentials.objects.exists()
        assert "Look again" in answer.content.decode()

    def test_not_for_a_group_that_is_suspended(self, client, cast, home, told):
        client.force_login(cast.admin)
        client.post(f"/admin/groups/{home.pittsburgh_group.pk}/suspend/", {"confirmed": "1"})
        home.pittsburgh_group.refresh_from_db()
        assert home.pittsburgh_group.suspended_on

        send(client, told, cast.pittsburgh_editor)

        assert not Essentials.objects.exists()

    def test_it_is_no_address_to_look_at(self, client, cast, told):
        original = measure_page(told.translation_key)
        client.force_login(cast.pittsburgh_editor)

        assert client.get(reverse("show_essentials", args=[original.pk, "es"])).status_code == 405

    def test_where_no_approval_is_needed_whoever_publishes_shows(self, client, cast, home):
        event = EventPageFactory(parent=home.pittsburgh["en"])
        draft = begin_translation(event, locale("es"))[-1]
        say(draft, cast.pittsburgh_editor)

        send(client, draft, cast.translator_es)
        assert not Essentials.objects.exists()
        send(client, draft, cast.pittsburgh_editor)
        assert in_spanish(draft)


class DoubtTests:
    @pytest.mark.parametrize("part", ["title", "summary"])
    def test_not_before_both_are_translated(self, cast, draft, part):
        say(draft, cast.translator_es, {part: SPANISH[part]})

        assert "first" in why_not_shown(draft, cast.pittsburgh_reviewer)

    def test_not_while_the_title_is_of_an_earlier_original(self, finding, cast, told):
        reword(finding, "Tenants face", "Nobody helps when tenants face")

        assert why_not_shown(told, cast.pittsburgh_reviewer)

    def test_not_of_an_original_that_nobody_sees(self, finding, cast, told):
        type(finding).objects.filter(pk=finding.pk).update(live=False)

        assert why_not_shown(told, cast.pittsburgh_reviewer)

    def test_not_of_a_page_that_readers_have_whole(self, cast, spanish):
        assert why_not_shown(spanish.specific, cast.pittsburgh_reviewer)

    def test_not_of_an_original(self, cast, finding):
        assert why_not_shown(finding, cast.pittsburgh_reviewer)

    def test_a_page_written_in_one_form_is_asked_for_its_own_words(self, finding, cast):
        copy = finding.copy_for_translation(Locale.objects.get(language_code="es"))
        assert why_not_shown(copy, cast.pittsburgh_reviewer)

        copy.title, copy.summary = "Solos ante el juez", "Sin abogado."
        copy.save_revision(user=cast.pittsburgh_editor)
        show_essentials(copy, cast.pittsburgh_reviewer)

        assert in_spanish(copy).title == "Solos ante el juez"
        assert why_not_shown(copy, cast.pittsburgh_editor)
