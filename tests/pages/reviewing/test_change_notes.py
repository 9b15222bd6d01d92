"""What people say about a change stays with the version, and with colleagues."""

import pytest
from django.urls import reverse
from wagtail.models import PageLogEntry

from pages.change_notes import ACTION

NOTE = "Took out a street <name>, because the teller asked."


@pytest.fixture(autouse=True)
def editor(client, cast):
    client.force_login(cast.pittsburgh_editor)
    return cast.pittsburgh_editor


def notes(page):
    entries = PageLogEntry.objects.filter(page=page.pk, action=ACTION)
    return [(entry.data["note"], entry.revision_id) for entry in entries]


class KeepingTests:
    def test_a_note_is_kept_with_the_version_it_was_written_for(self, save, finding, editor):
        save(change_note=NOTE)

        finding.refresh_from_db()
        assert notes(finding) == [(NOTE, finding.latest_revision_id)]
        assert PageLogEntry.objects.get(action=ACTION).user == editor

    def test_nothing_is_noted_when_nothing_is_said(self, save, finding):
        save(change_note="  ")

        assert notes(finding) == []

    def test_a_note_for_those_who_approve_is_kept_too(self, save, finding):
        save(change_note=NOTE, **{"action-submit": "1"})

        finding.refresh_from_db()
        assert notes(finding) == [(NOTE, finding.latest_revision_id)]

    def test_the_first_version_of_a_page_may_have_one(self, client, home, cast):
        client.force_login(cast.admin)
        kind = ("pages", "standardpage", home.homes["en"].pk)
        no_comments = {
            f"comments-{name}": 0 for name in ("TOTAL_FORMS", "INITIAL_FORMS", "MIN_NUM_FORMS")
        }
        form = {"title": "New", "slug": "new", "body-count": "0", "change_note": NOTE}

        client.post(reverse("wagtailadmin_pages:add", args=kind), form | no_comments)

        entry = PageLogEntry.objects.get(action=ACTION)
        assert (entry.data["note"], entry.page.title) == (NOTE, "New")

    def test_what_the_browser_saves_while_one_writes_is_one_note(self, save, finding):
        half = save(by_itself=True, change_note="Took out").json()
        again = save(
            by_itself=True, change_note=NOTE[:20], overwrite_revision_id=half["revision_id"]
        ).json()
        save(change_note=NOTE, overwrite_revision_id=again["revision_id"], **{"action-submit": 1})

        finding.refresh_from_db()
        assert notes(finding) == [(NOTE, finding.latest_revision_id)]

    def test_what_was_taken_out_again_before_saving_is_gone(self, save, finding):
        half = save(by_itself=True, change_note=NOTE).json()
        save(change_note="", overwrite_revision_id=half["revision_id"])

        assert notes(finding) == []

    def test_a_colleagues_note_on_the_same_version_stays(self, save, finding, client, cast):
        half = save(by_itself=True, change_note=NOTE).json()
        client.force_login(cast.admin)
        sitting = {"overwrite_revision_id": half["revision_id"], "action-publish": "1"}
        save(change_note="", **sitting)

        assert [said for said, _version in notes(finding)] == [NOTE]

    def test_it_is_a_note_and_no_second_page(self, save, finding):
        answer = save(change_note="x" * 301)

        assert "at most 300 characters" in answer.content.decode()
        assert notes(finding) == []


class ShowingTests:
    def test_history_shows_it_escaped_with_its_author(self, save, finding, client, editor):
        save(change_note=NOTE)

        page = client.get(reverse("wagtailadmin_pages:history", args=[finding.pk]))

        words = page.content.decode()
        assert "Took out a street &lt;name&gt;, because the teller asked." in words
        assert "<name>" not in words
        assert "Said what was changed, and why" in words
        assert editor.get_username() in words

    def test_the_next_sitting_begins_without_it(self, save, finding, client):
        save(change_note=NOTE)

        form = client.get(reverse("wagtailadmin_pages:edit", args=[finding.pk])).context["form"]

        assert not form["change_note"].value()

    def test_readers_and_the_api_never_meet_it(self, save, finding, client):
        save(change_note="Quokka said so.", **{"action-publish": "1"})
        client.logout()

        for address in (finding.url, f"/api/v2/pages/{finding.pk}/"):
            answer = client.get(address)
            assert answer.status_code == 200
            assert "Quokka" not in answer.content.decode()

    def test_another_city_cannot_read_it(self, save, finding, client, cast):
        save(change_note=NOTE)
        client.force_login(cast.washington_editor)

        answer = client.get(reverse("wagtailadmin_pages:history", args=[finding.pk]))

        assert answer.status_code == 404
