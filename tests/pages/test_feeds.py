"""Feeds as a reader’s program reads them."""

import feedparser
import pytest
from django.core.management import call_command
from django.utils import timezone

from campaigns.treaties.models import RightsTag
from pages.record import record
from tests.factories.pages import (
    FindingPageFactory,
    MediaKitPageFactory,
    NewsroomPageFactory,
    PressReleasePageFactory,
    TestimonyStoryPageFactory,
    publish,
)

pytestmark = pytest.mark.django_db
SITE = "http://testserver.localhost"


def read(client, path):
    answer = client.get(path)
    assert answer.status_code == 200
    feed = feedparser.parse(answer.content)
    assert not feed.bozo, feed.get("bozo_exception")
    return feed


def titles(feed):
    return [entry.title for entry in feed.entries]


class FeedTests:
    def test_it_is_valid_atom_in_one_language(self, client, home):
        FindingPageFactory(parent=home.pittsburgh["en"], title="Cold <b>radiators</b> & “stoves”")
        FindingPageFactory(parent=home.pittsburgh["es"], title="Radiadores fríos")
        english, spanish = read(client, "/en/feed/"), read(client, "/es/feed/")
        assert english.version == "atom10"
        assert english.feed.language == "en"
        assert spanish.feed.language == "es"
        assert "Cold &lt;b&gt;radiators&lt;/b&gt;" in client.get("/en/feed/").content.decode()
        assert titles(spanish) == ["Radiadores fríos"]
        [self_link] = [link.href for link in english.feed.links if link.rel == "self"]
        assert self_link == f"{SITE}/en/feed/"

    def test_an_item_keeps_its_name_when_its_address_and_words_change(self, client, home):
        page = FindingPageFactory(parent=home.pittsburgh["en"], title="Cold radiators")
        before = read(client, "/en/feed/").entries[0]
        page.slug, page.title = "elsewhere", "Warm stoves"
        publish(page)
        after = read(client, "/en/feed/").entries[0]
        assert after.title == "Warm stoves"
        assert after.link == f"{SITE}/en/cities/pittsburgh/elsewhere/"
        assert after.id == before.id
        assert after.id.startswith("tag:testserver.localhost,")

    def test_every_version_of_a_page_has_a_name_of_its_own(self, client, home):
        page = FindingPageFactory(parent=home.pittsburgh["en"])
        same = {"translation_key": page.translation_key}
        FindingPageFactory(parent=home.pittsburgh["es"], **same)
        names = {read(client, f"/{language}/feed/").entries[0].id for language in ("en", "es")}
        assert len(names) == 2

    def test_what_is_taken_back_is_gone_from_every_feed(self, client, home):
        call_command("load_treaties", verbosity=0)
        story = TestimonyStoryPageFactory(parent=home.pittsburgh["en"])
        story.rights.add(RightsTag.objects.get(slug="icescr-11"))
        story.save()
        record(story)
        paths = ["/en/feed/", "/en/cities/pittsburgh/feed/", "/en/treaties/icescr/feed/"]
        assert all(titles(read(client, path)) == [story.title] for path in paths)
        story.testimony.consent.withdrawn_on = timezone.now()
        story.testimony.consent.save()
        assert all(titles(read(client, path)) == [] for path in paths)

    def test_a_city_and_a_treaty_have_only_what_is_theirs(self, client, home):
        call_command("load_treaties", verbosity=0)
        FindingPageFactory(parent=home.pittsburgh["en"], title="Here")
        FindingPageFactory(parent=home.washington["en"], title="There")
        assert titles(read(client, "/en/cities/pittsburgh/feed/")) == ["Here"]
        assert titles(read(client, "/en/treaties/icescr/feed/")) == []

    def test_the_press_gets_releases_and_kits_alone(self, client, home):
        newsroom = NewsroomPageFactory(parent=home.pittsburgh["en"])
        PressReleasePageFactory(parent=newsroom, title="City promises lawyers")
        MediaKitPageFactory(parent=newsroom, title="Kit")
        FindingPageFactory(parent=home.pittsburgh["en"], title="Here")
        for path in ["/en/press/feed/", "/en/cities/pittsburgh/press/feed/"]:
            assert set(titles(read(client, path))) == {"City promises lawyers", "Kit"}

    def test_the_same_can_be_had_as_rss(self, client, home):
        FindingPageFactory(parent=home.pittsburgh["en"], title="Here")
        feed = read(client, "/en/feed/rss/")
        assert feed.version == "rss20"
        assert titles(feed) == ["Here"]

    def test_pages_name_their_feeds(self, client, home):
        call_command("load_treaties", verbosity=0)
        for path, feed in [
            ("/en/", "/en/feed/"),
            ("/en/findings/", "/en/feed/"),
            ("/en/cities/pittsburgh/", "/en/cities/pittsburgh/feed/"),
            ("/en/treaties/icescr/11/", "/en/treaties/icescr/feed/"),
        ]:
            html = client.get(path).content.decode()
            assert 'type="application/atom+xml"' in html
            assert f'href="{SITE}{feed}"' in html

    def test_what_does_not_exist_has_no_feed(self, client, home):
        for path in ["/en/cities/nowhere/feed/", "/en/treaties/nothing/feed/"]:
            assert client.get(path).status_code == 404
