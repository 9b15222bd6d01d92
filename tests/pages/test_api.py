"""The API as a stranger’s program uses it."""

import json

import pytest
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import PageViewRestriction

from campaigns.treaties.models import RightsTag
from pages.record import record
from tests.factories.library import ImageFactory
from tests.factories.pages import (
    EventPageFactory,
    FindingPageFactory,
    TestimonyStoryPageFactory,
    translate,
)

pytestmark = pytest.mark.django_db
PAGES = "/api/v2/pages/"


def listed(client, **asked):
    answer = client.get(PAGES, asked)
    assert answer.status_code == 200, answer.content
    return answer.json()["items"]


def titles(client, **asked):
    return {item["title"] for item in listed(client, **asked)}


class WhatIsListedTests:
    def test_only_what_anybody_may_see(self, client, home):
        FindingPageFactory(parent=home.pittsburgh["en"], title="Seen")
        draft = FindingPageFactory(parent=home.pittsburgh["en"], title="Draft", live=False)
        closed = FindingPageFactory(parent=home.pittsburgh["en"], title="Closed")
        PageViewRestriction.objects.create(page=closed, restriction_type="login")
        story = TestimonyStoryPageFactory(parent=home.pittsburgh["en"], title="Taken back")
        story.testimony.consent.withdrawn_on = timezone.now()
        story.testimony.consent.save()
        found = titles(client, city="pittsburgh", limit=50)
        assert "Seen" in found
        assert not found & {"Draft", "Closed", "Taken back"}
        for page in [draft, closed, story]:
            assert client.get(f"{PAGES}{page.pk}/").status_code == 404
            asked = {"type": f"pages.{type(page).__name__}"}
            assert page.title not in titles(client, **asked)

    def test_a_page_says_its_city_language_rights_and_translations(self, client, home):
        call_command("load_treaties", verbosity=0)
        page = FindingPageFactory(parent=home.pittsburgh["en"], title="Judges decide")
        page.rights.add(RightsTag.objects.get(slug="icescr-11"))
        page.save()
        record(page)
        spanish = translate(page, "es", title="Los jueces deciden")
        meta = client.get(f"{PAGES}{page.pk}/").json()["meta"]
        assert meta["city"] == "pittsburgh"
        assert meta["locale"] == "en"
        assert meta["rights"] == [
            {
                "slug": "icescr-11",
                "code": "ICESCR 11",
                "us_status": "signed",
                "official_url": meta["rights"][0]["official_url"],
            }
        ]
        assert [version["id"] for version in meta["translations"]] == [spanish.pk]
        assert meta["html_url"] == f"http://testserver.localhost{page.entry.url}"

    def test_pages_can_be_narrowed_and_searched(self, client, home):
        call_command("load_treaties", verbosity=0)
        page = FindingPageFactory(parent=home.pittsburgh["en"], title="Cold radiators")
        page.rights.add(RightsTag.objects.get(slug="icescr-11"))
        page.save()
        record(page)
        FindingPageFactory(parent=home.washington["en"], title="Warm stoves")
        assert titles(client, right="icescr-11") == {"Cold radiators"}
        assert titles(client, search="radiator") == {"Cold radiators"}
        assert titles(client, type="pages.FindingPage", city="washington") == {"Warm stoves"}
        assert titles(client, type="pages.FindingPage", locale="es") == set()
        finding = {"type": "pages.FindingPage", "order": "-title", "kind": "problem"}
        items = listed(client, fields="kind,status", **finding)
        assert [item["title"] for item in items] == ["Warm stoves", "Cold radiators"]
        assert items[0]["status"] == "open"


