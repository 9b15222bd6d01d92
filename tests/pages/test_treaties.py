"""The treaties as a reader meets them: plain words, who is bound, and what rests on them here."""

import pytest
from django.core.management import call_command

from campaigns.treaties.models import RightsTag, Treaty
from pages.record import record
from tests.factories.pages import FindingPageFactory, TestimonyStoryPageFactory

LANGUAGES = ["en", "es", "fr", "ar", "ru", "zh-hans"]


@pytest.fixture
def treaties(home):
    call_command("load_treaties", verbosity=0)
    return home


def finding_on(home, language, slug, title, city="pittsburgh"):
    page = FindingPageFactory(parent=getattr(home, city)[language], title=title)
    page.rights.add(RightsTag.objects.get(slug=slug))
    page.save()
    record(page)
    return page


def titles(answer):
    return [entry.title for entry in answer.context["found"].page.object_list]


class TreatyIndexTests:
    def test_it_lists_every_instrument_with_its_status_and_what_rests_on_it(self, client, treaties):
        finding_on(treaties, "en", "icerd-5", "Judges decide")
        html = client.get("/en/treaties/").content.decode()
        for slug, name in Treaty.objects.values_list("slug", "abbreviation"):
            assert f'href="/en/treaties/{slug}/"' in html
            assert name in html
        assert "US signed, not ratified" in html
        assert "1 page rests on it" in html


class TreatyPageTests:
    def test_it_says_in_every_language_what_it_is_and_who_is_bound(self, client, treaties):
        for language in LANGUAGES:
            answer = client.get(f"/{language}/treaties/icescr/")
            html = answer.content.decode()
            words = answer.context["entry"]
            assert answer.status_code == 200
            assert words.label.lang == words.plain.lang == language
            assert str(words.label) in html
            assert answer.context["right"].status_sentence in html
            assert f'href="/{language}/treaties/icescr/11/"' in html
            assert words.treaty.url in html

    def test_it_gathers_what_rests_on_it_or_on_one_of_its_articles(self, client, treaties):
        finding_on(treaties, "en", "icescr", "On all of it")
        finding_on(treaties, "en", "icescr-11", "On housing")
        finding_on(treaties, "en", "icerd-5", "On another")
        finding_on(treaties, "es", "icescr-11", "Sobre vivienda")
        assert set(titles(client.get("/en/treaties/icescr/"))) == {"On all of it", "On housing"}
        assert titles(client.get("/en/treaties/icescr/11/")) == ["On housing"]
        assert titles(client.get("/es/treaties/icescr/11/")) == ["Sobre vivienda"]

    def test_it_can_be_narrowed_by_city_and_type(self, client, treaties):
        finding_on(treaties, "en", "icescr-11", "Here")
        finding_on(treaties, "en", "icescr-11", "There", city="washington")
        story = TestimonyStoryPageFactory(parent=treaties.pittsburgh["en"], title="Told here")
        story.rights.add(RightsTag.objects.get(slug="icescr-11"))
        story.save()
        record(story)
        address = "/en/treaties/icescr/?type=finding&city=pittsburgh"
        assert titles(client.get(address)) == ["Here"]
        html = client.get(address).content.decode()
        assert '<meta name="robots" content="noindex' in html

    def test_the_switcher_offers_every_language(self, client, treaties):
        for path in ["treaties/", "treaties/icescr/", "treaties/icescr/11/"]:
            html = client.get(f"/en/{path}").content.decode()
            for language in LANGUAGES[1:]:
                assert f'href="/{language}/{path}"' in html

    def test_an_article_leads_to_the_ones_beside_it_and_to_its_treaty(self, client, treaties):
        html = client.get("/en/treaties/icescr/11/").content.decode()
        for number in ["10/", "12/", ""]:
            assert f'href="/en/treaties/icescr/{number}"' in html

    def test_what_does_not_exist_is_said_in_the_readers_language(self, client, treaties):
        for tail in ["treaties/nothing/", "treaties/icescr/999/", "treaties/nothing/1/"]:
            answer = client.get(f"/ar/{tail}")
            assert answer.status_code == 404
            assert '<html lang="ar" dir="rtl">' in answer.content.decode()

    def test_a_treaty_that_nothing_rests_on_says_so(self, client, treaties):
        html = client.get("/en/treaties/crpd/").content.decode()
        assert "Nothing in this language rests on it yet." in html
