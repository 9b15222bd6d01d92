"""Fault 3: the package publishes, whatever somebody else still had to approve."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.contrib.messages.storage.fallback import FallbackStorage
from django.test import TestCase
from wagtail.models import (
    GroupApprovalTask,
    GroupPagePermission,
    Page,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)
from wagtail_localize.views.edit_translation import edit_translation

from pages.models import NotApprovedError

from ..work import edit_address, send_in_editor, translation_of, turn
from .plain import plain_page, plain_translation, published


def press_publish(rf, user, page):
    """The button of the package’s own screen, pressed by this person."""
    request = rf.post("/", {"action": "publish"})
    request.user, request.session = user, {}
    request._messages = FallbackStorage(request)
    with TestCase.captureOnCommitCallbacks(execute=True):
        return edit_translation(request, translation_of(page), page)


@pytest.fixture
def in_review(cast):
    """The Spanish of a plain page, which a group of reviewers has before it."""
    page = plain_page()
    spanish = published(plain_translation(page))
    spanish.unpublish()
    spanish.refresh_from_db()
    task = GroupApprovalTask.objects.create(name="Two eyes more")
    task.groups.add(Group.objects.create(name="Reviewers"))
    workflow = Workflow.objects.create(name="Two eyes more")
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    WorkflowPage.objects.create(workflow=workflow, page=spanish)
    workflow.start(spanish, cast.admin)
    return spanish


@pytest.fixture
def publisher(cast, in_review):
    """May change and publish the page, and is none of its reviewers."""
    group = Group.objects.create(name="Publishers")
    for codename in ("change_page", "publish_page"):
        permission = Permission.objects.get(codename=codename)
        GroupPagePermission.objects.create(group=group, page=in_review, permission=permission)
    user = cast.washington_editor
    user.groups.add(group)
    return user


class WorkflowTests:
    def test_the_package_publishes_what_lies_before_reviewers(self, rf, publisher, in_review):
        assert in_review.get_lock().for_user(publisher)  # Wagtail’s own editor is closed to them

        press_publish(rf, publisher, in_review)

        assert Page.objects.get(pk=in_review.pk).live

    def test_the_packages_screen_has_no_word_of_a_workflow(self, rf, publisher, in_review):
        request = rf.get("/")
        request.user = publisher

        shown = edit_translation(request, translation_of(in_review), in_review).content.decode()

        props = shown.partition("data-props=")[2]
        assert "canPublish" in props
        assert "workflow" not in props.partition(">")[0].lower()

    def test_ours_is_refused_by_the_packages_own_screen_too(self, rf, client, cast, draft):
        turn(translation_of(draft))
        send_in_editor(client, cast.translator_es, draft)

        with pytest.raises(NotApprovedError):
            press_publish(rf, cast.pittsburgh_reviewer, draft)

        assert not Page.objects.get(pk=draft.pk).live

    def test_ours_offers_to_send_it_instead(self, client, cast, draft):
        turn(translation_of(draft))
        client.force_login(cast.pittsburgh_editor)

        shown = client.get(edit_address(draft)).content.decode()

        assert 'value="send"' in shown
        assert 'value="publish"' not in shown