class WhatIsKeptBackTests:
    def test_nothing_of_the_testimony_record_is_told(self, client, home):
        story = TestimonyStoryPageFactory(parent=home.pittsburgh["en"], photo=ImageFactory())
        for address in [f"{PAGES}{story.pk}/", f"{PAGES}?type=pages.TestimonyStoryPage&fields=*"]:
            told = client.get(address).content.decode()
            assert story.testimony.reference not in told
            assert "testimony_id" not in told
            assert '"testimony"' not in told
            assert "consent" not in told
        for name in ["testimony", "testimony_id", "testimony__reference", "photo", "owner"]:
            answer = client.get(PAGES, {"type": "pages.TestimonyStoryPage", name: "1"})
            assert answer.status_code == 400

    def test_words_quoted_from_a_story_stay_with_the_story(self, client, home):
        story = TestimonyStoryPageFactory(parent=home.pittsburgh["en"])
        evidence = [
            ("story", {"story": story, "words": "My radiator froze."}),
            ("document", {"title": "Minutes", "url": "https://example.org/minutes"}),
        ]
        page = FindingPageFactory(parent=home.pittsburgh["en"], evidence=evidence)
        told = client.get(f"{PAGES}{page.pk}/").json()
        assert "My radiator froze" not in json.dumps(told)
        assert [block["type"] for block in told["evidence"]] == ["document"]
        assert told["evidence"][0]["value"]["title"] == "Minutes"
        assert told["body"] == [
            {
                "type": "paragraph",
                "value": {"words": "<p>Nine in ten tenants have no lawyer.</p>"},
            }
        ]

    def test_pictures_documents_and_the_newer_preview_have_no_address(self, client, home):
        for path in ["/api/v2/images/", "/api/v2/documents/", "/api/v3/", "/api/v3/pages/"]:
            assert client.get(path, follow=True).status_code == 404

    def test_an_address_that_leads_nowhere_says_so_to_a_program(self, client, home):
        for path in [f"{PAGES}find/?html_path=/en/", f"{PAGES}1/2/", "/api/v2/", "/api/v3/pages/"]:
            answer = client.get(path)
            assert answer.status_code == 404
            assert answer["Content-Type"] == "application/json"
            assert answer["Access-Control-Allow-Origin"] == "*"
            assert answer.json()["message"]

    def test_an_address_without_its_last_stroke_is_completed(self, client, home):
        assert client.get(PAGES.rstrip("/"), follow=True).redirect_chain == [(PAGES, 301)]

    def test_it_only_reads_and_sets_nothing(self, client, home):
        for method in ["post", "put", "patch", "delete"]:
            assert getattr(client, method)(PAGES).status_code == 405
        answer = client.get(PAGES)
        assert not answer.cookies
        assert answer["Access-Control-Allow-Origin"] == "*"
        assert answer["Content-Type"] == "application/json"
        assert client.get(f"{PAGES}1/")["Access-Control-Allow-Origin"] == "*"


STRANGE = [
    {"offset": "99999999999999999999"},
    {"offset": "-1"},
    {"offset": "9" * 5000},
    {"limit": "99999999999999999999"},
    {"limit": "x"},
    {"id": "99999999999999999999"},
    {"id": "x"},
    {"slug": "\x00"},
    {"search": "a\x00"},
    {"city": "\x00"},
    {"city": "x" * 5000},
    {"order": "nothing"},
    {"order": "body", "type": "pages.FindingPage"},
    {"body": "x", "type": "pages.FindingPage"},
    {"first_published_at": "yesterday"},
    {"fields": "testimony"},
    {"fields": "((("},
    {"type": "nothing"},
    {"type": "auth.User"},
    {"type": "collect.Testimony"},
    {"child_of": "1"},
    {"translation_of": "99999999999999999999"},
    {"unknown": "1"},
    {"starts_at": "99999-99-99", "type": "pages.EventPage"},
]


class StrangeRequestsTests:
    def test_what_makes_no_sense_is_refused_and_breaks_nothing(self, client, home):
        EventPageFactory(parent=home.pittsburgh["en"])
        for asked in STRANGE:
            answer = client.get(PAGES, asked)
            assert answer.status_code == 400, (asked, answer.content[:300])
            assert answer.json()["message"]

    def test_strange_words_are_a_search_like_any_other(self, client, home):
        for words in ['"', "*", "(((", "%s", "学" * 500, ""]:
            assert client.get(PAGES, {"search": words}).status_code == 200

    def test_numbers_beyond_counting_name_no_page(self, client, home):
        assert client.get(f"{PAGES}99999999999999999999/").status_code in (400, 404)
        assert client.get(PAGES, {"locale": "xx"}).status_code == 404
