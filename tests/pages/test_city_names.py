"""A city is called what the reader's own language calls it, where its profile says so."""

import pytest

from pages.record import record
from tests.factories.pages import FindingPageFactory

pytestmark = pytest.mark.django_db

NAME = "بيتسبرغ"


@pytest.fixture
def finding(home):
    profile = home.pittsburgh["ar"]
    profile.title = NAME
    profile.save()
    record(profile)
    return FindingPageFactory(parent=profile, title="معظم المستأجرين يقفون وحدهم", slug="alone")


class CityNameTests:
    def test_a_list_names_the_city_as_its_profile_does(self, client, finding):
        assert f"<bdi>{NAME}</bdi>" in client.get("/ar/findings/").content.decode()

    def test_a_finding_leads_back_to_the_city_by_that_name(self, client, finding):
        html = client.get("/ar/cities/pittsburgh/alone/").content.decode()
        assert f'<a href="/ar/cities/pittsburgh/"><bdi>{NAME}</bdi></a>' in html

    def test_another_language_keeps_its_own_name(self, client, home, finding):
        FindingPageFactory(parent=home.pittsburgh["en"], title="Alone in court")
        html = client.get("/en/findings/").content.decode()
        assert NAME not in html.replace(f'title="{NAME}"', "")
        assert f"<bdi>{home.pittsburgh['en'].title}</bdi>" in html
