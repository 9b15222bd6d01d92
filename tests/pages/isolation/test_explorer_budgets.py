"""The editor’s lists ask the database as much at 3,000 pages as at 300, in six languages."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page
from wagtail.search.backends import get_search_backend

from pages.isolation.listing import MOST_TO_ORDER
from tests.factories.library import DocumentFactory, ImageFactory
from tests.factories.many import many_findings
from tests.factories.pages import FindingPageFactory

from .addresses import body

pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning")

#: At most so many questions; a good dozen of the explorer’s are its filters, buttons and menus.
BUDGETS = {
    "/admin/pages/": 48,
    "/admin/pages/{city}/": 48,
    "/admin/pages/{city}/?p=3": 48,
    "/admin/pages/{city}/?ordering=title": 48,
    "/admin/pages/{city}/?q=Lawyers": 48,
    "/admin/pages/{city}/results/?q=Lawyers": 48,
    "/admin/pages/search/?q=Lawyers": 48,
    "/admin/choose-page/": 30,
    "/admin/choose-page/{city}/": 30,
    "/admin/choose-page/search/?q=Lawyers": 30,
    "/admin/images/": 30,
    "/admin/images/chooser/": 30,
    "/admin/documents/": 30,
    "/admin/documents/chooser/": 30,
}


@pytest.fixture
def city(client, cast, home):
    """Pittsburgh in English, its editor signed in."""
    client.force_login(cast.pittsburgh_editor)
    return home.pittsburgh["en"]


class ExplorerBudgetTests:
    def test_lists_keep_within_their_budget_and_ask_no_more_as_a_group_grows(
        self, client, city, home
    ):
        for profile in home.pittsburgh.values():
            find_by_words(many_findings(profile, 300))
        files_of(home.pittsburgh_group, 12)
        small = questions(client, city)
        many_findings(city, 2700)
        files_of(home.pittsburgh_group, 12)
        large = questions(client, city)

        assert {name: small[name] for name, most in BUDGETS.items() if small[name] > most} == {}
        assert large == small

    def test_a_list_stays_as_heavy_whatever_it_is_ordered_by(self, client, city):
        many_findings(city, MOST_TO_ORDER + 50)
        address = f"/admin/pages/{city.pk}/"

        by_hand = client.get(f"{address}?ordering=ord")

        assert len(body(by_hand)) < 1.1 * len(body(client.get(address)))
        assert f"More than {MOST_TO_ORDER} pages" in body(by_hand)
        assert len(by_hand.context["object_list"]) == 50

    def test_a_short_list_is_put_in_order_by_hand(self, client, city):
        FindingPageFactory(parent=city)

        answer = client.get(f"/admin/pages/{city.pk}/?ordering=ord")

        assert answer.context["ordering"] == "ord"
        assert "cannot be put in order" not in body(answer)


def find_by_words(pages):
    """Enough for a whole screen of found pages."""
    get_search_backend().add_bulk(Page, pages[:60])


def files_of(group, number):
    for factory in (ImageFactory, DocumentFactory):
        factory.create_batch(number, collection=group.collection)


def questions(client, city):
    """How many questions each address asks of the database, with nothing kept from earlier."""
    asked = {}
    for address in BUDGETS:
        there = address.format(city=city.pk)
        client.get(there)  # cuts the thumbnails, once for good
        cache.clear()
        with CaptureQueriesContext(connection) as queries:
            assert client.get(there).status_code == 200, address
        asked[address] = len(queries)
    return asked
