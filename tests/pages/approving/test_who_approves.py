"""Somebody else, with the role that the page asks for, of its own city."""

import pytest
from django.utils import timezone
from wagtail.models import Page

from campaigns.places.models import Role
from pages.approving.translations import mark_of
from pages.models import NotApprovedError
from pages.models.changers import MOST_VERSIONS
from tests.factories.accounts import UserFactory
from tests.factories.pages import FindingPageFactory, OutcomeExplainerPageFactory

from .hands import action, approve, edit, is_live, written

pytestmark = pytest.mark.django_db
EMPTY = '<p data-block-key="abcde"></p>'


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

    @pytest.mark.parametrize(("sent", "read"), [("", EMPTY), (EMPTY, "")])
    def test_an_empty_text_is_the_same_however_the_editor_keeps_it(
        self, client, cast, home, sent, read
    ):
        explainer = OutcomeExplainerPageFactory(parent=home.pittsburgh["en"], live=False)
        explainer.afterwards = sent
        explainer = written(explainer, cast.pittsburgh_editor)
        explainer.afterwards = read
        explainer.save_revision(user=cast.pittsburgh_reviewer, clean=False)
        client.force_login(cast.pittsburgh_reviewer)

        approve(client, explainer)

        assert is_live(explainer)

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
