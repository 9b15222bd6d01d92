"""What search engines and those who share a link are told about a page."""

import json
import re
from datetime import UTC, datetime
from html.parser import HTMLParser

import pytest
from django.conf import settings
from django.core.management import call_command
from django.utils.dateparse import parse_datetime

from tests.factories.library import ImageFactory
from tests.factories.pages import (
    EventPageFactory,
    FindingPageFactory,
    NewsroomPageFactory,
    OutcomeExplainerPageFactory,
    OutcomeIndexPageFactory,
    PressReleasePageFactory,
    ResourcePageFactory,
    StandardPageFactory,
    TestimonyStoryPageFactory,
)

pytestmark = pytest.mark.django_db
SITE = "http://testserver.localhost"
BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
REQUIRED = {
    "Article": {"headline", "datePublished", "dateModified", "author", "publisher", "url"},
    "NewsArticle": {"headline", "datePublished", "dateModified", "author", "publisher", "url"},
    "Event": {"name", "startDate", "location", "eventStatus", "eventAttendanceMode"},
    "ProfilePage": {"mainEntity", "name", "url"},
    "WebSite": {"name", "url", "potentialAction"},
    "CollectionPage": {"name", "url"},
    "WebPage": {"name", "url"},
}


class Head(HTMLParser):
    """The meta elements of a page, by property or name."""

    def __init__(self, html):
        super().__init__()
        self.said = {}
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        found = dict(attributes)
        if tag == "meta" and "content" in found:
            self.said[found.get("property") or found.get("name")] = found["content"]


def graph(client, path):
    [block] = BLOCK.findall(client.get(path).content.decode())
    data = json.loads(block)
    assert data["@context"] == "https://schema.org"
    return {node["@type"]: node for node in data["@graph"]}


def head(client, path):
    return Head(client.get(path).content.decode()).said


def one_of_each(home):
    """A page of every type, and what schema.org calls it."""
    city, front = home.pittsburgh["en"], home.homes["en"]
    newsroom = NewsroomPageFactory(parent=city)
    index = OutcomeIndexPageFactory(parent=front)
    return [
        (front, "WebSite"),
        (city, "ProfilePage"),
        (TestimonyStoryPageFactory(parent=city), "Article"),
        (FindingPageFactory(parent=city), "Article"),
        (EventPageFactory(parent=city, venue="City hall"), "Event"),
        (ResourcePageFactory(parent=city), "Article"),
        (newsroom, "CollectionPage"),
        (PressReleasePageFactory(parent=newsroom), "NewsArticle"),
        (OutcomeExplainerPageFactory(parent=index), "Article"),
        (StandardPageFactory(parent=front), "WebPage"),
    ]


