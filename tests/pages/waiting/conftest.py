import pytest
from django.contrib.auth.models import Group
from django.utils import timezone
from wagtail.models import GroupApprovalTask, Workflow, WorkflowTask

from campaigns.places.models import Role
from pages.waiting.gathering import waiting_for
from pages.waiting.person import Person
from tests.factories.pages import FindingPageFactory
from tests.factories.places import MembershipFactory


@pytest.fixture
def waits():
    """waits(user) is what waits for somebody: {kind: [what each line is about]}."""

    def ask(user):
        groups = waiting_for(Person(type(user).objects.get(pk=user.pk)))
        return {group.kind.name: [line.about for line in group.lines] for group in groups}

    return ask


@pytest.fixture
def city(home):
    return home.pittsburgh["en"]


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def editor(cast):
    return cast.pittsburgh_editor


@pytest.fixture
def neighbour(cast):
    return cast.washington_editor


@pytest.fixture
def lines():
    """lines(user, "given") are the Lines of one kind that wait for somebody."""

    def find(user, kind):
        groups = {group.kind.name: group.lines for group in waiting_for(Person(user))}
        return groups.get(kind, [])

    return find


@pytest.fixture
def writer(home):
    member = MembershipFactory(local_group=home.pittsburgh_group, role=Role.WRITER)
    return member.user


@pytest.fixture
def workflow(home):
    """The editors of Pittsburgh approve what its writers hand in."""
    task = GroupApprovalTask.objects.create(name="Second pair of eyes")
    task.groups.add(Group.objects.get(name="role/pittsburgh/editor"))
    workflow = Workflow.objects.create(name="Approval")
    WorkflowTask.objects.create(workflow=workflow, task=task)
    return workflow


@pytest.fixture
def handed_in(city, writer, workflow):
    page = FindingPageFactory(parent=city, title="Handed in", live=False, owner=writer)
    page.save_revision(user=writer)
    return workflow.start(page, writer)
