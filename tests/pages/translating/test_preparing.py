"""What is told while the worker makes drafts, and what happens when it cannot."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from pages.models import TranslationRequest
from pages.translating import preparing
from pages.translating.asking import begin_translation
from pages.translating.queue import free_for
from pages.translating.requesting import ask, ask_for_all, take
from tests.factories.pages import FindingPageFactory

from .work import locale, original_of, run_jobs


@pytest.fixture
def asked(cast, finding):
    """The finding, asked for in Spanish and French; no worker has begun."""
    original = original_of(finding)
    with TestCase.captureOnCommitCallbacks(execute=True):
        return ask_for_all([(original, "es"), (original, "fr")], cast.pittsburgh_editor)


@pytest.fixture
def look(client):
    """look(user, requests) is what the screen tells them; further words go into its address."""

    def get(user, requests, **query):
        client.force_login(user)
        told = {"request": [request.pk for request in requests]} | query
        return client.get(reverse("translations_in_preparation"), told)

    return get


class ScreenTests:
    def test_it_tells_how_far_each_draft_is(self, look, cast, asked):
        page = look(cast.pittsburgh_editor, asked).content.decode()
        assert "0 of 2 drafts are ready" in page
        assert page.count("Waiting its turn") == 2
        assert "Show what is done" in page

        run_jobs()

        page = look(cast.pittsburgh_editor, asked).content.decode()
        assert "2 of 2 drafts are ready" in page
        assert "Show what is done" not in page

    def test_the_part_that_changes_comes_alone(self, look, cast, asked):
        part = look(cast.pittsburgh_editor, asked, part="1").content.decode()

        assert "0 of 2 drafts are ready" in part
        assert "<html" not in part

    def test_one_draft_that_is_ready_is_opened_at_once(self, look, cast, finding, asked):
        run_jobs()

        answer = look(cast.pittsburgh_editor, asked[:1])

        draft = finding.get_translation(locale("es"))
        assert answer["Location"] == reverse("wagtailadmin_pages:edit", args=[draft.pk])

    def test_numbers_are_told_as_people_write_them(self, client, cast, asked):
        client.force_login(cast.pittsburgh_editor)
        first, last = (request.pk for request in asked)

        answer = client.get(f"/admin/translating/prepared/?request={first}-{last}")
        assert "0 of 2" in answer.content.decode()
        for span in ("x", "9-1", "1-999999", "9" * 30):
            answer = client.get(f"/admin/translating/prepared/?request={span}")
            assert answer.status_code == 404

    def test_an_address_that_names_no_draft_leads_to_the_desk(self, client, cast, asked):
        client.force_login(cast.pittsburgh_editor)

        answer = client.get(reverse("translations_in_preparation"), follow=True)

        assert answer.redirect_chain == [(reverse("translation_desk"), 302)]
        assert "That address names no draft." in answer.content.decode()

    def test_others_are_told_nothing(self, look, client, cast, asked):
        assert look(cast.washington_editor, asked).status_code == 404
        assert look(cast.press_officer, asked).status_code == 404
        client.logout()
        answer = client.get(reverse("translations_in_preparation"))
        assert "/login/" in answer["Location"]

    def test_a_translator_sees_their_own_language_alone(self, look, cast, asked):
        page = look(cast.translator_es, asked).content.decode()

        assert "0 of 1 draft is ready" in page
        assert "français" not in page

    def test_queries_do_not_grow(self, look, cast, home):
        pages = [FindingPageFactory(parent=home.pittsburgh["en"], revised=False) for _n in range(8)]
        wanted = [(original_of(page), code) for page in pages for code in ("es", "fr", "ru")]
        requests = ask_for_all(wanted, cast.pittsburgh_editor)
        counts = []
        for some in (requests[:3], requests[:3], requests):
            with CaptureQueriesContext(connection) as asked:
                look(cast.pittsburgh_editor, some, part="1")
            counts.append(len(asked))

        assert counts[1] == counts[2] <= 16  # six of them sign in

    def test_its_heading_says_when_all_are_ready(self, look, cast, asked):
        heading = '<h2 class="w-h1" id="header-title" dir="auto">%s</h2>'
        page = look(cast.pittsburgh_editor, asked).content.decode()
        assert heading % "Drafts on their way" in page

        run_jobs()

        assert (
            heading % "All drafts are ready" in look(cast.pittsburgh_editor, asked).content.decode()
        )
        part = look(cast.pittsburgh_editor, asked, part="1").content.decode()
        assert 'data-heading="All drafts are ready"' in part

    def test_only_whoever_has_taken_it_is_urged_to_translate(self, look, cast, asked):
        run_jobs()
        take(asked[0], cast.translator_es)

        page = look(cast.pittsburgh_editor, asked).content.decode()
        assert page.count(">Open<span") == 2
        assert "Translate<span" not in page

        take(asked[1], cast.pittsburgh_editor)
        page = look(cast.pittsburgh_editor, asked).content.decode()
        assert page.count("Translate<span") == 1


class PagesAboveTests:
    def test_what_began_along_with_it_can_be_taken(self, cast, home, finding):
        home.pittsburgh["ru"].delete()
        day = timezone.localdate() + timedelta(days=9)
        with TestCase.captureOnCommitCallbacks(execute=True):
            ask(original_of(finding), "ru", cast.pittsburgh_editor, due_on=day)
        run_jobs()

        free = [(one.original.title, one.due_on) for one in free_for(cast.pittsburgh_reviewer)]
        assert sorted(free) == [("Pittsburgh", day), (finding.title, day)]
        city = original_of(home.pittsburgh["en"]).states.get(language="ru")
        assert city.stage == "requested"

    def test_what_was_asked_for_before_stays_as_it_was(self, cast, home, finding):
        home.pittsburgh["ru"].delete()
        asked = ask(original_of(home.pittsburgh["en"]), "ru", cast.admin, note="First of all")
        request = ask(original_of(finding), "ru", cast.pittsburgh_editor)

        preparing.prepare(request.pk)

        (city,) = TranslationRequest.objects.filter(original=asked.original)
        assert (city.note, city.asked_by) == ("First of all", cast.admin)


class TroubleTests:
    def test_a_failure_is_told_after_three_attempts_and_can_be_tried_again(
        self, look, client, cast, finding, asked, monkeypatch
    ):
        def fail(*args):
            raise RuntimeError("out of order")

        monkeypatch.setattr(preparing, "begin_if_allowed", fail)
        for _time in range(preparing.ATTEMPTS):
            run_jobs()
            with TestCase.captureOnCommitCallbacks(execute=True):
                call_command("prepare_translations", after=0, verbosity=0)
        page = look(cast.pittsburgh_editor, asked).content.decode()
        assert page.count("It could not be prepared, and it is not your doing.") == 2
        assert "out of order" not in page

        monkeypatch.undo()
        address = reverse("change_translation_request", args=[asked[0].pk])
        with TestCase.captureOnCommitCallbacks(execute=True):
            client.post(address, {"action": "again"})
        run_jobs()

        assert finding.get_translations().count() == 1

    def test_nothing_is_kept_of_a_draft_that_failed_half_way(self, finding, asked, monkeypatch):
        def fail_after(*args):
            begin_translation(*args)
            raise RuntimeError

        monkeypatch.setattr(preparing, "begin_if_allowed", fail_after)

        run_jobs()

        assert not finding.get_translations().exists()
        assert not TranslationRequest.objects.exclude(prepared_at=None).exists()

    def test_one_that_was_deleted_is_made_again(self, look, client, cast, finding, asked):
        run_jobs()
        finding.get_translation(locale("es")).specific.delete()
        assert "The draft was deleted" in look(cast.pittsburgh_editor, asked).content.decode()

        address = reverse("change_translation_request", args=[asked[0].pk])
        with TestCase.captureOnCommitCallbacks(execute=True):
            client.post(address, {"action": "again"})
        run_jobs()

        assert finding.get_translations().count() == 2

    def test_what_waits_in_the_queue_is_not_put_there_twice(self, asked):
        for _time in range(2):
            with TestCase.captureOnCommitCallbacks(execute=True):
                call_command("prepare_translations", after=0, verbosity=0)

        assert DBTaskResult.objects.count() == 2

    def test_what_a_worker_dropped_is_given_to_another(self, finding, asked):
        DBTaskResult.objects.all().delete()
        with TestCase.captureOnCommitCallbacks(execute=True):
            call_command("prepare_translations", verbosity=0)
        assert run_jobs() == 0  # it may still be at work

        TranslationRequest.objects.update(preparing_since=timezone.now() - timedelta(minutes=6))
        with TestCase.captureOnCommitCallbacks(execute=True):
            call_command("prepare_translations", verbosity=0)
        run_jobs()

        assert finding.get_translations().count() == 2

    def test_running_twice_makes_one_draft(self, finding, asked):
        for _time in range(2):
            preparing.prepare(asked[0].pk)
            TranslationRequest.objects.filter(pk=asked[0].pk).update(prepared_at=None)

        assert finding.get_translations().count() == 1
