"""The front page of the admin: in order, at open doors, and at the same cost however much there is."""

import re
from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import GroupApprovalTask, Workflow, WorkflowTask

from campaigns.clamor.models import BuildState, KitBuild
from campaigns.places.models import Role
from pages.translating.measuring import measure_page
from tests.factories.collect import ConsentFactory
from tests.factories.library import ImageFactory
from tests.factories.pages import (
    CityProfilePageFactory,
    EventPageFactory,
    FindingPageFactory,
    MediaKitPageFactory,
    NewsroomPageFactory,
    publish,
)
from tests.factories.places import CityFactory, LocalGroupFactory, MembershipFactory

from .many import copies

pytestmark = pytest.mark.django_db
BUDGET = 26


@pytest.fixture
def busy(home):
    """Something of every kind waits for the editor of Pittsburgh."""
    return fill(home.pittsburgh["en"], home.pittsburgh_group)


def fill(city, group):
    today, now = timezone.localdate(), timezone.now()
    picture = ImageFactory(collection=group.collection)
    finding = FindingPageFactory(
        parent=city,
        title="Lawyers by January",
        picture=picture,
        status="promised",
        status_on=today - timedelta(days=120),
        expire_at=now + timedelta(days=20),
    )
    city.deadlines = [
        ("deadline", {"date": today + timedelta(days=30), "reach": "un", "words": "Send it"})
    ]
    city.save()
    EventPageFactory(parent=city, title="Hearing", starts_at=now + timedelta(days=3))
    held = FindingPageFactory(parent=city, title="Held back", live=False)
    held.go_live_at = now + timedelta(days=40)
    publish(held)
    kit = MediaKitPageFactory(parent=NewsroomPageFactory(parent=city), title="Eviction kit")
    KitBuild.objects.update_or_create(page=kit, defaults={"state": BuildState.FAILED})
    ConsentFactory(testimony__city=group.city, given_on=today - timedelta(days=400))
    hand_in(city, group)
    measure_page(finding.translation_key)
    return finding


def hand_in(city, group):
    task = GroupApprovalTask.objects.create(name="Second pair of eyes")
    task.groups.add(Group.objects.get(name=f"role/{group.city.slug}/editor"))
    workflow = Workflow.objects.create(name="Approval")
    WorkflowTask.objects.create(workflow=workflow, task=task)
    writer = MembershipFactory(local_group=group, role=Role.WRITER).user
    page = FindingPageFactory(parent=city, title="Handed in", live=False)
    page.save_revision(user=writer)
    workflow.start(page, writer)


def panel(client, name="waiting"):
    page = client.get("/admin/").content.decode()
    return (
        page.split(f'id="{name}-content"')[1]
        .split('id="getting-started')[0]
        .split('id="next-steps')[0]
    )


class HomeTests:
    def test_what_presses_comes_first(self, client, cast, busy):
        client.force_login(cast.pittsburgh_editor)

        kinds = re.findall(r'id="waiting-(\w+)"', panel(client))

        assert kinds == [
            "review",
            "consents",
            "kits",
            "events",
            "deadlines",
            "releases",
            "takedowns",
            "promises",
            "pictures",
            "translate",
        ]

    @pytest.mark.parametrize(
        "who", ["pittsburgh_editor", "washington_editor", "translator_es", "press_officer", "admin"]
    )
    def test_no_line_ends_at_a_closed_door(self, client, cast, busy, who):
        client.force_login(getattr(cast, who))

        links = set(re.findall(r'<a href="([^"]+)"', panel(client)))

        assert {link: client.get(link).status_code for link in links} == dict.fromkeys(links, 200)

    def test_nothing_of_another_city_is_told(self, client, cast, busy, home):
        client.force_login(cast.washington_editor)

        assert "Nothing waits for you today." in panel(client)
        assert home.pittsburgh_group.city.name not in panel(client)

    def test_five_of_a_kind_are_named(self, client, cast, home):
        picture = ImageFactory(collection=home.pittsburgh_group.collection)
        for _number in range(7):
            FindingPageFactory(parent=home.pittsburgh["en"], picture=picture)
        client.force_login(cast.pittsburgh_editor)

        page = panel(client)

        assert page.count(f"/admin/images/{picture.pk}/") == 5
        assert "and 2 more" in page


def asked(client, user):
    """How many questions the whole front page asks, once the content types are known."""
    client.force_login(user)
    client.get("/admin/")
    with CaptureQueriesContext(connection) as queries:
        assert client.get("/admin/").status_code == 200
    return [query["sql"][:200] for query in queries.captured_queries]


class BudgetTests:
    def test_the_home_of_an_editor_costs_the_same_with_thirty_and_with_many_pages(
        self, client, cast, busy, home
    ):
        copies(busy, 30)
        small = asked(client, cast.pittsburgh_editor)
        copies(busy, 1000)
        large = asked(client, cast.pittsburgh_editor)

        assert len(small) <= BUDGET, small
        assert len(large) <= len(small), large

    def test_further_cities_and_languages_cost_nothing(self, client, cast, busy, home):
        one = asked(client, cast.pittsburgh_editor)
        for number in range(4):
            group = LocalGroupFactory(city=CityFactory(slug=f"city-{number}"))
            MembershipFactory(user=cast.pittsburgh_editor, local_group=group)
            for language in ("en", "es", "ar"):
                CityProfilePageFactory(parent=home.indexes[language], place=group.city)
        FindingPageFactory(parent=home.pittsburgh["ar"])
        editor = type(cast.pittsburgh_editor).objects.get(pk=cast.pittsburgh_editor.pk)

        assert len(asked(client, editor)) <= min(len(one), BUDGET)

    @pytest.mark.parametrize("who", ["translator_es", "press_officer", "admin"])
    def test_everybody_keeps_within_it(self, client, cast, busy, who):
        copies(busy, 30)

        found = asked(client, getattr(cast, who))

        assert len(found) <= BUDGET, found
