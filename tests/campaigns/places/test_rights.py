"""Rights come from memberships alone: by city, by language, and gone at once."""

from io import StringIO

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.management import call_command
from wagtail.images import get_image_model
from wagtail.models import GroupPagePermission, Locale
from wagtail.permissions import policy_registry

from campaigns.places import rights
from campaigns.places.models import Membership, Role
from tests.factories.library import ImageFactory
from tests.factories.pages import (
    CityProfilePageFactory,
    FindingPageFactory,
    NewsroomPageFactory,
    PressReleasePageFactory,
    translate,
)
from tests.factories.places import MembershipFactory, collection_named

pytestmark = pytest.mark.django_db


def fresh(user):
    """The same person at the next request, with nothing remembered."""
    return get_user_model().objects.get(pk=user.pk)


class EditorTests:
    def test_an_editor_publishes_below_their_city_in_every_language(self, home, cast):
        for profile in home.pittsburgh.values():
            permissions = profile.permissions_for_user(cast.pittsburgh_editor)
            assert permissions.can_edit()
            assert permissions.can_publish()
            assert permissions.can_add_subpage()

    def test_an_editor_has_no_right_in_another_city(self, home, cast):
        for profile in home.washington.values():
            permissions = profile.permissions_for_user(cast.pittsburgh_editor)
            assert not permissions.can_edit()
            assert not permissions.can_publish()
            assert not rights.may_explore(cast.pittsburgh_editor, profile)

    def test_a_language_added_later_is_covered_at_once(self, home, cast):
        swahili = Locale.objects.create(language_code="sw")
        front = home.homes["en"].copy_for_translation(swahili)
        index = home.indexes["en"].copy_for_translation(swahili)
        profile = home.pittsburgh["en"].copy_for_translation(swahili)

        assert rights.may_edit(cast.pittsburgh_editor, profile)
        assert not rights.may_edit(cast.pittsburgh_editor, front)
        assert not rights.may_edit(cast.pittsburgh_editor, index)

    def test_pictures_are_those_of_the_own_collection(self, home, cast):
        own = ImageFactory(collection=home.pittsburgh_group.collection)
        theirs = ImageFactory(collection=home.washington_group.collection)
        nobodys = ImageFactory(collection=collection_named("Elsewhere"))

        policy = policy_registry.get_by_type(get_image_model())
        mine = policy.instances_user_has_any_permission_for(cast.pittsburgh_editor, ["choose"])

        assert list(mine) == [own]
        assert not policy.user_has_permission_for_instance(cast.pittsburgh_editor, "change", theirs)
        assert not policy.user_has_permission_for_instance(
            cast.pittsburgh_editor, "choose", nobodys
        )


class TranslatorTests:
    def test_a_translator_changes_their_language_and_never_publishes(self, home, cast):
        english = FindingPageFactory(parent=home.washington["en"])
        spanish = translate(english, "es", live=False)

        assert rights.may_edit(cast.translator_es, spanish)
        assert not rights.may_publish(cast.translator_es, spanish)
        assert not rights.may_edit(cast.translator_es, english)

    def test_a_translator_may_begin_what_is_not_there_yet(self, home, cast):
        english = FindingPageFactory(parent=home.pittsburgh["en"])

        assert rights.may_translate(cast.translator_es, english, "es")
        assert not rights.may_translate(cast.translator_es, english, "fr")
        assert rights.may_translate(cast.pittsburgh_editor, english, "fr")
        assert not rights.may_translate(cast.washington_editor, english, "fr")

    def test_pages_of_the_alliance_are_not_a_city_editors(self, home, cast):
        front = home.homes["en"]

        assert rights.may_translate(cast.translator_es, front, "es")
        assert not rights.may_translate(cast.pittsburgh_editor, front, "es")

    def test_languages_are_told_by_city(self, home, cast):
        pittsburgh = home.pittsburgh_group.city

        assert rights.languages_of(cast.translator_es, pittsburgh) == {"es"}
        assert len(rights.languages_of(cast.pittsburgh_editor, pittsburgh)) == 6
        assert rights.languages_of(cast.washington_editor, pittsburgh) == set()


class PressOfficerTests:
    def test_a_press_officer_has_newsrooms_and_nothing_else(self, home, cast):
        room = NewsroomPageFactory(parent=home.pittsburgh["en"])
        release = PressReleasePageFactory(parent=room)

        assert rights.may_publish(cast.press_officer, release)
        assert not rights.may_edit(cast.press_officer, home.pittsburgh["en"])

    def test_a_city_press_officer_stays_in_the_city(self, home):
        officer = MembershipFactory(local_group=home.pittsburgh_group, role=Role.PRESS_OFFICER).user
        own = NewsroomPageFactory(parent=home.pittsburgh["en"])
        theirs = NewsroomPageFactory(parent=home.washington["en"])
        national = NewsroomPageFactory(parent=home.homes["en"])

        assert rights.may_publish(officer, own)
        assert not rights.may_edit(officer, theirs)
        assert not rights.may_edit(officer, national)

    def test_testimony_is_not_for_the_press_or_translators(self, home, cast):
        assert not rights.vault_cities_of(cast.press_officer).exists()
        assert not rights.vault_cities_of(cast.translator_es).exists()
        assert list(rights.vault_cities_of(cast.pittsburgh_editor)) == [home.pittsburgh_group.city]


class KeepingInStepTests:
    def test_a_right_ends_with_its_membership(self, home, cast):
        Membership.objects.get(user=cast.pittsburgh_editor).delete()

        editor = fresh(cast.pittsburgh_editor)
        assert not rights.may_edit(editor, home.pittsburgh["en"])
        assert not editor.has_perm("wagtailadmin.access_admin")
        assert not rights.cities_of(editor).exists()

    def test_a_second_time_changes_nothing(self, home, cast):
        assert told("--dry-run") == "0 changes would be made.\n"

    def test_what_was_given_by_hand_is_told_and_taken_back(self, home, cast):
        group = Group.objects.get(name="role/pittsburgh/editor")
        GroupPagePermission.objects.create(
            group=group, page=home.washington["en"], permission_type="change"
        )

        assert "remove role/pittsburgh/editor page" in told("--dry-run")
        assert rights.may_edit(fresh(cast.pittsburgh_editor), home.washington["en"])
        assert told().endswith("1 change made.\n")
        assert not rights.may_edit(fresh(cast.pittsburgh_editor), home.washington["en"])

    def test_groups_made_by_hand_are_left_alone(self, home, cast):
        Group.objects.create(name="Readers of drafts")

        told()

        assert Group.objects.filter(name="Readers of drafts").exists()

    def test_a_profile_that_appears_brings_its_rights(self, home, cast):
        profile = home.pittsburgh["fr"]
        key, parent = profile.translation_key, home.indexes["fr"]
        profile.delete()

        again = CityProfilePageFactory(
            parent=type(parent).objects.get(pk=parent.pk),
            place=home.pittsburgh_group.city,
            translation_key=key,
        )

        assert rights.may_publish(fresh(cast.pittsburgh_editor), again)

    def test_somebody_locked_out_may_do_nothing(self, home, cast):
        cast.pittsburgh_editor.is_active = False
        cast.pittsburgh_editor.save()

        assert not rights.cities_of(fresh(cast.pittsburgh_editor)).exists()
        assert not rights.may_edit(fresh(cast.pittsburgh_editor), home.pittsburgh["en"])


def told(*options):
    output = StringIO()
    call_command("sync_rights", *options, stdout=output)
    return output.getvalue()
