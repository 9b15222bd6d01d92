"""A new group’s checklist ticks itself, and goes when all is done."""

from datetime import timedelta

import pytest
from django.utils import timezone

from campaigns.clamor.models import BuildState, KitBuild
from campaigns.places.models import Role
from pages.getting_started import checklists_for
from pages.record import record
from pages.waiting.person import Person
from tests.factories.collect import ConsentFactory, TestimonyFactory
from tests.factories.pages import FindingPageFactory, MediaKitPageFactory, NewsroomPageFactory
from tests.factories.places import MembershipFactory

pytestmark = pytest.mark.django_db
CHANGE = ("change", {"addressee": "City Council", "level": "city", "words": "Fund two lawyers."})


@pytest.fixture
def ticks(cast):
    """ticks() are the numbers of the done items, for the editor of Pittsburgh."""

    def ask():
        [found] = checklists_for(Person(cast.pittsburgh_editor))
        return [number for number, item in enumerate(found.items, 1) if item.is_done]

    return ask


def write_profile(home):
    city = home.pittsburgh["en"]
    city.summary = "Two sentences."
    city.body = [("paragraph", {"words": "<p>Three rivers.</p>"})]
    city.save()
    record(city)


class TickTests:
    def test_a_new_group_has_done_nothing(self, ticks):
        assert ticks() == []

    def test_a_written_profile(self, home, ticks):
        write_profile(home)

        assert ticks() == [1]

    def test_a_testimony_counts_with_its_consent(self, home, ticks):
        silent = TestimonyFactory(city=home.pittsburgh_group.city)
        ConsentFactory(testimony__city=home.washington_group.city)
        assert ticks() == []

        consent = ConsentFactory(testimony=silent)
        assert ticks() == [2]

        consent.withdraw()
        assert ticks() == []

    def test_a_finding_counts_when_it_is_public(self, home, ticks):
        FindingPageFactory(parent=home.pittsburgh["en"], live=False, changes=[CHANGE])
        FindingPageFactory(parent=home.washington["en"], changes=[CHANGE])
        assert ticks() == []

        FindingPageFactory(parent=home.pittsburgh["es"])
        assert ticks() == [3]

    def test_an_ask_is_a_finding_that_says_who_should_act(self, home, ticks):
        FindingPageFactory(parent=home.pittsburgh["en"], changes=[CHANGE])

        assert ticks() == [3, 4]

    def test_a_kit_counts_when_it_is_packed(self, home, ticks):
        kit = MediaKitPageFactory(parent=NewsroomPageFactory(parent=home.pittsburgh["en"]))
        build, _made = KitBuild.objects.get_or_create(page=kit)
        KitBuild.objects.filter(pk=build.pk).update(state=BuildState.WAITING)
        assert ticks() == []

        KitBuild.objects.filter(pk=build.pk).update(state=BuildState.READY)
        assert ticks() == [5]


class PanelTests:
    def home_of(self, client, user):
        client.force_login(user)
        return client.get("/admin/").content.decode()

    def test_it_says_how_far_the_group_is_and_leads_on(self, client, cast, home):
        write_profile(home)

        page = self.home_of(client, cast.pittsburgh_editor)

        assert "1 of 5" in page
        assert f"/admin/pages/add/pages/findingpage/{home.pittsburgh['en'].pk}/" in page

    def test_it_goes_when_all_is_done(self, client, cast, home):
        write_profile(home)
        ConsentFactory(testimony__city=home.pittsburgh_group.city)
        FindingPageFactory(parent=home.pittsburgh["en"], changes=[CHANGE])
        kit = MediaKitPageFactory(parent=NewsroomPageFactory(parent=home.pittsburgh["en"]))
        KitBuild.objects.update_or_create(page=kit, defaults={"state": BuildState.READY})

        assert "Getting started" not in self.home_of(client, cast.pittsburgh_editor)

    def test_only_members_of_a_group_have_one(self, client, cast, home):
        assert "Getting started" not in self.home_of(client, cast.translator_es)
        assert "Getting started" not in self.home_of(client, cast.admin)

    def test_what_somebody_may_not_do_is_no_link(self, cast, home):
        translator = MembershipFactory(local_group=home.pittsburgh_group, role=Role.TRANSLATOR).user

        [found] = checklists_for(Person(translator))

        assert [bool(item.address) for item in found.items] == [True, False, False, False, False]

    def test_what_was_ticked_long_ago_stays_so(self, home, ticks):
        past = timezone.localdate() - timedelta(days=800)
        ConsentFactory(testimony__city=home.pittsburgh_group.city, given_on=past)

        assert ticks() == [2]
