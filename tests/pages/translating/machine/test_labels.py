"""Readers are told of a machine until a person has looked, whatever way a page went."""

import pytest
from django.contrib.auth import get_user_model
from django.test import TestCase
from django.urls import reverse
from wagtail_localize.machine_translators.dummy import DummyTranslator
from wagtail_localize.models import StringTranslation
from wagtail_localize.views.edit_translation import apply_machine_translation

from pages.models import Entry
from pages.translating.sheets.opening import open_sheet

from ..faults.plain import put_sentence
from ..work import approve_in_editor, reword, send_in_editor
from .work import draft_now


@pytest.fixture
def drafted(sheet, service, cast):
    """The Spanish sheet, drafted by a machine that the translator asked."""
    draft_now(sheet, cast.translator_es)
    return sheet


def made(page):
    page.refresh_from_db()
    return page.translation_made


def save_version(page):
    page = type(page).objects.get(pk=page.pk)
    page.save_revision(clean=False)
    return page.get_latest_revision_as_object().translation_made


class SentencesTests:
    def test_one_machine_sentence_makes_it_a_machine_s(self, drafted, cast, draft):
        sheet = drafted
        sheet.confirm([unit.key for unit in sheet.units()[1:]], cast.translator_es)
        assert save_version(draft) == "machine"

        sheet.confirm([sheet.units()[0].key], cast.translator_es)
        assert save_version(draft) == "machine_reviewed"

    def test_words_over_a_machine_s_are_a_person_s_check(self, drafted, cast, draft):
        words = {unit.key: "De una persona" for unit in drafted.units()}
        drafted.write(words, cast.translator_es)

        assert save_version(draft) == "machine_reviewed"

    def test_also_by_the_package_s_own_way_to_write_a_sentence(self, cast, drafted, draft):
        translation = drafted.translation
        for segment in translation.source.stringsegment_set.all():
            put_sentence(cast.translator_es, translation, segment, "Solos")

        assert {unit.made for unit in drafted.units()} == {"checked"}
        assert save_version(draft) == "machine_reviewed"

    def test_taken_out_and_written_anew_it_is_a_person_s(self, drafted, cast):
        first = drafted.units()[0]
        drafted.clear([first.key], cast.translator_es)
        drafted.write({first.key: "Mío"}, cast.translator_es)

        assert drafted.units()[0].made == "manual"

    def test_people_s_own_work_stays_theirs(self, draft, sheet, cast):
        sheet.write({unit.key: "Mío" for unit in sheet.units()}, cast.translator_es)

        assert save_version(draft) == "people"

    def test_a_sentence_that_is_behind_keeps_who_made_it(self, drafted, cast, draft, finding):
        with TestCase.captureOnCommitCallbacks(execute=True):
            reword(finding, "Nine in ten", "Nearly nine in ten")
        behind = [unit for unit in drafted.units() if unit.stage == "behind"]
        others = [unit.key for unit in drafted.units() if unit.stage != "behind"]
        assert [unit.made for unit in behind] == ["machine"]

        drafted.confirm(others, cast.translator_es)

        assert save_version(draft) == "machine"


class PublishingTests:
    def test_approval_by_another_is_a_review(self, client, cast, drafted, draft):
        send_in_editor(client, cast.translator_es, draft)
        draft.refresh_from_db()
        assert draft.get_latest_revision_as_object().translation_made == "machine"

        approve_in_editor(client, draft)

        assert made(draft) == "machine_reviewed"
        assert Entry.objects.get(page=draft).translation_made == "machine_reviewed"
        assert {unit.made for unit in drafted.units()} == {"checked"}

    def test_approval_by_whoever_asked_the_machine_is_none(
        self, client, cast, service, sheet, draft
    ):
        reviewer = get_user_model().objects.get(username="pittsburgh-reviewer")
        draft_now(sheet, reviewer)
        send_in_editor(client, cast.translator_es, draft)
        draft.refresh_from_db()

        approve_in_editor(client, draft)

        draft.refresh_from_db()
        if draft.live:
            assert Entry.objects.get(page=draft).translation_made == "machine"
        assert {unit.made for unit in sheet.units()} == {"machine"}

    def test_what_was_drafted_after_the_version_was_sent_is_not_reviewed(
        self, client, cast, service, sheet, draft
    ):
        first = sheet.units()[0]
        sheet.write(
            {first.key: "MT", **{u.key: "Mío" for u in sheet.units()[1:]}},
            cast.translator_es,
            made="machine",
            tool="x",
        )
        send_in_editor(client, cast.translator_es, draft)
        draft.refresh_from_db()
        sheet.write({first.key: "MT 2"}, cast.translator_es, made="machine", tool="x")

        approve_in_editor(client, draft)

        assert "machine" in {unit.made for unit in sheet.units()}

    def test_readers_the_api_and_the_lists_say_so(self, client, cast, drafted, draft):
        draft.get_latest_revision()
        publish_unreviewed(drafted, draft)

        assert Entry.objects.get(page=draft).translation_made == "machine"
        page = client.get(f"/es/cities/pittsburgh/{draft.slug}/")
        assert page.context["translation_note"]().made == "machine"
        api = client.get(f"/api/v2/pages/{draft.pk}/?fields=translation_made").json()
        assert api["translation_made"] == "machine"


