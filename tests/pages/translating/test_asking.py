"""Asking for a translation: who may, what they get, and what nobody sees."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission
from django.test import TestCase
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page
from wagtail_localize.models import LocaleSynchronization, StringSegment

from pages.models import Entry, TranslationRequest
from tests.factories.pages import FindingPageFactory, translate

from .work import asked_in_admin, locale, original_of, run_jobs, translation_of


@pytest.fixture
def ask(client):
    """ask(user, page, "es") sends the form of one page and lets the worker work."""

    def send(user, page, *languages, **fields):
        address = reverse("ask_for_translation", args=[page.pk])
        return asked_in_admin(client, user, address, languages=languages, **fields)

    return send


class AskingTests:
    def test_an_editor_gets_a_draft_that_nobody_sees(self, ask, client, cast, finding):
        answer = ask(cast.pittsburgh_editor, finding, "es")
        lead = client.get(answer["Location"])

        draft = finding.get_translation(locale("es"))
        assert lead["Location"] == reverse("wagtailadmin_pages:edit", args=[draft.pk])
        assert not draft.live
        assert client.get("/es/cities/pittsburgh/alone/").status_code == 404
        assert not Entry.objects.filter(page=draft).exists()

    def test_no_draft_is_begun_while_somebody_waits(self, client, cast, finding):
        client.force_login(cast.pittsburgh_editor)
        address = reverse("ask_for_translation", args=[finding.pk])

        with TestCase.captureOnCommitCallbacks(execute=True):
            client.post(address, {"languages": ["es"], "made": "people"})

        assert not finding.get_translations().exists()
        assert run_jobs() == 1
        assert finding.get_translations().count() == 1

    def test_a_translator_may_ask_in_their_language_only(self, ask, cast, finding):
        assert ask(cast.translator_es, finding, "fr").status_code == 200
        assert not TranslationRequest.objects.exists()

        assert ask(cast.translator_es, finding, "es").status_code == 302
        assert finding.get_translations().count() == 1

    def test_nobody_may_ask_for_the_pages_of_another_city(self, client, cast, finding):
        for address in (
            reverse("ask_for_translation", args=[finding.pk]),
            reverse("wagtail_localize:submit_page_translation", args=[finding.pk]),
            f"{reverse('ask_for_translations')}?text={original_of(finding).pk}",
        ):
            answer = asked_in_admin(client, cast.washington_editor, address, languages=["es"])

            assert answer.status_code in (302, 403, 404)
        assert not TranslationRequest.objects.exists()

    def test_a_global_permission_opens_nothing(self, ask, cast, finding):
        submit = Permission.objects.get(codename="submit_translation")
        cast.washington_editor.user_permissions.add(submit)

        ask(cast.washington_editor, finding, "es")

        assert not TranslationRequest.objects.exists()

    def test_a_draft_is_for_those_who_may_edit_it(self, ask, cast, home):
        hidden = FindingPageFactory(parent=home.pittsburgh["en"], live=False)

        ask(cast.translator_es, hidden, "es")
        assert not TranslationRequest.objects.exists()

        ask(cast.pittsburgh_editor, hidden, "es")
        assert hidden.get_translations().count() == 1

    def test_a_stranger_is_sent_to_the_login(self, client, finding):
        for name, args in [("ask_for_translation", [finding.pk]), ("ask_for_translations", [])]:
            assert "/login/" in client.post(reverse(name, args=args))["Location"]

    def test_members_of_a_suspended_group_ask_for_nothing(self, ask, cast, home, finding):
        home.pittsburgh_group.suspended_on = timezone.now()
        home.pittsburgh_group.save()

        assert ask(cast.pittsburgh_editor, finding, "es").status_code in (302, 403, 404)
        assert not TranslationRequest.objects.exists()

    def test_the_address_and_the_codes_stay(self, draft, finding):
        assert draft.slug == finding.slug
        assert draft.body[1].value["value"] == "42"


class PagesAboveTests:
    def test_those_that_are_missing_begin_as_drafts(self, ask, client, cast, home, finding):
        home.pittsburgh["ru"].delete()

        ask(cast.pittsburgh_editor, finding, "ru")

        city = home.pittsburgh["en"].get_translation(locale("ru"))
        assert not city.live
        assert city.alias_of is None
        assert finding.get_translation(locale("ru")).get_parent().pk == city.pk
        assert client.get("/ru/cities/pittsburgh/").status_code == 410

    def test_one_of_the_alliance_is_named(self, ask, cast, home, finding):
        home.indexes["ru"].delete()

        answer = ask(cast.pittsburgh_editor, finding, "ru")

        assert answer.status_code == 200
        assert "“Cities” does not exist in Русский yet" in str(answer.context["form"].errors)
        assert not TranslationRequest.objects.exists()

    def test_one_that_vanishes_meanwhile_is_named_and_no_alias_is_made(
        self, client, cast, home, finding
    ):
        client.force_login(cast.pittsburgh_editor)
        address = reverse("ask_for_translation", args=[finding.pk])
        with TestCase.captureOnCommitCallbacks(execute=True):
            answer = client.post(address, {"languages": ["ru"], "made": "people"})
        home.indexes["ru"].delete()
        run_jobs()

        shown = client.get(answer["Location"]).content.decode()
        assert "“Cities” does not exist in Русский yet" in shown
        assert "Try again" in shown
        assert not finding.get_translations().exists()

    def test_no_alias_is_ever_made(self, ask, cast, finding):
        ask(cast.pittsburgh_editor, finding, "es", "fr", "ar")

        assert finding.get_translations().count() == 3
        assert not Page.objects.filter(alias_of__isnull=False).exists()

    def test_a_page_written_in_spanish_is_asked_for_in_english(self, ask, cast, home):
        spanish = FindingPageFactory(parent=home.pittsburgh["es"], slug="solos", title="Solos")

        ask(cast.pittsburgh_editor, spanish, "en")

        english = spanish.get_translation(locale("en")).specific
        assert english.alias_of is None
        assert english.written_in == "es"
        assert not english.live

    def test_asking_from_a_translation_asks_for_the_original(self, ask, cast, finding):
        spanish = translate(finding, "es", title="Van solos")

        ask(cast.pittsburgh_editor, spanish, "fr")

        french = finding.get_translation(locale("fr"))
        segments = StringSegment.objects.filter(source=translation_of(finding, "fr").source)
        assert french.title == finding.title
        assert {segment.string.locale for segment in segments} == {locale("en")}

    def test_a_language_cannot_be_filled_with_copies(self, home):
        from django.core.exceptions import ImproperlyConfigured

        with pytest.raises(ImproperlyConfigured):
            LocaleSynchronization.objects.create(locale=locale("es"), sync_from=locale("en"))


class FormTests:
    def test_all_that_was_said_is_kept(self, ask, cast, finding):
        day = timezone.localdate() + timedelta(days=9)

        ask(
            cast.pittsburgh_editor,
            finding,
            "es",
            due_on=day.isoformat(),
            note="For the hearing",
            is_essentials_only="on",
            person=cast.translator_es.pk,
        )

        request = TranslationRequest.objects.get()
        assert (request.due_on, request.note) == (day, "For the hearing")
        assert request.is_essentials_only
        assert (request.asked_by, request.person) == (cast.pittsburgh_editor, cast.translator_es)

    def test_a_day_that_is_over_is_refused_and_the_words_stay(self, ask, cast, finding):
        yesterday = timezone.localdate() - timedelta(days=1)

        answer = ask(
            cast.pittsburgh_editor, finding, "es", due_on=yesterday.isoformat(), note="Typed"
        )

        assert "This day is over" in answer.content.decode()
        assert "Typed" in answer.content.decode()
        assert not TranslationRequest.objects.exists()

    def test_only_those_who_may_translate_can_be_asked(self, ask, cast, finding):
        answer = ask(cast.pittsburgh_editor, finding, "fr", person=cast.translator_es.pk)

        assert "does not translate into français for Pittsburgh" in answer.content.decode()
        assert not TranslationRequest.objects.exists()

    def test_of_two_languages_somebody_is_asked_for_theirs(self, ask, client, cast, finding):
        answer = ask(cast.pittsburgh_editor, finding, "es", "fr", person=cast.translator_es.pk)

        told = client.get(answer["Location"]).content.decode()
        assert "the rest is free to take" in told
        assert "does not translate into français for Pittsburgh" in told
        people = TranslationRequest.objects.values_list("language", "person__username")
        assert set(people) == {("es", "translator-es"), ("fr", None)}

    def test_people_of_another_city_are_neither_named_nor_taken(self, ask, client, cast, finding):
        editor = cast.washington_editor
        editor.first_name = "Zephyrine"
        editor.save()

        answer = ask(cast.pittsburgh_editor, finding, "es", person=editor.pk)

        assert "Zephyrine" not in answer.content.decode()
        assert not TranslationRequest.objects.exists()

    def test_asking_again_changes_what_was_asked(self, ask, cast, finding):
        ask(cast.pittsburgh_editor, finding, "es", note="One")
        ask(cast.pittsburgh_reviewer, finding, "es", note="Two")

        ask(cast.pittsburgh_reviewer, finding, "es", note="")

        request = TranslationRequest.objects.get()
        assert (request.note, request.asked_by) == ("Two", cast.pittsburgh_editor)
        assert finding.get_translations().count() == 1

    def test_asking_again_takes_nothing_from_whoever_has_it(self, ask, cast, finding):
        ask(cast.pittsburgh_editor, finding, "es", person=cast.translator_es.pk)
        ask(cast.pittsburgh_editor, finding, "es", person=cast.pittsburgh_reviewer.pk)

        assert TranslationRequest.objects.get().person == cast.translator_es

    def test_what_readers_have_is_not_offered(self, client, cast, finding, spanish):
        client.force_login(cast.translator_es)

        answer = client.get(reverse("ask_for_translation", args=[finding.pk]), follow=True)

        assert "exists in every language that you write" in answer.content.decode()
