"""Who takes what was asked for, who hands it back, and when it is done."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.test import TestCase
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageLogEntry

from campaigns.places.models import Role
from pages.models import Original, TranslationRequest, TranslationState
from pages.models.original import OtherKind
from pages.translating import requesting
from pages.translating.queue import free_for, in_review_of, mine
from pages.translating.requesting import TakenError, ask, assign, take, take_if_free
from pages.translating.rights import may_translate_text, may_write_translation
from tests.factories.accounts import UserFactory
from tests.factories.pages import FindingPageFactory
from tests.factories.places import MembershipFactory

from .work import original_of, publish_in_editor, run_jobs, send_in_editor, translation_of, turn


@pytest.fixture
def asked(cast, finding):
    """The finding, asked for in Spanish by Pittsburgh’s editor; its draft is there."""
    with TestCase.captureOnCommitCallbacks(execute=True):
        request = ask(original_of(finding), "es", cast.pittsburgh_editor, note="For the hearing")
    run_jobs()
    request.refresh_from_db()
    return request


@pytest.fixture
def local(home):
    """Somebody who translates into Spanish for Pittsburgh alone."""
    return MembershipFactory(
        local_group=home.pittsburgh_group, role=Role.TRANSLATOR, language="es"
    ).user


@pytest.fixture
def press(client):
    """press(user, request, "take") is one button of the list."""

    def send(user, request, action, **fields):
        client.force_login(user)
        address = reverse("change_translation_request", args=[request.pk])
        return client.post(address, {"action": action} | fields, follow=True)

    return send


class TakingTests:
    def test_whoever_takes_it_has_it(self, press, cast, asked):
        answer = press(cast.translator_es, asked, "take")

        assert "is yours now" in answer.content.decode()
        assert list(mine(cast.translator_es)) == [asked]
        assert not free_for(cast.translator_es)

    def test_of_two_one_wins_and_the_other_is_told(self, press, cast, asked, local):
        press(local, asked, "take")

        answer = press(cast.translator_es, asked, "take")

        assert "Somebody else has taken it meanwhile." in answer.content.decode()
        assert list(mine(local)) == [asked]

    def test_both_hold_the_line_as_it_was(self, cast, asked, local):
        first, second = (TranslationRequest.objects.get(pk=asked.pk) for _person in range(2))
        take(first, local)

        with pytest.raises(TakenError):
            take(second, cast.translator_es)
        take(second, local)  # pressing twice takes nothing from anybody

    def test_it_is_handed_back_for_others(self, press, cast, asked, local):
        take(asked, local)

        press(local, asked, "hand_back")

        assert list(free_for(cast.translator_es)) == [asked]
        assert not mine(local)

    def test_nobody_hands_back_what_is_another_s(self, press, cast, asked, local):
        take(asked, local)

        answer = press(cast.translator_es, asked, "hand_back")

        assert "it changed meanwhile" in answer.content.decode()
        assert list(mine(local)) == [asked]

    def test_the_first_sentence_takes_what_nobody_has(self, cast, asked, local):
        assert take_if_free(asked.original, "es", local)
        assert not take_if_free(asked.original, "es", cast.translator_es)
        assert not take_if_free(asked.original, "fr", cast.pittsburgh_editor)
        assert list(mine(local)) == [asked]

    def test_the_history_of_the_page_tells_it(self, cast, asked):
        take(asked, cast.translator_es)

        told = PageLogEntry.objects.filter(page=asked.original.page_id, action__contains="transl")
        assert [(entry.action, entry.user) for entry in told.order_by("timestamp")] == [
            (requesting.ASKED, cast.pittsburgh_editor),
            (requesting.TAKEN, cast.translator_es),
        ]


class BreakInTests:
    @pytest.mark.parametrize("action", ["take", "hand_back", "withdraw", "again"])
    def test_nobody_outside_does_anything(self, press, client, cast, home, asked, action):
        french = MembershipFactory(
            local_group=home.pittsburgh_group, role=Role.TRANSLATOR, language="fr"
        ).user
        writer_elsewhere = MembershipFactory(
            local_group=home.washington_group, role=Role.TRANSLATOR, language="es"
        ).user
        outsiders = [french, writer_elsewhere, cast.washington_editor, cast.press_officer]

        for user in outsiders:
            assert press(user, asked, action).status_code in (403, 404)

        client.logout()
        address = reverse("change_translation_request", args=[asked.pk])
        assert "/login/" in client.post(address, {"action": action})["Location"]
        asked.refresh_from_db()
        assert (asked.person, asked.closed_at) == (None, None)

    def test_looking_at_its_address_does_nothing(self, client, cast, asked):
        client.force_login(cast.translator_es)
        address = reverse("change_translation_request", args=[asked.pk])

        assert client.get(address).status_code == 405
        assert client.post(address, {"action": "publish"}).status_code == 404

    def test_the_suspended_take_nothing(self, press, home, asked, local):
        home.pittsburgh_group.suspended_on = timezone.now()
        home.pittsburgh_group.save()

        assert press(local, asked, "take").status_code in (302, 403, 404)
        asked.refresh_from_db()
        assert asked.person is None

    @pytest.mark.parametrize("what", ["suspended_on", "archived_on"])
    def test_nobody_of_the_alliance_works_for_a_group_away(
        self, press, client, cast, home, asked, finding, what
    ):
        taken = ask(asked.original, "fr", cast.pittsburgh_editor, person=cast.translator_es)
        setattr(home.pittsburgh_group, what, timezone.now())
        home.pittsburgh_group.save()
        draft = finding.get_translations().get()

        press(cast.translator_es, asked, "take")
        asked.refresh_from_db()
        assert asked.person is None
        assert not mine(cast.translator_es)
        for user, may in [(cast.translator_es, False), (cast.admin, True)]:
            assert may_write_translation(user, draft.specific) == may
            assert may_translate_text(user, asked.original, "es") == may
        assert taken.closed_at is None

    def test_what_waits_for_approval_is_not_handed_back(self, press, client, cast, asked, finding):
        take(asked, cast.translator_es)
        turn(translation_of(finding))
        send_in_editor(client, cast.translator_es, finding.get_translations().get().specific)

        answer = press(cast.translator_es, asked, "hand_back")

        assert "it changed meanwhile" in answer.content.decode()
        assert list(in_review_of(cast.translator_es)) == [asked]
        assert not free_for(cast.translator_es)

    def test_a_translator_does_not_take_back_what_others_asked_for(self, press, cast, asked):
        press(cast.translator_es, asked, "withdraw")
        asked.refresh_from_db()
        assert asked.closed_at is None

        press(cast.pittsburgh_reviewer, asked, "withdraw")
        asked.refresh_from_db()
        assert asked.closed_at

    def test_it_is_given_only_to_those_who_may(self, cast, asked, local):
        with pytest.raises(PermissionDenied):
            assign(asked, cast.washington_editor, cast.pittsburgh_editor)
        with pytest.raises(PermissionDenied):
            assign(asked, local, cast.translator_es)

        assign(asked, local, cast.pittsburgh_editor)
        assert list(mine(local)) == [asked]

    def test_the_way_back_leads_nowhere_else(self, client, cast, asked):
        client.force_login(cast.translator_es)
        address = reverse("change_translation_request", args=[asked.pk])

        answer = client.post(address, {"action": "take", "next": "https://example.com/"})

        assert answer["Location"] == reverse("my_translations")


class LeavingTests:
    def test_what_somebody_took_is_free_when_they_leave(self, cast, asked, local):
        take(asked, local)
        assert not free_for(cast.translator_es)

        local.memberships.all().delete()

        assert list(free_for(cast.translator_es)) == [asked]
        assert not mine(local)
        take(asked, cast.translator_es)
        assert list(mine(cast.translator_es)) == [asked]

    @pytest.mark.parametrize("what", ["suspended_on", "archived_on"])
    def test_so_it_is_while_their_group_rests(self, cast, home, asked, local, what):
        take(asked, local)
        group = home.pittsburgh_group
        setattr(group, what, timezone.now())
        group.save()
        assert not mine(local)
        assert not free_for(cast.translator_es)
        assert list(free_for(cast.admin)) == [asked]

        setattr(group, what, None)
        group.save()
        assert list(mine(local)) == [asked]

    def test_so_it_is_when_their_account_is_closed(self, cast, asked, local):
        take(asked, local)
        local.is_active = False
        local.save()

        assert list(free_for(cast.translator_es)) == [asked]

    def test_a_page_that_is_deleted_takes_its_requests_along(self, asked, finding):
        with TestCase.captureOnCommitCallbacks(execute=True):
            finding.delete()

        assert not TranslationRequest.objects.exists()


class DoneTests:
    def test_it_is_closed_when_readers_have_it(self, client, cast, asked, finding):
        take(asked, cast.translator_es)
        turn(translation_of(finding))
        draft = finding.get_translations().get().specific

        publish_in_editor(client, cast.pittsburgh_editor, draft)

        asked.refresh_from_db()
        assert asked.closed_at
        assert asked.person == cast.translator_es
        assert not TranslationState.objects.get(original=asked.original).request

    def test_the_clock_closes_what_was_measured_in_another_way(self, asked):
        TranslationState.objects.filter(request=asked).update(stage="live")

        call_command("prepare_translations", verbosity=0)

        asked.refresh_from_db()
        assert asked.closed_at

    def test_it_may_be_asked_for_again(self, cast, asked):
        requesting.close_request(asked.original, "es")

        again = ask(asked.original, "es", cast.pittsburgh_editor)

        assert again.pk != asked.pk
        assert again.prepared_at  # its draft is there


class OtherKindsTests:
    def test_what_is_no_page_needs_no_preparing(self, cast, home, local):
        picture = Original.objects.create(
            key="picture-1",
            kind=OtherKind.PICTURE,
            language="en",
            title="A cold radiator",
            city=home.pittsburgh_group.city,
        )

        request = ask(picture, "es", cast.pittsburgh_editor)

        assert request.prepared_at
        assert run_jobs() == 0
        take(request, local)
        with pytest.raises(PermissionDenied):
            take(request, cast.washington_editor)


class PeopleTests:
    def test_those_who_may_translate_are_found(self, cast, home, local):
        from campaigns.places.rights import translators_for

        here = set(translators_for(home.pittsburgh_group.city, "es"))
        assert here == {
            cast.pittsburgh_editor,
            cast.pittsburgh_reviewer,
            cast.translator_es,
            cast.admin,
            local,
        }
        assert local not in translators_for(home.pittsburgh_group.city, "fr")
        assert set(translators_for(None, "es")) == {cast.translator_es, cast.admin}
        assert UserFactory() not in translators_for(None, "es")


def test_due_first_then_what_is_more_important(cast, home):
    today = timezone.localdate()
    for title, days in [("Later", 9), ("Never", None), ("Sooner", 2)]:
        page = FindingPageFactory(parent=home.pittsburgh["en"], title=title, revised=False)
        due_on = today + timedelta(days=days) if days else None
        ask(original_of(page), "es", cast.pittsburgh_editor, due_on=due_on)

    found = free_for(cast.translator_es)
    assert [request.original.title for request in found] == ["Sooner", "Later", "Never"]
