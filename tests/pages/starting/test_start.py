"""A city begins with everything, or with nothing at all."""

from io import StringIO

import pytest
from django.contrib.auth import get_user_model
from django.core import mail
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.hooks import search_for_hooks
from wagtail.images import get_image_model
from wagtail.models import Collection, Page
from wagtail.permissions import policy_registry

from campaigns.places import rights
from campaigns.places.models import City, LocalGroup, Membership, Role
from pages.land import sync_rights
from pages.models import CityProfilePage, Entry, NewsroomPage
from pages.starting import city as starting
from pages.starting.city import start_city
from pages.starting.undoing import undo_start
from tests.factories.collect import TestimonyFactory
from tests.factories.library import DocumentFactory, ImageFactory
from tests.factories.pages import (
    CityProfilePageFactory,
    FindingPageFactory,
    publish,
)
from tests.factories.places import CityFactory, LocalGroupFactory, MembershipFactory

from .plans import person, plan

pytestmark = pytest.mark.django_db


def profile(code, slug="new-haven"):
    return CityProfilePage.objects.get(place__slug=slug, locale__language_code=code)


def published(page):
    publish(page)
    page.refresh_from_db()
    return page


def run(*arguments, **options):
    said = StringIO()
    facts = {
        "name": "New Haven",
        "state": "Connecticut",
        "state_code": "CT",
        "group": "New Haven Listens",
        "email": "hello@new-haven.example.org",
        "languages": "en,es",
    }
    call_command("start_city", *arguments, **(facts | options), stdout=said, stderr=said)
    return said.getvalue()


class PagesTests:
    def test_pages_are_translations_of_each_other_and_drafts(self, home):
        start_city(plan())

        english, spanish = profile("en"), profile("es")
        assert english.translation_key == spanish.translation_key
        assert (english.written_in, spanish.written_in) == ("en", "en")
        assert not english.live
        assert not spanish.live
        assert english.url_path.endswith("/cities/new-haven/")
        assert spanish.url_path.endswith("/cities/new-haven/")

    def test_a_translator_finds_no_word_left_that_the_template_has(self, home, every_language):
        made = start_city(plan(languages=("es", "en", "fr", "ar", "ru", "zh-hans")))

        left = {(p.locale.language_code, p.specific_class): p.untranslated for p in made.pages}
        names_in_other_letters = {(code, CityProfilePage): 2 for code in ("ar", "ru", "zh-hans")}
        assert {key: count for key, count in left.items() if count} == names_in_other_letters
        assert profile("es").written_in == "es"
        assert "escuchamos" in profile("es").group_about.lower()
        assert "écoutons" in profile("fr").group_about.lower()
        assert "listen" in profile("en").group_about

    def test_the_newsroom_says_whom_to_call(self, home):
        start_city(plan())

        contact = NewsroomPage.objects.child_of(profile("es")).get().contacts[0].value
        assert contact["name"] == "New Haven Listens"
        assert contact["email"] == "hello@new-haven.example.org"
        assert contact["role"] == "Contacto de prensa"

    def test_once_published_the_city_has_its_feed(self, home, client):
        start_city(plan())
        assert client.get("/en/cities/new-haven/feed/").status_code == 404

        published(profile("en"))

        assert client.get("/en/cities/new-haven/feed/").status_code == 200

    def test_its_translation_follows_it_into_public(self, home):
        start_city(plan())
        published(profile("en"))

        assert published(profile("es")).live