class SchemaTests:
    def test_every_page_type_says_what_it_is_with_all_that_is_required(self, client, home):
        for page, kind in one_of_each(home):
            nodes = graph(client, page.entry.url)
            node = nodes[kind]
            assert REQUIRED[kind] <= set(node), page
            assert node["inLanguage"] == "en"
            assert node["url"] == f"{SITE}{page.entry.url}"
            for name in {"datePublished", "dateModified", "startDate"} & set(node):
                assert parse_datetime(node[name]).tzinfo
            assert None not in node.values()

    def test_the_way_from_the_front_door_is_told_in_order(self, client, home):
        page = FindingPageFactory(parent=home.pittsburgh["en"], title="Cold radiators")
        steps = graph(client, page.entry.url)["BreadcrumbList"]["itemListElement"]
        assert [step["position"] for step in steps] == [1, 2, 3, 4]
        assert [step["name"] for step in steps][2:] == ["Pittsburgh", "Cold radiators"]
        assert steps[0]["item"] == f"{SITE}/en/"
        assert steps[-1]["item"] == f"{SITE}{page.entry.url}"

    def test_the_site_can_be_searched_from_elsewhere(self, client, home):
        action = graph(client, "/es/")["WebSite"]["potentialAction"]
        assert action["target"]["urlTemplate"] == f"{SITE}/es/search/?q={{search_term_string}}"
        assert action["query-input"] == "required name=search_term_string"

    def test_an_event_says_when_where_and_whether_it_takes_place(self, client, home):
        starts_at = datetime(2027, 1, 15, 23, 0, tzinfo=UTC)
        page = EventPageFactory(
            parent=home.pittsburgh["en"],
            starts_at=starts_at,
            venue="City hall",
            online_url="https://example.org/join",
            is_cancelled=True,
        )
        event = graph(client, page.entry.url)["Event"]
        assert event["startDate"] == "2027-01-15T18:00:00-05:00"
        assert event["eventStatus"] == "https://schema.org/EventCancelled"
        assert event["eventAttendanceMode"] == "https://schema.org/MixedEventAttendanceMode"
        place, online = event["location"]
        assert (place["@type"], place["name"]) == ("Place", "City hall")
        assert place["address"]["addressLocality"] == "Pittsburgh"
        assert online == {"@type": "VirtualLocation", "url": "https://example.org/join"}

    def test_lists_and_treaties_say_what_they_are(self, client, home):
        call_command("load_treaties", verbosity=0)
        for path in ["/en/findings/", "/en/stories/", "/en/treaties/", "/en/search/"]:
            assert graph(client, path)["CollectionPage"]["url"] == f"{SITE}{path}"
        article = graph(client, "/en/treaties/icescr/11/")["CollectionPage"]["about"]
        assert article["@type"] == "Legislation"
        assert article["legislationIdentifier"] == "ICESCR 11"

    def test_words_cannot_break_out_of_the_block(self, client, home):
        title = "</script><script>alert(1)</script><!-- & “quoted”"
        page = FindingPageFactory(parent=home.pittsburgh["en"], title=title)
        html = client.get(page.entry.url).content.decode()
        assert "<script>alert" not in html
        assert graph(client, page.entry.url)["Article"]["headline"] == title

    def test_a_page_that_is_not_there_says_nothing(self, client, home):
        html = client.get("/en/nothing/").content.decode()
        assert "ld+json" not in html
        assert "og:title" not in html


class SharingTests:
    def test_a_link_shows_title_sentence_and_language(self, client, home):
        page = FindingPageFactory(
            parent=home.pittsburgh["en"], title="Tenants & “judges”", summary="One sentence."
        )
        said = head(client, page.entry.url)
        assert said["og:title"] == "Tenants & “judges”"
        assert said["og:description"] == said["description"] == "One sentence."
        assert said["og:type"] == "article"
        assert said["og:url"] == f"{SITE}{page.entry.url}"
        assert said["og:locale"] == "en_US"
        assert said["og:site_name"] == settings.WAGTAIL_SITE_NAME
        assert head(client, "/zh-hans/")["og:locale"] == "zh_CN"
        assert head(client, "/ar/cities/")["og:locale"].startswith("ar_")

    def test_the_picture_is_a_public_copy_and_never_the_original(self, client, home):
        image = ImageFactory()
        page = TestimonyStoryPageFactory(parent=home.pittsburgh["en"], photo=image)
        said = head(client, page.entry.url)
        assert said["og:image"].startswith(f"{SITE}{settings.MEDIA_URL}")
        assert image.file.name not in said["og:image"]
        public = said["og:image"].removeprefix(f"{SITE}{settings.MEDIA_URL}")
        assert (settings.MEDIA_ROOT / public).is_file()
        assert said["twitter:card"] == "summary_large_image"

    def test_without_a_picture_none_is_named(self, client, home):
        page = FindingPageFactory(parent=home.pittsburgh["en"])
        said = head(client, page.entry.url)
        assert "og:image" not in said
        assert said["twitter:card"] == "summary"


class RobotsTests:
    def test_crawlers_learn_where_the_sitemap_is(self, client, db):
        answer = client.get("/robots.txt")
        assert answer["Content-Type"].startswith("text/plain")
        text = answer.content.decode()
        assert f"Sitemap: {SITE}/sitemap.xml" in text
        assert "Disallow: /admin/" in text
        assert "Disallow: /\n" not in text
