"""How many questions a page may ask the database, however much there is to read.

Every page is read as a stranger reads it, with nothing kept from an earlier reader.
"""

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from campaigns.treaties.models import RightsTag, Theme
from campaigns.treaties.models import catalogue as treaties_catalogue
from pages.record import record
from tests.factories.library import ImageFactory
from tests.factories.pages import (
    EventPageFactory,
    FindingPageFactory,
    OutcomeExplainerPageFactory,
    OutcomeIndexPageFactory,
    ResourcePageFactory,
    StandardPageFactory,
    TestimonyStoryPageFactory,
    translate,
)

pytestmark = pytest.mark.django_db

#: At most so many questions; the first seven of a new process read the treaties and are apart.
BUDGETS = {
    "story": 15,
    "finding": 15,
    "explainer": 15,
    "city": 15,
    "home": 18,
    "findings": 18,
    "stories": 18,
    "treaties": 15,
    "treaty": 15,
    "article": 15,
    "search": 12,
    "nothing found": 12,
    "feed": 6,
    "city feed": 6,
    "treaty feed": 6,
    "press feed": 6,
    "sitemap": 6,
}


class Record:
    """A site that grows: ``grow()`` adds as much again, ``translate_all()`` another language."""

    def __init__(self, home):
        call_command("load_treaties", verbosity=0)
        self.home, self.city, self.front = home, home.pittsburgh["en"], home.homes["en"]
        self.rights = list(RightsTag.objects.filter(slug__in=["icescr-11", "icerd-5", "iccpr-14"]))
        self.theme = Theme.objects.first()
        self.image = ImageFactory()
        index = OutcomeIndexPageFactory(parent=self.front)
        self.story = self.tag(TestimonyStoryPageFactory(parent=self.city, photo=self.image))
        self.finding = self.find("Radiators in winter")
        self.explainer = self.tag(OutcomeExplainerPageFactory(parent=index))
        StandardPageFactory(parent=self.front)

    def tag(self, page):
        page.rights.add(*self.rights)
        page.themes.add(self.theme)
        page.save()
        record(page)
        return page

    def find(self, title):
        evidence = [("story", {"story": self.story, "words": "It was cold."})]
        return self.tag(
            FindingPageFactory(parent=self.city, title=title, evidence=evidence, picture=self.image)
        )

    def grow(self, times):
        for number in range(times):
            self.find(f"More radiators {number}")
            self.tag(TestimonyStoryPageFactory(parent=self.city, photo=self.image))
            self.tag(EventPageFactory(parent=self.city, starts_at=timezone.now()))
            ResourcePageFactory(parent=self.city)

    def translate_all(self, languages):
        for page in [self.story, self.finding]:
            for language in languages:
                translate(page, language)

    def addresses(self):
        return {
            "story": self.story.entry.url,
            "finding": self.finding.entry.url,
            "explainer": self.explainer.entry.url,
            "city": self.city.entry.url,
            "home": "/en/",
            "findings": "/en/findings/?city=pittsburgh",
            "stories": "/en/stories/",
            "treaties": "/en/treaties/",
            "treaty": "/en/treaties/icescr/",
            "article": "/en/treaties/icescr/11/?type=finding",
            "search": "/en/search/?q=radiators&city=pittsburgh",
            "nothing found": "/en/search/?q=xylophone",
            "feed": "/en/feed/",
            "city feed": "/en/cities/pittsburgh/feed/",
            "treaty feed": "/en/treaties/icescr/feed/",
            "press feed": "/en/press/feed/",
            "sitemap": "/sitemap.xml",
        }


def questions(client, record):
    """How many questions each address asks, once the pictures are cut and the treaties read."""
    asked = {}
    for name, address in record.addresses().items():
        client.get(address)
        cache.clear()
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert client.get(address).status_code == 200, address
        asked[name] = len(queries)
        asked[f"{name} text"] = [query["sql"][:300] for query in queries.captured_queries]
    return asked


class QueryBudgetTests:
    def test_pages_keep_within_their_budget_and_do_not_ask_more_as_the_record_grows(
        self, client, home
    ):
        record = Record(home)
        small = questions(client, record)
        over = {name: small[name] for name, most in BUDGETS.items() if small[name] > most}
        assert not over, [small[f"{name} text"] for name in over]
        record.grow(9)
        large = questions(client, record)
        assert {name: large[name] for name in BUDGETS if large[name] > small[name]} == {}
        record.translate_all(["es", "fr", "ar", "ru", "zh-hans"])
        in_all = questions(client, record)
        assert {name: in_all[name] for name in BUDGETS if in_all[name] > small[name]} == {}

    def test_the_treaties_are_read_once_and_not_by_every_page(self, client, home):
        Record(home)
        treaties_catalogue.kept.clear()
        client.get("/en/treaties/icescr/")
        with CaptureQueriesContext(connection) as queries:
            client.get("/en/treaties/icescr/11/")
        assert not any("treaties_articlelabel" in query["sql"] for query in queries)
