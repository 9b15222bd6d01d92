"""Nothing that was once public is lost: its address leads on, or says that it is gone."""

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import PageViewRestriction

from pages.models import GoneAddress
from tests.factories.pages import (
    EventPageFactory,
    FindingPageFactory,
    MediaKitPageFactory,
    NewsroomPageFactory,
    PressReleasePageFactory,
    TestimonyStoryPageFactory,
    publish,
    translate,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def finding(home):
    """A finding in English and Spanish, live in both."""
    page = FindingPageFactory(parent=home.pittsburgh["en"], title="Cold homes", slug="cold-homes")
    translate(page, "es", title="Casas frías")
    return page


def old(language="en", rest=""):
    return f"/{language}/cities/pittsburgh/cold-homes/{rest}"


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    """Does something as a request would, with what follows its commit."""

    def do(something, *args, **kwargs):
        with django_capture_on_commit_callbacks(execute=True):
            return something(*args, **kwargs)

    return do


def rename(page, slug):
    page = type(page).objects.get(pk=page.pk)
    page.slug = slug
    publish(page)


def move(page, parent):
    type(page).objects.get(pk=page.pk).move(parent, pos="last-child")


def goes(client, path):
    """Where an address ends after all its redirects, and with which status."""
    answer = client.get(path, follow=True)
    way = answer.redirect_chain
    assert len(way) <= 1, way
    return (way[-1][0] if way else path), answer.status_code


class MovedTests:
    @pytest.mark.parametrize("language", ["en", "es"])
    def test_a_new_address_is_found_from_the_old_one(self, client, finding, committed, language):
        committed(rename, finding, "warm-homes")
        assert goes(client, old(language)) == (f"/{language}/cities/pittsburgh/warm-homes/", 200)
        assert client.get(old(language)).status_code == 301

    def test_several_moves_are_one_step(self, client, finding, committed):
        for slug in ("warm-homes", "warmer-homes", "hot-homes"):
            committed(rename, finding, slug)
        assert goes(client, old("es")) == ("/es/cities/pittsburgh/hot-homes/", 200)

    def test_going_back_makes_no_circle(self, client, finding, committed):
        committed(rename, finding, "warm-homes")
        committed(rename, finding, "cold-homes")
        assert goes(client, old()) == (old(), 200)
        assert goes(client, "/en/cities/pittsburgh/warm-homes/") == (old(), 200)

    def test_a_browser_does_not_remember_the_way_for_good(self, client, finding, committed):
        committed(rename, finding, "warm-homes")
        assert client.get(old())["Cache-Control"] == "public, max-age=300"

    @pytest.mark.parametrize("language", ["en", "es"])
    def test_what_lies_below_comes_along(self, client, home, committed, language):
        newsroom = NewsroomPageFactory(parent=home.pittsburgh["en"])
        translate(newsroom, "es")
        release = PressReleasePageFactory(parent=newsroom, slug="lawyers")
        translate(release, "es")
        committed(move, newsroom, home.washington["en"])
        new = f"/{language}/cities/washington/press/lawyers/"
        assert goes(client, f"/{language}/cities/pittsburgh/press/lawyers/") == (new, 200)

    def test_files_of_a_page_are_found_from_its_old_address(self, client, home, committed):
        newsroom = NewsroomPageFactory(parent=home.pittsburgh["en"])
        PressReleasePageFactory(parent=newsroom, slug="lawyers")
        event = EventPageFactory(parent=home.pittsburgh["en"], slug="hearing")
        committed(move, newsroom, home.washington["en"])
        committed(rename, event, "council")
        city = "/en/cities/pittsburgh/"
        text = "/en/cities/washington/press/lawyers/release.txt"
        assert goes(client, f"{city}press/lawyers/release.txt") == (text, 200)
        assert goes(client, f"{city}hearing/event.ics") == (f"{city}council/event.ics", 200)

    def test_a_page_that_is_down_during_the_move_is_still_found_later(
        self, client, home, committed
    ):
        newsroom = NewsroomPageFactory(parent=home.pittsburgh["en"])
        release = PressReleasePageFactory(parent=newsroom, slug="lawyers")
        release.unpublish()
        committed(move, newsroom, home.washington["en"])
        before = "/en/cities/pittsburgh/press/lawyers/"
        assert client.get(before).status_code == 410
        publish(type(release).objects.get(pk=release.pk))
        assert goes(client, before) == ("/en/cities/washington/press/lawyers/", 200)

    def test_a_new_page_at_the_old_address_is_read(self, client, finding, committed, home):
        committed(rename, finding, "warm-homes")
        FindingPageFactory(parent=home.pittsburgh["en"], title="Newer", slug="cold-homes")
        assert "Newer" in client.get(old()).content.decode()
        assert client.get(old()).status_code == 200

    def test_moving_through_the_admin_leads_on_in_every_language(self, client, home, cast):
        story = PressReleasePageFactory(
            parent=NewsroomPageFactory(parent=home.pittsburgh["en"]), slug="lawyers"
        )
        translate(story.get_parent().specific, "es")
        translate(story, "es")
        there = NewsroomPageFactory(parent=home.washington["en"])
        translate(there, "es")
        client.force_login(cast.admin)
        client.post(f"/admin/pages/{story.pk}/move/{there.pk}/confirm/")
        for language in ("en", "es"):
            before = f"/{language}/cities/pittsburgh/press/lawyers/"
            after = f"/{language}/cities/washington/press/lawyers/"
            assert goes(client, before) == (after, 200)


class NeverToTheHiddenTests:
    def test_a_page_that_was_never_public_is_not_led_to(self, client, home, committed):
        draft = FindingPageFactory(parent=home.pittsburgh["en"], slug="secret-plan", live=False)
        draft.slug = "more-secret"
        committed(draft.save)
        assert Redirect.objects.filter(old_path="/en/cities/pittsburgh/secret-plan").exists()
        answer = client.get("/en/cities/pittsburgh/secret-plan/")
        assert answer.status_code == 404
        assert "more-secret" not in answer.content.decode()

    def test_a_page_taken_down_after_it_moved_is_gone(self, client, finding, committed):
        committed(rename, finding, "warm-homes")
        type(finding).objects.get(pk=finding.pk).unpublish()
        assert client.get(old()).status_code == 410
        assert client.get(old("es")).status_code == 410

    @pytest.mark.parametrize("is_live", [True, False])
    def test_a_page_behind_a_restriction_cannot_be_told_from_none(
        self, client, finding, committed, is_live, home
    ):
        committed(rename, finding, "warm-homes")
        here = type(finding).objects.get(pk=finding.pk)
        PageViewRestriction.objects.create(page=here, restriction_type="login")
        if not is_live:
            here.unpublish()
        none = client.get("/en/cities/pittsburgh/never-was/")
        for language in ("en", "es"):
            assert client.get(old(language)).status_code == 404
        assert client.get(old()).content == none.content
        if not is_live:
            assert client.get("/en/cities/pittsburgh/warm-homes/").content == none.content

    def test_a_deleted_page_that_was_restricted_leaves_nothing(self, client, finding, home):
        PageViewRestriction.objects.create(page=finding, restriction_type="login")
        finding.delete()
        assert client.get(old()).status_code == 404
        assert not GoneAddress.objects.exists()

    def test_a_redirect_by_an_administrator_leads_nowhere_hidden(self, client, home):
        draft = FindingPageFactory(parent=home.pittsburgh["en"], live=False)
        Redirect.add_redirect("/en/shortcut/", redirect_to=draft)
        Redirect.add_redirect("/shortcut.html", redirect_to=draft)
        assert client.get("/en/shortcut/").status_code == 404
        assert client.get("/shortcut.html").status_code == 404


class GoneTests:
    @pytest.mark.parametrize(
        ("language", "words"), [("en", "This page was taken down"), ("es", "/es/search/")]
    )
    def test_an_unpublished_page_is_gone_in_every_language(self, client, finding, language, words):
        finding.unpublish()
        answer = client.get(old(language))
        assert answer.status_code == 410
        assert words in answer.content.decode()
        assert "Cold homes" not in answer.content.decode()
        assert "took it back" not in answer.content.decode()

    def test_publishing_again_ends_it(self, client, finding):
        finding.unpublish()
        publish(type(finding).objects.get(pk=finding.pk))
        assert client.get(old()).status_code == 200

    @pytest.mark.parametrize("language", ["en", "es"])
    def test_a_deleted_page_is_gone_in_every_language(self, client, finding, language):
        finding.delete()
        assert client.get(old(language)).status_code == 410

    def test_a_new_page_ends_it(self, client, finding, home):
        finding.delete()
        FindingPageFactory(parent=home.pittsburgh["en"], slug="cold-homes")
        assert client.get(old()).status_code == 200

    def test_a_deleted_page_is_gone_at_its_earlier_addresses_too(self, client, finding, committed):
        committed(rename, finding, "warm-homes")
        type(finding).objects.get(pk=finding.pk).delete()
        for path in (old(), "/en/cities/pittsburgh/warm-homes/"):
            assert client.get(path).status_code == 410

    def test_what_lay_below_a_deleted_page_is_gone_too(self, client, home):
        newsroom = NewsroomPageFactory(parent=home.pittsburgh["en"])
        PressReleasePageFactory(parent=newsroom, slug="lawyers")
        MediaKitPageFactory(parent=newsroom, slug="kit")
        PressReleasePageFactory(parent=newsroom, slug="draft", live=False)
        type(newsroom).objects.get(pk=newsroom.pk).delete()
        press = "/en/cities/pittsburgh/press/"
        for gone in ("", "lawyers/", "lawyers/release.txt", "kit/", "kit/kit.zip"):
            assert client.get(press + gone).status_code == 410, gone
        assert client.get(f"{press}draft/").status_code == 404

    def test_a_deleted_translation_names_the_languages_that_are_left(self, client, finding):
        finding.find_translations().first().delete()
        answer = client.get(old("es"))
        assert answer.status_code == 410
        assert f'href="{old()}"' in answer.content.decode()

    def test_an_expired_page_is_gone(self, client, finding):
        type(finding).objects.filter(pk=finding.pk).update(expire_at=timezone.now())
        call_command("publish_scheduled")
        assert client.get(old()).status_code == 410

    def test_a_draft_that_readers_never_saw_is_missing(self, client, home):
        draft = FindingPageFactory(parent=home.pittsburgh["en"], slug="draft", live=False)
        assert client.get("/en/cities/pittsburgh/draft/").status_code == 404
        draft.delete()
        assert client.get("/en/cities/pittsburgh/draft/").status_code == 404

    def test_a_deleted_page_is_gone_only_at_its_own_address(self, client, finding):
        finding.delete()
        for path in ("/en/cold-homes/", "/en/cities/washington/cold-homes/", "/fr/cold-homes/"):
            assert client.get(path).status_code == 404

    def test_an_unpublished_page_is_gone_only_at_its_own_address(self, client, finding):
        finding.unpublish()
        assert client.get("/en/cold-homes/").status_code == 404

    def test_a_redirect_by_an_administrator_leads_on_from_a_page_that_is_down(
        self, client, finding, home
    ):
        finding.unpublish()
        Redirect.add_redirect(old(), redirect_to=home.pittsburgh["en"])
        assert goes(client, old()) == ("/en/cities/pittsburgh/", 200)


class StoryTests:
    @pytest.fixture
    def story(self, home):
        page = TestimonyStoryPageFactory(parent=home.pittsburgh["en"], slug="heat")
        translate(page, "es")
        return page

    @pytest.mark.parametrize("language", ["en", "es"])
    def test_a_story_taken_back_and_then_deleted_stays_taken_back(self, client, story, language):
        story.testimony.consent.withdraw()
        for page in story._meta.model.objects.all():
            page.delete()
        answer = client.get(f"/{language}/cities/pittsburgh/heat/")
        assert answer.status_code == 410
        if language == "en":
            assert "This story was taken back" in answer.content.decode()

    def test_a_story_that_the_group_took_down_says_nothing_of_its_teller(self, client, story):
        story.unpublish()
        assert (
            "This page was taken down" in client.get("/en/cities/pittsburgh/heat/").content.decode()
        )

    def test_a_redirect_does_not_hide_that_it_was_taken_back(self, client, story, home):
        story.testimony.consent.withdraw()
        story.unpublish()
        Redirect.add_redirect("/en/cities/pittsburgh/heat/", redirect_to=home.pittsburgh["en"])
        assert client.get("/en/cities/pittsburgh/heat/").status_code == 410


class BudgetTests:
    def test_a_missing_address_costs_no_more_than_before(self, client, home):
        client.get("/en/cities/pittsburgh/nothing/")
        with CaptureQueriesContext(connection) as queries:
            assert client.get("/en/cities/pittsburgh/nothing/").status_code == 404
        assert len(queries) <= 7
