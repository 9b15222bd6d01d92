"""Nothing that tells of people’s rights goes live before somebody who did not write it said yes.

Wagtail publishes for whoever holds the right; its workflows are an offer that one may walk around.
"""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.models import Page, TaskState, WorkflowPage

from campaigns.places.models import Role
from pages.approving.recording import record_approval
from pages.approving.translations import mark_of
from pages.models import FindingPage, NotApprovedError, is_approved
from pages.models.changers import MOST_VERSIONS
from tests.factories.accounts import UserFactory
from tests.factories.pages import (
    CityProfilePageFactory,
    EventPageFactory,
    FindingPageFactory,
    OutcomeExplainerPageFactory,
    TestimonyStoryPageFactory,
)
from tests.factories.places import CityFactory, MembershipFactory

pytestmark = pytest.mark.django_db


def edit(page):
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def action(name, page, state=None):
    state = state or page.current_workflow_task_state
    return reverse("wagtailadmin_pages:workflow_action", args=[page.pk, name, state.pk])


def approve(client, page, state=None):
    """Approve the version that stands there now, from beside its form."""
    return client.post(action("approve", page, state), {"seen": mark_of(page)})


def is_live(page):
    return Page.objects.get(pk=page.pk).live


def written(page, by):
    """The page as its writer handed it in."""
    Page.objects.filter(pk=page.pk).update(owner=by)
    page.owner = by
    page.save_revision(user=by)
    page.get_workflow().start(page, by)
    return type(page).objects.get(pk=page.pk)


@pytest.fixture
def member(home):
    """member("writer") is somebody of Pittsburgh’s group with this role alone."""

    def make(role, **where):
        where = where or {"local_group": home.pittsburgh_group}
        return MembershipFactory(role=role, **where).user

    return make


@pytest.fixture
def finding(home, cast):
    page = FindingPageFactory(parent=home.pittsburgh["en"], live=False, slug="alone")
    return written(page, cast.pittsburgh_editor)


@pytest.fixture
def story(home, cast):
    page = TestimonyStoryPageFactory(parent=home.pittsburgh["en"], live=False, slug="told")
    return written(page, cast.pittsburgh_editor)


class WhoApprovesTests:
    def approve(self, client, person, page):
        client.force_login(person)
        approve(client, page)
        return is_live(page)

    def test_another_editor_approves_a_finding(self, client, cast, finding):
        assert self.approve(client, cast.pittsburgh_reviewer, finding)

    def test_nobody_approves_their_own(self, client, cast, finding):
        assert not self.approve(client, cast.pittsburgh_editor, finding)

    def test_not_even_an_administrator(self, client, cast, home):
        page = written(FindingPageFactory(parent=home.pittsburgh["en"], live=False), cast.admin)

        assert not self.approve(client, cast.admin, page)

    @pytest.mark.parametrize(
        ("role", "finding_goes_live", "story_goes_live"),
        [
            (Role.WRITER, False, False),
            (Role.TRANSLATOR, False, False),
            (Role.SAFETY_REVIEWER, False, True),
            (Role.EDITOR, True, False),
            (Role.PRESS_OFFICER, False, False),
        ],
    )
    def test_each_role_approves_its_own_kind(
        self, client, member, finding, story, role, finding_goes_live, story_goes_live
    ):
        person = member(role)

        assert self.approve(client, person, finding) == finding_goes_live
        assert self.approve(client, person, story) == story_goes_live

    def test_a_coordinator_approves_findings_and_no_stories(self, client, member, finding, story):
        coordinator = member(Role.COORDINATOR, local_group=None)

        assert self.approve(client, coordinator, finding)
        assert not self.approve(client, coordinator, story)

    def test_another_citys_editor_does_not(self, client, cast, finding, story):
        assert not self.approve(client, cast.washington_editor, finding)
        assert not self.approve(client, cast.washington_editor, story)

    def test_nor_through_a_page_of_their_own(self, client, cast, home, finding):
        """The address names a page and a task apart; both have to be theirs."""
        own = FindingPageFactory(parent=home.washington["en"], live=False)
        own = written(own, UserFactory())
        client.force_login(cast.washington_editor)

        for name in ("approve", "reject"):
            client.post(
                action(name, own, finding.current_workflow_task_state), {"seen": mark_of(own)}
            )

        assert not is_live(finding)
        assert finding.workflow_states.get().status == "in_progress"

    @pytest.mark.parametrize("name", ["approve", "reject"])
    def test_the_task_itself_asks_again(self, cast, finding, name):
        state = finding.current_workflow_task_state

        with pytest.raises(NotApprovedError):
            state.task.specific.on_action(state, cast.washington_editor, name)

    def test_a_suspended_groups_people_approve_nothing(self, client, cast, home, finding):
        home.pittsburgh_group.suspended_on = timezone.now()
        home.pittsburgh_group.save()

        assert not self.approve(client, cast.pittsburgh_reviewer, finding)


