"""The menu of a page’s form offers what leads somewhere."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail.models import GroupApprovalTask, Workflow, WorkflowPage, WorkflowTask

from tests.factories.pages import EventPageFactory, FindingPageFactory

pytestmark = pytest.mark.django_db
SUBMIT, PUBLISH = 'name="action-submit"', 'name="action-publish"'


@pytest.fixture
def menu(client, cast):
    """menu(page) is the form of a page as its city’s editor gets it."""
    client.force_login(cast.pittsburgh_editor)
    return lambda page: client.get(
        reverse("wagtailadmin_pages:edit", args=[page.pk])
    ).content.decode()


def test_what_somebody_approves_is_sent_and_not_published(menu, home):
    form = menu(FindingPageFactory(parent=home.pittsburgh["en"], live=False))

    assert SUBMIT in form
    assert "Send for approval" in form
    assert PUBLISH not in form


def test_the_same_holds_for_a_page_that_is_just_begun(client, cast, home):
    client.force_login(cast.pittsburgh_editor)
    kinds = {"findingpage": False, "testimonystorypage": False, "eventpage": True}

    for kind, is_published in kinds.items():
        form = client.get(f"/admin/pages/add/pages/{kind}/{home.pittsburgh['en'].pk}/")
        assert (PUBLISH in form.content.decode()) == is_published, kind


def test_what_nobody_has_to_approve_is_published(menu, home):
    assert PUBLISH in menu(EventPageFactory(parent=home.pittsburgh["en"], live=False))


def test_no_approval_is_offered_where_nobody_approves(menu, home):
    """Wagtail’s own workflow is for “Moderators”, a group without people."""
    page = EventPageFactory(parent=home.pittsburgh["en"])
    WorkflowPage.objects.all().delete()
    task = GroupApprovalTask.objects.create(name="Look again")
    task.groups.add(Group.objects.create(name="Those who look again"))
    workflow = Workflow.objects.create(name="Second look")
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    WorkflowPage.objects.create(workflow=workflow, page=home.homes["en"])

    assert SUBMIT not in menu(page)