class AgainTests:
    def test_the_same_again_changes_nothing(self, home):
        start_city(plan(people=(person(),)))
        pages = Page.objects.count()

        assert start_city(plan(people=(person(),))).is_nothing
        assert Page.objects.count() == pages

    def test_one_more_language_adds_just_that(self, home):
        start_city(plan())

        made = start_city(plan(languages=("en", "es", "fr")))

        assert {page.locale.language_code for page in made.pages} == {"fr"}
        assert len(made.pages) == 3
        assert not made.joined

    def test_one_more_person_adds_just_that(self, home):
        start_city(plan(people=(person(),)))

        made = start_city(plan(people=(person(), person("ali@example.org", "writer"))))

        assert [joined.membership.user.email for joined in made.joined] == ["ali@example.org"]
        assert not made.pages

    def test_what_a_group_deleted_does_not_come_back(self, home):
        start_city(plan())
        for code in ("es", "en"):
            profile(code).get_children().get(slug="how-we-listen").delete()

        assert start_city(plan()).is_nothing

    def test_another_city_keeps_its_address(self, home):
        with pytest.raises(ValidationError, match="Pittsburgh"):
            start_city(plan(slug="pittsburgh"))


class AllOrNothingTests:
    def test_nothing_stays_when_something_fails_halfway(self, home, monkeypatch):
        pages = Page.objects.count()
        monkeypatch.setattr(starting, "bring_people", lambda *_args: 1 / 0)

        with pytest.raises(ZeroDivisionError):
            start_city(plan())

        assert Page.objects.count() == pages
        assert not City.objects.filter(slug="new-haven").exists()
        assert not Collection.objects.filter(name="New Haven").exists()

    def test_nothing_stays_when_one_person_is_wrong(self, home):
        with pytest.raises(ValidationError, match="no role"):
            start_city(plan(people=(person(role="king"),)))

        assert not City.objects.filter(slug="new-haven").exists()

    def test_a_language_without_its_list_is_refused_with_what_to_do(self, home):
        home.indexes["fr"].delete()

        with pytest.raises(ValidationError, match="list of cities in français"):
            start_city(plan(languages=("en", "fr")))


class RightsTests:
    def test_rights_follow_the_roles(self, home):
        start_city(plan(people=(person(), person("t@example.org", "translator", "es"))))

        rosa = get_user_model().objects.get(email="rosa@example.org")
        translator = get_user_model().objects.get(email="t@example.org")
        assert rights.may_publish(rosa, profile("es"))
        assert rights.may_edit(translator, profile("es"))
        assert not rights.may_edit(translator, profile("en"))
        assert not rights.may_edit(rosa, home.pittsburgh["en"])
        assert not sync_rights(dry_run=True)

    @pytest.mark.parametrize(
        ("role", "own", "opens"),
        [
            (Role.EDITOR, True, True),
            (Role.SAFETY_REVIEWER, True, True),
            (Role.WRITER, True, False),
            (Role.PRESS_OFFICER, True, False),
            (Role.COORDINATOR, False, False),
            (Role.PRESS_OFFICER, False, False),
        ],
    )
    def test_private_files_are_for_those_who_open_testimony(self, home, role, own, opens):
        group = start_city(plan()).group
        member = MembershipFactory(local_group=group if own else None, role=role).user
        member = get_user_model().objects.get(pk=member.pk)
        private = ImageFactory(collection=group.private_collection)
        public = ImageFactory(collection=group.collection.get_children().first())

        search_for_hooks()  # as the first request does
        policy = policy_registry.get_by_type(get_image_model())
        mine = policy.instances_user_has_any_permission_for(member, ["choose"])

        assert public in mine
        assert (private in mine) == opens
        assert policy.user_has_permission_for_instance(member, "choose", private) == opens

    def test_a_private_document_is_served_to_no_stranger(self, home, client, monkeypatch):
        from uprcities.library import publication

        monkeypatch.setattr(publication, "_checkers", [lambda document: True])
        group = start_city(plan()).group
        names = {"public": group.collection.get_children().get(name="New Haven: public")}
        answers = {
            name: client.get(DocumentFactory(collection=collection).url).status_code
            for name, collection in (names | {"private": group.private_collection}).items()
        }

        assert answers == {"public": 200, "private": 404}

    def test_rights_are_computed_once(self, home, monkeypatch):
        from pages import land

        calls = []
        monkeypatch.setattr(land, "sync", lambda *_args, **_options: calls.append(1))

        start_city(plan(people=(person(), person("b@example.org"), person("c@example.org"))))

        assert len(calls) == 1