class LastChangeTests:
    def test_whoever_changed_it_while_it_waited_approves_it_no_more(self, client, cast, finding):
        finding.title = "Other words"
        finding.save_revision(user=cast.pittsburgh_reviewer)
        client.force_login(cast.pittsburgh_reviewer)

        approve(client, finding)

        assert not is_live(finding)
        client.force_login(cast.pittsburgh_editor)  # who did not write these words
        approve(client, finding)
        assert is_live(finding)

    def test_sending_the_form_unchanged_is_no_change(self, client, cast, finding):
        finding.save_revision(user=cast.pittsburgh_reviewer)
        client.force_login(cast.pittsburgh_reviewer)

        approve(client, finding)

        assert is_live(finding)

    def test_what_nobody_read_is_not_approved(self, client, cast, finding):
        client.force_login(cast.pittsburgh_reviewer)
        seen = mark_of(finding)
        finding.title = "Written since"
        finding.save_revision(user=cast.pittsburgh_editor)

        answer = client.post(action("approve", finding), {"seen": seen}, follow=True)

        assert not is_live(finding)
        assert "Read it again first." in answer.content.decode()

    def test_an_editors_marks_hide_no_words(self, client, cast, finding):
        finding.summary += ' data-block-key="abcde"> The mayor stole it.'
        finding.save_revision(user=cast.pittsburgh_reviewer)
        client.force_login(cast.pittsburgh_reviewer)

        approve(client, finding)

        assert not is_live(finding)

    def test_many_unchanged_versions_hide_nobody(self, client, cast, finding):
        finding.title = "Other words"
        finding.save_revision(user=cast.pittsburgh_reviewer)
        for _number in range(MOST_VERSIONS):
            finding.save_revision(user=cast.pittsburgh_editor)
        client.force_login(cast.pittsburgh_reviewer)

        approve(client, finding)

        assert not is_live(finding)

    def test_another_tag_is_a_change(self, client, cast, story):
        story.show_in_menus = True
        story.save_revision(user=cast.pittsburgh_reviewer)
        client.force_login(cast.pittsburgh_reviewer)

        approve(client, story)

        assert not is_live(story)

    def test_an_author_never_approves_their_story_whoever_mended_it(self, client, cast, story):
        Page.objects.filter(pk=story.pk).update(owner=cast.pittsburgh_reviewer)
        client.force_login(cast.pittsburgh_reviewer)

        approve(client, story)

        assert not is_live(story)

    def test_the_reason_stands_above_the_form(self, client, cast, finding):
        client.force_login(cast.pittsburgh_editor)

        said = client.get(edit(finding)).content.decode()

        assert "You changed this page last. Somebody else has to approve it." in said
        assert 'data-workflow-action-name="approve"' not in said


