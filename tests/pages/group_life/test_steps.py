"""A group rests, is taken up again, ends, is reopened, and changes hands."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone
from wagtail.log_actions import registry
from wagtail.models import Page

from campaigns.collect import vault
from campaigns.places.models import LocalGroup, Membership, Role
from campaigns.places.rights import vault_cities_of
from pages.approving.recording import record_approval
from pages.land import sync_rights
from pages.models import FindingPage
from tests.factories.accounts import UserFactory
from tests.factories.collect import TestimonyFactory
from tests.factories.pages import (
    FindingPageFactory,
    NewsroomPageFactory,
    PressReleasePageFactory,
)
from tests.factories.places import MembershipFactory

pytestmark = [pytest.mark.django_db, pytest.mark.filterwarnings("ignore::ResourceWarning")]


@pytest.fixture
def admin(client, cast):
    client.force_login(cast.admin)
    return client


def life(group, step=""):
    return f"/admin/groups/{group.pk}/{step}"


def again(group):
    return LocalGroup.objects.get(pk=group.pk)


def told(client, path):
    return client.get(path).content.decode()


class WhoMayTests:
    @pytest.mark.parametrize(
        "step", ["", "suspend/", "take-up/", "archive/", "reopen/", "hand-over/", "rename/"]
    )
    def test_only_administrators_are_let_in(self, client, cast, home, step):
        coordinator = MembershipFactory(local_group=None, role=Role.COORDINATOR).user
        for person in (cast.washington_editor, cast.pittsburgh_editor, coordinator):
            client.force_login(person)
            path = life(home.pittsburgh_group, step)
            assert client.get(path).status_code == 404
            assert client.post(path, {"confirmed": "1"}).status_code == 404
        assert again(home.pittsburgh_group).is_at_work

    def test_the_list_of_groups_leads_to_it(self, admin, home):
        assert life(home.pittsburgh_group) in told(admin, "/admin/localgroup/")

    def test_a_step_that_makes_no_sense_is_not_there(self, admin, home):
        assert admin.post(life(home.pittsburgh_group, "reopen/")).status_code == 404
        assert admin.get(life(home.pittsburgh_group, "explode/")).status_code == 404


class SuspendTests:
    def test_it_says_what_happens_first_and_is_undone_and_logged(self, admin, cast, home):
        group = home.pittsburgh_group
        assert "lose all their rights at once" in told(admin, life(group, "suspend/"))
        assert again(group).is_at_work
        admin.post(life(group, "suspend/"))
        assert again(group).suspended_on
        admin.post(life(group, "take-up/"))
        assert again(group).is_at_work
        logs = registry.get_logs_for_instance(group)
        assert [log.action for log in logs] == ["places.take_up", "places.suspend"]
        assert {log.user for log in logs} == {cast.admin}
        assert "Taken up again." in told(admin, life(group))
        assert "Taken up again." in told(admin, f"/admin/localgroup/history/{group.pk}/")

    def test_its_people_lose_every_right_and_the_vault_at_once(self, admin, client, cast, home):
        told_there = TestimonyFactory(city=home.pittsburgh_group.city)
        admin.post(life(home.pittsburgh_group, "suspend/"))
        client.force_login(cast.pittsburgh_editor)
        assert client.get(f"/admin/testimony/{told_there.pk}/").status_code in (403, 404)
        assert not vault.testimonies_of(cast.pittsburgh_editor).exists()
        assert client.get(f"/admin/pages/{home.pittsburgh['en'].pk}/edit/").status_code in (
            403,
            404,
        )
        assert client.get("/en/cities/pittsburgh/").status_code == 200

    @pytest.mark.parametrize("step", ["suspend/", "archive/"])
    def test_nothing_of_it_becomes_public_on_its_day(self, admin, client, home, step):
        ours = FindingPageFactory(parent=home.pittsburgh["en"], live=False, slug="ours")
        theirs = FindingPageFactory(parent=home.washington["en"], live=False, slug="theirs")
        for page in (ours, theirs):
            revision = page.save_revision()
            record_approval(revision)
            revision.approved_go_live_at = timezone.now() - timedelta(minutes=1)
            revision.save()
        admin.post(life(home.pittsburgh_group, step))
        call_command("publish_scheduled")
        assert not FindingPage.objects.get(pk=ours.pk).live
        assert FindingPage.objects.get(pk=theirs.pk).live
        LocalGroup.objects.update(suspended_on=None, archived_on=None)
        call_command("publish_scheduled")
        assert not FindingPage.objects.get(pk=ours.pk).live

    def test_what_expires_still_comes_down(self, admin, home):
        page = FindingPageFactory(parent=home.pittsburgh["en"])
        FindingPage.objects.filter(pk=page.pk).update(expire_at=timezone.now())
        admin.post(life(home.pittsburgh_group, "suspend/"))
        call_command("publish_scheduled")
        assert not FindingPage.objects.get(pk=page.pk).live


class ArchiveTests:
    @pytest.fixture
    def contacts(self):
        person = {"name": "Ada", "role": "Press", "email": "ada@example.org"}
        return [("contact", person | {"time_zone": "America/New_York"})]

    def test_readers_are_told_in_their_language_and_only_there(self, admin, client, home):
        FindingPageFactory(parent=home.pittsburgh["en"], slug="heat")
        admin.post(life(home.pittsburgh_group, "archive/"))
        client.logout()
        for path in ("/en/cities/pittsburgh/", "/en/cities/pittsburgh/heat/"):
            page = told(client, path)
            assert "This group is no longer active." in page
            assert str(timezone.localdate().year) in page.partition("no longer active")[2][:200]
        assert "no longer active" not in told(client, "/en/cities/washington/")
        assert "no longer active" not in told(client, "/en/")

    def test_its_contacts_are_no_longer_shown(self, admin, client, home, contacts):
        room = NewsroomPageFactory(parent=home.pittsburgh["en"], contacts=contacts)
        PressReleasePageFactory(parent=room, slug="lawyers")
        press = "/en/cities/pittsburgh/press/"
        paths = [press, f"{press}lawyers/", f"{press}lawyers/release.txt"]
        assert all("ada@example.org" in told(client, path) for path in paths)
        assert home.pittsburgh_group.email in told(client, "/en/cities/pittsburgh/")
        admin.post(life(home.pittsburgh_group, "archive/"))
        assert not any("ada@example.org" in told(client, path) for path in paths)
        assert home.pittsburgh_group.email not in told(client, "/en/cities/pittsburgh/")
        admin.post(life(home.pittsburgh_group, "reopen/"))
        assert all("ada@example.org" in told(client, path) for path in paths)

    def test_its_testimony_stays_closed_for_all_but_administrators(self, admin, cast, home):
        across = MembershipFactory(local_group=None, role=Role.EDITOR).user
        admin.post(life(home.pittsburgh_group, "archive/"))
        city = home.pittsburgh_group.city
        for person in (cast.pittsburgh_editor, across):
            assert city not in vault_cities_of(person)
        assert home.washington_group.city in vault_cities_of(across)
        assert city in vault_cities_of(cast.admin)

    def test_its_people_are_back_when_it_is_reopened(self, admin, cast, home):
        admin.post(life(home.pittsburgh_group, "archive/"))
        page = home.pittsburgh["en"]
        assert not page.permissions_for_user(cast.pittsburgh_editor).can_edit()
        admin.post(life(home.pittsburgh_group, "reopen/"))
        editor = type(cast.pittsburgh_editor).objects.get(pk=cast.pittsburgh_editor.pk)
        assert Page.objects.get(pk=page.pk).permissions_for_user(editor).can_edit()


class HandOverTests:
    @pytest.fixture
    def successor(self, db):
        return UserFactory(username="successor")

    @pytest.fixture
    def choice(self, cast, home, successor):
        """Pittsburgh’s editor is the whole group, and somebody is chosen to come after them."""
        home.pittsburgh_group.memberships.exclude(user=cast.pittsburgh_editor).delete()
        member = Membership.objects.get(
            user=cast.pittsburgh_editor, local_group=home.pittsburgh_group
        )
        return {f"member_{member.pk}": successor.pk}

    def test_it_says_what_happens_and_does_nothing_yet(self, admin, cast, home, choice):
        page = admin.post(life(home.pittsburgh_group, "hand-over/"), choice).content.decode()
        assert "pittsburgh-editor" in page
        assert "successor" in page
        assert home.pittsburgh_group.memberships.filter(user=cast.pittsburgh_editor).exists()

    def test_roles_pass_on_in_one_step(self, admin, cast, home, choice, successor):
        admin.post(life(home.pittsburgh_group, "hand-over/"), choice | {"confirmed": "1"})
        members = home.pittsburgh_group.memberships
        assert [(one.user, one.role) for one in members.all()] == [(successor, Role.EDITOR)]
        assert home.pittsburgh["en"].permissions_for_user(successor).can_publish()
        assert not home.pittsburgh["en"].permissions_for_user(cast.pittsburgh_editor).can_edit()
        assert not sync_rights(dry_run=True)
        [log] = registry.get_logs_for_instance(home.pittsburgh_group)
        assert log.user == cast.admin
        assert log.data["lines"] == [
            {"role": "Editor", "from": "pittsburgh-editor", "to": "successor"}
        ]

    def test_it_warns_when_nobody_is_left(self, admin, home, choice):
        choice = dict.fromkeys(choice, "ends")
        page = admin.post(life(home.pittsburgh_group, "hand-over/"), choice).content.decode()
        assert "Nobody in the group has this role any more: Editor." in page

    def test_leavers_give_back_what_they_locked_and_drafts_keep_their_owner(
        self, admin, cast, home, choice
    ):
        draft = FindingPageFactory(
            parent=home.pittsburgh["en"], live=False, owner=cast.pittsburgh_editor
        )
        elsewhere = FindingPageFactory(parent=home.washington["en"])
        for page in (draft, elsewhere):
            page.locked, page.locked_by = True, cast.pittsburgh_editor
            page.save()
        admin.post(life(home.pittsburgh_group, "hand-over/"), choice | {"confirmed": "1"})
        draft, elsewhere = (Page.objects.get(pk=page.pk) for page in (draft, elsewhere))
        assert not draft.locked
        assert draft.owner == cast.pittsburgh_editor
        assert elsewhere.locked

    def test_all_or_nothing(self, admin, home, cast, choice, monkeypatch):
        def fails(*args):
            raise RuntimeError("half-way")

        monkeypatch.setattr("pages.group_life.handing_over.unlock", fails)
        with pytest.raises(RuntimeError):
            admin.post(life(home.pittsburgh_group, "hand-over/"), choice | {"confirmed": "1"})
        assert home.pittsburgh_group.memberships.filter(user=cast.pittsburgh_editor).exists()

    def test_whoever_has_the_role_already_has_it_once(self, admin, home, choice, successor):
        MembershipFactory(user=successor, local_group=home.pittsburgh_group)
        admin.post(life(home.pittsburgh_group, "hand-over/"), choice | {"confirmed": "1"})
        assert home.pittsburgh_group.memberships.count() == 1

    def test_nobody_is_chosen_from_outside_the_list(self, admin, home, choice):
        locked_out = UserFactory(is_active=False)
        choice = dict.fromkeys(choice, locked_out.pk) | {"confirmed": "1"}
        assert admin.post(life(home.pittsburgh_group, "hand-over/"), choice).status_code == 200
        assert not locked_out.memberships.exists()