class BudgetTests:
    def test_other_cities_make_it_no_slower(self, home):
        start_city(plan(slug="first", name="First"))
        with CaptureQueriesContext(connection) as before:
            start_city(plan(slug="second", name="Second"))
        for number in range(5):
            city = CityFactory(slug=f"other-{number}")
            LocalGroupFactory(city=city)
            CityProfilePageFactory(parent=home.indexes["en"], place=city, revised=False)
        with CaptureQueriesContext(connection) as after:
            start_city(plan(slug="third", name="Third"))

        assert len(after) <= len(before) + 5


class CommandTests:
    def test_it_counts_what_it_made_and_invites(self, home):
        said = run("--person", "rosa@example.org:editor", "--person", "t@example.org:translator:es")

        assert "Made in all: pages 6, roles 2." in said
        assert sorted(letter.to[0] for letter in mail.outbox) == [
            "rosa@example.org",
            "t@example.org",
        ]

    def test_again_it_says_that_nothing_changed(self, home):
        run()

        assert "nothing changed" in run()

    def test_a_dry_run_tells_and_makes_nothing(self, home):
        pages = Page.objects.count()

        said = run("--dry-run", "--person", "rosa@example.org:editor")

        assert "Would make in all: pages 6, roles 1." in said
        assert "new-haven" not in City.objects.values_list("slug", flat=True)
        assert Page.objects.count() == pages
        assert not mail.outbox

    def test_errors_are_plain_sentences(self, home):
        with pytest.raises(CommandError, match="two letters, such as PA"):
            run(state_code="Connecticut")
        with pytest.raises(CommandError, match="e-mail:role"):
            run("--person", "rosa@example.org")

    def test_undo_takes_it_all_back(self, home):
        before = Page.objects.count(), Collection.objects.count(), get_user_model().objects.count()
        run("--person", "rosa@example.org:editor")
        template = CityProfilePage.objects.filter(place__is_template=True)
        of_template = sum(p.get_descendants(inclusive=True).count() for p in template)

        run("--undo", "new-haven")

        after = Page.objects.count(), Collection.objects.count(), get_user_model().objects.count()
        assert after == (before[0] + of_template, *before[1:])
        assert not City.objects.filter(slug="new-haven").exists()
        assert not LocalGroup.objects.filter(name="New Haven Listens").exists()
        assert not sync_rights(dry_run=True)


class UndoTests:
    def undo(self):
        undo_start(City.objects.get(slug="new-haven"))

    def test_what_was_once_public_is_not_undone(self, home):
        start_city(plan())
        published(profile("en")).unpublish()

        with pytest.raises(ValidationError, match="published"):
            self.undo()

    def test_testimony_is_not_undone(self, home):
        TestimonyFactory(city=start_city(plan()).group.city)

        with pytest.raises(ValidationError, match="Testimony"):
            self.undo()

    def test_pages_of_its_own_are_not_undone(self, home):
        start_city(plan())
        FindingPageFactory(parent=profile("es"), live=False)

        with pytest.raises(ValidationError, match="Pages were added"):
            self.undo()

    def test_files_are_not_undone(self, home):
        ImageFactory(collection=start_city(plan()).group.private_collection)

        with pytest.raises(ValidationError, match="Pictures"):
            self.undo()

    def test_whoever_has_an_account_keeps_it(self, home, cast):
        start_city(plan(people=(person(cast.washington_editor.email, "writer"),)))

        self.undo()

        assert Membership.objects.filter(user=cast.washington_editor).count() == 1

    def test_nothing_of_it_stays_with_translators(self, home):
        from wagtail_localize.models import TranslationSource

        start_city(plan())
        before = TranslationSource.objects.filter(object_repr="New Haven").count()
        self.undo()

        assert before == 1
        assert not TranslationSource.objects.filter(object_repr="New Haven").exists()


def test_started_pages_are_in_no_list_before_they_are_public(home):
    start_city(plan())

    assert not Entry.objects.filter(city__slug="new-haven").exists()
