"""What waits for whom, what they are told, and the workflow of each city."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import TaskState, WorkflowPage

from campaigns.places.models import Role
from pages.approving.translations import mark_of
from pages.models import FindingPage
from tests.factories.pages import (
    CityProfilePageFactory,
    FindingPageFactory,
)
from tests.factories.places import CityFactory

from .hands import action, approve, edit, is_live, written

pytestmark = pytest.mark.django_db


class WaitingTests:
    def waiting_for(self, user):
        return {state.revision.object_id for state in TaskState.objects.reviewable_by(user)}

    def test_it_waits_for_those_who_may_approve_it(self, cast, member, finding, story):
        both = {str(finding.pk), str(story.pk)}

        assert self.waiting_for(cast.pittsburgh_reviewer) == both
        assert self.waiting_for(cast.admin) == both
        assert self.waiting_for(member(Role.SAFETY_REVIEWER)) == {str(story.pk)}
        assert self.waiting_for(member(Role.EDITOR)) == {str(finding.pk)}

    def test_not_for_its_writer_nor_for_others(self, cast, member, finding, story):
        assert self.waiting_for(cast.pittsburgh_editor) == set()
        assert self.waiting_for(cast.washington_editor) == set()
        assert self.waiting_for(member(Role.WRITER)) == set()

    def test_asking_takes_no_more_queries_for_more_pages(
        self, home, cast, finding, django_assert_num_queries
    ):
        self.waiting_for(cast.pittsburgh_reviewer)  # what a process looks up once
        with CaptureQueriesContext(connection) as few:
            list(TaskState.objects.reviewable_by(cast.pittsburgh_reviewer))
        for _number in range(5):
            written(FindingPageFactory(parent=home.pittsburgh["es"], live=False), cast.admin)

        with django_assert_num_queries(len(few)):
            assert len(TaskState.objects.reviewable_by(cast.pittsburgh_reviewer)) == 6

    def test_a_writer_goes_on_when_it_is_sent_back(self, client, cast, finding):
        client.force_login(cast.pittsburgh_reviewer)
        client.post(action("reject", finding), {"comment": "Which court?"})
        finding = FindingPage.objects.get(pk=finding.pk)
        assert finding.current_workflow_state.status == "needs_changes"

        finding.current_workflow_state.resume(cast.pittsburgh_editor)
        approve(client, FindingPage.objects.get(pk=finding.pk))

        assert is_live(finding)


class TellingTests:
    def test_whoever_approves_a_story_reads_what_was_agreed(self, client, cast, story):
        client.force_login(cast.pittsburgh_reviewer)

        said = client.get(edit(story)).content.decode()

        assert "The teller agreed to:" in said
        assert "Another name, marked as changed" in said

    def test_what_was_sent_back_says_why_above_the_form(self, client, cast, finding):
        client.force_login(cast.pittsburgh_reviewer)
        client.post(action("reject", finding), {"comment": "Which court?"})
        client.force_login(cast.pittsburgh_editor)

        assert "<bdi>Which court?</bdi>" in client.get(edit(finding)).content.decode()

    def test_nothing_is_sent_back_without_a_word(self, client, cast, finding):
        client.force_login(cast.pittsburgh_reviewer)

        client.post(action("reject", finding), {"comment": ""})

        assert finding.workflow_states.get().status == "in_progress"


class WorkflowTests:
    def test_every_language_of_a_city_has_its_workflow(self, home):
        pages = [page.pk for page in home.pittsburgh.values()]
        placed = WorkflowPage.objects.filter(page__in=pages)

        assert placed.count() == len(pages)
        assert {one.workflow.name for one in placed} == {"Pittsburgh"}
        assert home.washington["es"].get_workflow().name == "Washington"

    def test_a_new_city_has_one_at_once(self, home):
        profile = CityProfilePageFactory(
            parent=home.indexes["fr"], place=CityFactory(slug="eugene", name="Eugene")
        )

        assert profile.get_workflow().name == "Eugene"


class MailTests:
    """A mail says that something happened. What it is about stays behind the sign-in."""

    @pytest.mark.parametrize(
        ("name", "subject"), [("approve", "was approved"), ("reject", "came back")]
    )
    def test_whoever_sent_it_learns_of_it_without_a_title(
        self, client, cast, finding, mailoutbox, name, subject
    ):
        client.force_login(cast.pittsburgh_reviewer)

        client.post(action(name, finding), {"comment": "Name no street.", "seen": mark_of(finding)})

        [mail] = mailoutbox
        assert mail.to == [cast.pittsburgh_editor.email]
        assert subject in mail.subject
        assert edit(finding) in mail.body
        assert finding.title not in mail.subject + mail.body
        assert "street" not in mail.body

    def test_a_mail_server_that_is_down_stops_no_approval(self, client, cast, finding, settings):
        settings.EMAIL_BACKEND = "uprcities.lib.mail.ForgivingEmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_TIMEOUT = "no-such-host.invalid", 1
        client.force_login(cast.pittsburgh_reviewer)

        approve(client, finding)

        assert is_live(finding)

    def test_nobody_is_written_to_when_something_is_sent(self, finding, mailoutbox):
        assert mailoutbox == []  # the morning’s reminder counts what waits
