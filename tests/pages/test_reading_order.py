"""What stands where on a page, and how often the same thing is said."""

import pytest
from django.core.management import call_command

from campaigns.treaties.models import RightsTag
from pages.models import FindingStatus
from pages.record import record
from tests.factories.pages import (
    FindingPageFactory,
    MediaKitPageFactory,
    NewsroomPageFactory,
    OutcomeExplainerPageFactory,
    TestimonyStoryPageFactory,
)

pytestmark = pytest.mark.django_db


def read(client, path):
    answer = client.get(path)
    assert answer.status_code == 200, path
    return answer.content.decode()


class CityOrderTests:
    @pytest.fixture
    def city(self, home):
        page = home.pittsburgh["en"]
        page.facts = [("figure", {"value": "9", "label": "courts", "source": "County"})]
        page.body = [("paragraph", {"words": "<p>A long history.</p>"})]
        page.mechanisms = [("mechanism", {"name": "Board", "legal_basis": "x", "powers": "y"})]
        page.officials = [
            ("official", {"office": office, "powers": "", "url": "https://example.org/"})
            for office in ["Mayor", "Council"]
        ]
        page.save()
        record(page)
        TestimonyStoryPageFactory(parent=page)
        FindingPageFactory(parent=page)
        OutcomeExplainerPageFactory(parent=page)
        return page

    def test_voices_and_findings_lead_and_the_history_waits(self, client, city):
        html = read(client, "/en/cities/pittsburgh/")
        places = [f'id="{name}"' for name in ["voices", "findings", "officials"]]
        places += ["A long history."]
        places += [f'id="{name}"' for name in ["un", "figures", "where-to-turn", "press"]]

        assert sorted(places, key=html.index) == places

    def test_two_links_of_the_same_words_say_whom_they_lead_to(self, client, city):
        html = read(client, "/en/cities/pittsburgh/")

        assert 'Write to this office<span class="away">: Mayor</span></a>' in html
        assert 'Write to this office<span class="away">: Council</span></a>' in html

    def test_more_than_two_stories_lead_on_to_all_of_the_city(self, client, city):
        link = 'href="/en/stories/?city=pittsburgh"'
        assert link not in read(client, "/en/cities/pittsburgh/")
        for _number in range(2):
            TestimonyStoryPageFactory(parent=city)
        assert link in read(client, "/en/cities/pittsburgh/")


class FindingTests:
    def test_a_list_says_each_us_status_once_a_line(self, client, home):
        call_command("load_treaties", verbosity=0)
        page = FindingPageFactory(parent=home.pittsburgh["en"])
        slugs = ["icescr-11", "icerd-5", "icescr-12"]
        page.rights.add(*RightsTag.objects.filter(slug__in=slugs))
        page.save()
        record(page)
        html = read(client, "/en/findings/")

        assert html.count("US signed, not ratified</span>") == 1
        assert html.count("US is a party, with reservations</span>") == 1
        assert html.count('class="docket"') == 3

    def test_a_phone_reads_the_status_above_the_headline(self, client, home):
        FindingPageFactory(
            parent=home.pittsburgh["en"], slug="one", status=FindingStatus.PROMISED, title="Alone"
        )
        html = read(client, "/en/cities/pittsburgh/one/")

        mark = '<strong class="where-narrow">Promised: a body said it will act</strong>'
        assert html.index(mark) < html.index("Alone</h1>")


class MediaKitTests:
    def test_the_contact_stands_before_the_download(self, client, home):
        contacts = [("contact", {"name": "Press desk", "email": "press@example.org"})]
        room = NewsroomPageFactory(parent=home.pittsburgh["en"], contacts=contacts)
        MediaKitPageFactory(parent=room, slug="kit")
        html = read(client, "/en/cities/pittsburgh/press/kit/")

        assert html.index("Press desk") < html.index("Download the whole kit")
