"""What each role may do, and that nobody has a right that no role gives."""

from io import StringIO

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import timezone

from campaigns.collect import vault
from campaigns.places import rights
from campaigns.places.models import Membership, Role
from tests.factories.collect import TestimonyFactory
from tests.factories.pages import FindingPageFactory
from tests.factories.places import MembershipFactory

pytestmark = pytest.mark.django_db

#: role: (adds pages, changes them, publishes them, opens testimony) in the own city
WHAT_THEY_MAY = {
    Role.WRITER: (True, True, False, False),
    Role.TRANSLATOR: (False, True, False, False),
    Role.SAFETY_REVIEWER: (False, True, False, True),
    Role.EDITOR: (True, True, True, True),
    Role.PRESS_OFFICER: (False, False, False, False),  # the press room is tested with the rights
}


def person(home, role, group="pittsburgh_group", **more):
    local_group = getattr(home, group) if group else None
    return MembershipFactory(local_group=local_group, role=role, **more).user


@pytest.mark.parametrize(("role", "what"), WHAT_THEY_MAY.items())
class RoleTests:
    def test_it_has_what_it_needs_in_its_own_city(self, home, role, what):
        user = person(home, role)
        permissions = home.pittsburgh["en"].permissions_for_user(user)

        found = (
            permissions.can_add_subpage(),
            permissions.can_edit(),
            permissions.can_publish(),
            rights.vault_cities_of(user).exists(),
        )

        assert found == what

    def test_it_has_nothing_in_another_city(self, home, role, what):
        user = person(home, role)
        permissions = home.washington["en"].permissions_for_user(user)

        assert not permissions.can_edit()
        assert not permissions.can_add_subpage()
        assert not rights.may_explore(user, home.washington["en"])
        assert not vault.testimonies_of(user).for_city(home.washington_group.city).exists()


class SeveralRolesTests:
    def test_a_person_may_hold_several_in_several_cities(self, home):
        user = person(home, Role.WRITER)
        MembershipFactory(user=user, local_group=home.washington_group, role=Role.EDITOR)

        assert not rights.may_publish(user, home.pittsburgh["en"])
        assert rights.may_publish(user, home.washington["en"])
        assert list(rights.vault_cities_of(user)) == [home.washington_group.city]


class WriterTests:
    def test_a_writer_rests_a_story_on_testimony_and_cannot_open_it(self, home, client):
        told = TestimonyFactory(city=home.pittsburgh_group.city, reference="PGH-2026-007")
        client.force_login(person(home, Role.WRITER))
        form = reverse(
            "wagtailadmin_pages:add",
            args=["pages", "testimonystorypage", home.pittsburgh["en"].pk],
        )

        assert "PGH-2026-007" in client.get(form).content.decode()
        assert client.get(f"/admin/testimony/{told.pk}/").status_code in (302, 403, 404)


class CoordinatorTests:
    def test_a_coordinator_has_the_pages_of_everybody_and_no_testimony(self, home):
        user = person(home, Role.COORDINATOR, group=None)
        finding = FindingPageFactory(parent=home.washington["en"])

        assert rights.may_publish(user, home.homes["es"])
        assert rights.may_publish(user, finding)
        assert not rights.vault_cities_of(user).exists()

    def test_the_role_is_for_the_whole_alliance(self, home):
        with pytest.raises(ValidationError, match="whole alliance"):
            Membership(
                user=person(home, Role.WRITER),
                local_group=home.pittsburgh_group,
                role=Role.COORDINATOR,
            ).full_clean()


class LanguageTests:
    @pytest.mark.parametrize(
        ("role", "language", "words"),
        [
            (Role.EDITOR, "es", "Only translators"),
            (Role.TRANSLATOR, "xx", "does not publish in this language"),
        ],
    )
    def test_a_language_is_a_translators_and_one_of_ours(self, home, role, language, words):
        user = person(home, Role.WRITER)

        with pytest.raises(ValidationError, match=words):
            Membership(
                user=user, local_group=home.pittsburgh_group, role=role, language=language
            ).full_clean()


class SuspendedGroupTests:
    @pytest.fixture
    def suspended(self, home):
        home.pittsburgh_group.suspended_on = timezone.now()
        home.pittsburgh_group.save()

    def test_its_people_may_do_nothing(self, home, cast, suspended):
        assert not rights.may_edit(cast.pittsburgh_editor, home.pittsburgh["en"])
        assert not rights.vault_cities_of(cast.pittsburgh_editor).exists()
        assert not cast.pittsburgh_editor.has_perm("wagtailadmin.access_admin")

    def test_its_pages_stay_up(self, home, suspended, client):
        assert client.get("/en/cities/pittsburgh/").status_code == 200

    def test_it_goes_on_where_it_stopped(self, home, cast, suspended):
        home.pittsburgh_group.suspended_on = None
        home.pittsburgh_group.save()

        assert rights.may_publish(cast.pittsburgh_editor, home.pittsburgh["en"])


class AuditTests:
    def told(self):
        output, errors = StringIO(), StringIO()
        try:
            call_command("audit_permissions", stdout=output, stderr=errors)
        except CommandError as error:
            errors.write(str(error))
        return output.getvalue(), errors.getvalue()

    def test_it_names_everybody_with_place_and_language(self, cast):
        table, errors = self.told()

        assert errors == ""
        assert "Nothing differs from the roles." in table
        assert (
            "pittsburgh-editor\tEditor: writes, publishes and approves what others wrote\tPittsburgh\tall\tyes\tyes"
            in table
        )
        assert "translator-es" in table
        assert "Spanish" in table
        assert "admin\tAdministrator" in table

    def test_a_right_given_by_hand_is_named(self, cast):
        permission = Permission.objects.filter(codename="add_image").first()
        cast.translator_es.user_permissions.add(permission)
        Group.objects.create(name="Friends").user_set.add(cast.press_officer)
        Group.objects.get(name="role/pittsburgh/editor").user_set.add(cast.washington_editor)

        _table, errors = self.told()

        assert "translator-es holds rights of their own" in errors
        assert "press-officer is in the group “Friends”" in errors
        assert "remove role/pittsburgh/editor person" in errors
        assert "3 deviations" in errors

    def test_administrators_read_it_and_nobody_else(self, client, cast):
        address = reverse("who_may_do_what")
        client.force_login(cast.admin)
        page = client.get(address)
        assert "pittsburgh-editor" in page.content.decode()
        assert page.context["breadcrumbs_items"][-1]["label"] == "Who may do what"

        client.force_login(cast.pittsburgh_editor)
        assert client.get(address).status_code == 404


class PeopleScreenTests:
    def test_an_administrator_gives_a_role_and_it_counts_at_once(self, client, cast, home):
        client.force_login(cast.admin)
        form = {
            "user": cast.translator_es.pk,
            "local_group": home.pittsburgh_group.pk,
            "role": Role.WRITER,
            "language": "",
        }

        answer = client.post("/admin/membership/new/", form)

        assert answer.status_code == 302
        assert rights.may_edit(cast.translator_es, home.pittsburgh["en"])

    def test_it_is_closed_to_everybody_else(self, client, cast):
        client.force_login(cast.pittsburgh_editor)

        for address in ("/admin/membership/", "/admin/localgroup/", "/admin/city/"):
            assert client.get(address).status_code == 404