def publish_unreviewed(sheet, draft):
    """As a command or an import would: a version of the sentences, put before readers."""
    from tests.factories.pages import publish

    sheet.translation.save_target(publish=False)
    publish(type(draft).objects.get(pk=draft.pk).get_latest_revision())
    draft.refresh_from_db()
    assert draft.live


class SayingTests:
    def say(self, client, user, page, made):
        client.force_login(user)
        address = reverse("say_how_it_was_made", args=[page.pk])
        return client.post(address, {"made": made})

    def test_nobody_says_that_people_did_what_a_machine_did(self, client, cast, drafted, draft):
        answer = self.say(client, cast.pittsburgh_editor, draft, "people")

        assert "A machine drafted sentences of this page" in answer.content.decode()
        assert save_version(draft) == "machine"

    def test_whoever_publishes_may_say_that_people_reviewed_it(self, client, cast, drafted, draft):
        self.say(client, cast.pittsburgh_editor, draft, "machine_reviewed")

        assert save_version(draft) == "machine_reviewed"
        assert {unit.made for unit in drafted.units()} == {"checked"}

    def test_what_was_pasted_and_said_to_be_is_never_people_s_by_itself(
        self, client, cast, service, sheet, draft
    ):
        first, *others = sheet.units()
        sheet.write({unit.key: "Pegado" for unit in others}, cast.translator_es)
        self.say(client, cast.pittsburgh_editor, draft, "machine")
        assert save_version(draft) == "machine"

        draft_now(sheet, cast.translator_es)
        sheet.confirm([first.key], cast.translator_es)

        assert save_version(draft) == "machine"
        assert sheet.units()[1].made == "machine"

    def test_what_was_said_before_the_first_sentence_holds(self, cast, service, sheet, draft):
        type(draft).objects.filter(pk=draft.pk).update(translation_made="machine")
        fresh = open_sheet(sheet.original, "es")
        first, *others = fresh.units()
        fresh.write({unit.key: "Pegado" for unit in others}, cast.translator_es)
        draft_now(fresh, cast.translator_es)

        fresh.confirm([first.key], cast.translator_es)

        assert save_version(draft) == "machine"


class ThePackageTests:
    """What the package does in the same two clicks, beside ours."""

    def test_its_drafts_look_like_people_s_work_to_it_and_like_a_machine_s_to_us(
        self, cast, sheet, draft
    ):
        """The package translates in the request, and its publishing marks nothing.

        Ours reads the label from the sentences: even by the package’s way readers are told.
        """
        apply_machine_translation(sheet.translation.pk, cast.pittsburgh_editor, DummyTranslator({}))
        assert set(StringTranslation.objects.values_list("translation_type", flat=True)) == {
            "machine"
        }

        sheet.translation.save_target(publish=False)

        draft.refresh_from_db()
        assert draft.get_latest_revision_as_object().translation_made == "machine"
        assert not draft.live

    def test_its_own_button_is_closed(self, client, cast, service, sheet):
        client.force_login(cast.admin)
        address = reverse("wagtail_localize:machine_translate", args=[sheet.translation.pk])

        assert client.post(address).status_code == 404
        assert not service.heard