class NoOtherWayTests:
    """Each way that Wagtail has of making a page live, and the page that stays a draft."""

    @pytest.fixture(params=["finding", "story", "explainer"])
    def page(self, request, home):
        make = {
            "finding": FindingPageFactory,
            "story": TestimonyStoryPageFactory,
            "explainer": OutcomeExplainerPageFactory,
        }[request.param]
        return make(parent=home.pittsburgh["en"], live=False)

    def test_publishing_in_code(self, cast, page):
        revision = page.save_revision(user=cast.admin)

        with pytest.raises(NotApprovedError):
            revision.publish(user=cast.admin)
        with pytest.raises(NotApprovedError):
            PublishPageRevisionAction(revision, user=cast.admin).execute()

        assert not is_live(page)

    def test_saving_it_as_live(self, page):
        page.live = True

        with pytest.raises(NotApprovedError):
            page.save()

    def test_saving_other_words_into_the_version_that_readers_see(self, home):
        page = FindingPageFactory(parent=home.pittsburgh["en"])
        page.title = "What nobody read"

        with pytest.raises(NotApprovedError):
            page.save()

    def test_publishing_many_at_once(self, client, cast, home, page):
        client.force_login(cast.admin)
        address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])

        client.post(f"{address}?id={page.pk}")
        client.post(f"{address}?id={home.pittsburgh['en'].pk}", {"include_descendants": "on"})

        assert not is_live(page)

    def test_a_schedule_without_approval_is_dropped_and_holds_nothing_up(self, home, page):
        soon = timezone.now() - timedelta(minutes=1)
        page.save_revision(approved_go_live_at=soon)
        event = EventPageFactory(parent=home.pittsburgh["en"], live=False)
        event.save_revision(approved_go_live_at=soon)

        call_command("publish_scheduled")

        assert not is_live(page)
        assert is_live(event)
        assert not page.revisions.filter(approved_go_live_at__isnull=False).exists()

    def test_copying_a_live_one(self, home):
        original = FindingPageFactory(parent=home.pittsburgh["en"])
        assert original.live

        copy = original.copy(update_attrs={"slug": "copy"}, keep_live=True)

        assert not is_live(copy)

    def test_an_approval_is_of_one_version(self, finding):
        approved = finding.get_latest_revision()
        record_approval(approved)
        approved.publish()
        finding = FindingPage.objects.get(pk=finding.pk)
        finding.title = "What nobody read"

        with pytest.raises(NotApprovedError):
            finding.save_revision().publish()

        assert Page.objects.get(pk=finding.pk).title != "What nobody read"

    def test_an_approved_version_is_not_written_over(self, cast, finding):
        """An autosave goes into the version before it, approved or not, in plain Wagtail."""
        approved = finding.get_latest_revision()
        finding.go_live_at = timezone.now() + timedelta(days=1)
        record_approval(approved)

        finding.title = "What nobody read"
        later = finding.save_revision(user=cast.pittsburgh_editor, overwrite_revision=approved)

        assert later.pk != approved.pk
        approved.refresh_from_db()
        assert approved.content["title"] != "What nobody read"

    def test_an_approval_does_not_cover_what_was_written_over_it(self, finding):
        approved = finding.get_latest_revision()
        record_approval(approved)
        assert is_approved(approved)

        later = timezone.now() + timedelta(seconds=1)
        type(approved).objects.filter(pk=approved.pk).update(created_at=later)

        assert not is_approved(approved)

    def test_taking_it_down_waits_for_nobody(self, client, cast, home):
        page = FindingPageFactory(parent=home.pittsburgh["en"])
        client.force_login(cast.pittsburgh_editor)

        client.post(reverse("wagtailadmin_pages:unpublish", args=[page.pk]))

        assert not is_live(page)

    def test_what_needs_no_approval_is_published_as_before(self, home):
        event = EventPageFactory(parent=home.pittsburgh["en"], live=False)

        event.save_revision().publish()

        assert is_live(event)


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
