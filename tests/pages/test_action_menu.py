"""The menu of a page’s form offers what leads somewhere."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail.models import GroupApprovalTask, Workflow, WorkflowPage, WorkflowTask

from tests.factories.pages import FindingPageFactory

pytestmark = pytest.mark.django_db
OFFER = "action-submit"


@pytest.fixture
def address(home, client, cast):
    client.force_login(cast.pittsburgh_editor)
    page = FindingPageFactory(parent=home.pittsburgh["en"])
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def test_no_approval_is_offered_where_nobody_approves(client, address, home):
    assert home.pittsburgh["en"].has_workflow  # Wagtail’s own, for “Moderators”
    assert OFFER not in client.get(address).content.decode()


def test_where_somebody_does_it_is(client, cast, home, address):
    group = Group.objects.create(name="Those who look again")
    cast.admin.groups.add(group)
    task = GroupApprovalTask.objects.create(name="Look again")
    task.groups.add(group)
    workflow = Workflow.objects.create(name="Second look")
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    WorkflowPage.objects.create(workflow=workflow, page=home.homes["en"])

    assert OFFER in client.get(address).content.decode()
