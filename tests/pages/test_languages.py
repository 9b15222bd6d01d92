"""What a reader is told about languages is true."""

import re
from datetime import timedelta
from xml.etree import ElementTree

import pytest
from django.utils import timezone
from wagtail.models import Locale, PageViewRestriction

from pages import sitemap
from pages.languages import best_language, tongue
from pages.models import Entry, TranslationMade
from pages.record import record
from tests.factories.pages import FindingPageFactory, TestimonyStoryPageFactory, publish, translate


@pytest.fixture
def finding(home):
    """A finding in English and Spanish; French has a draft, Arabic an alias, Russian nothing."""
    finding = FindingPageFactory(parent=home.pittsburgh["en"], slug="lawyers", title="No lawyer")
    translate(finding, "es", title="Sin abogado")
    translate(finding, "fr", title="Sans avocat", live=False)
    arabic = Locale.objects.get(language_code="ar")
    finding.copy_for_translation(arabic, alias=True)
    return finding


ADDRESS = "/{}/cities/pittsburgh/lawyers/"


def alternates(html):
    return dict(re.findall(r'<link rel="alternate" hreflang="([\w-]+)" href="([^"]+)"', html))


def switcher(html):
    return set(re.findall(r'hreflang="([\w-]+)" rel="alternate"', html))


class HonestAddressTests:
    def test_a_page_answers_in_its_own_language_and_direction(self, client, finding):
        page = client.get(ADDRESS.format("es")).content.decode()

        assert '<html lang="es" dir="ltr">' in page
        assert "Sin abogado" in page

    def test_a_draft_and_an_alias_are_not_there_and_never_in_english(self, client, finding):
        for language in ("fr", "ar", "ru"):
            answer = client.get(ADDRESS.format(language))

            assert answer.status_code == 404
            assert f'<html lang="{language}"' in answer.content.decode()
            assert "Sans avocat" not in answer.content.decode()

    def test_a_missing_page_names_what_exists_with_its_language(self, client, finding):
        page = client.get(ADDRESS.format("ar")).content.decode()

        assert '<html lang="ar" dir="rtl">' in page
        assert re.search(
            r'href="/en/cities/pittsburgh/lawyers/"[^>]*lang="en"[^>]*>No lawyer', page
        )
        assert re.search(
            r'href="/es/cities/pittsburgh/lawyers/"[^>]*lang="es"[^>]*>Sin abogado', page
        )
        assert "Sans avocat" not in page

    def test_a_missing_page_leads_to_the_nearest_page_in_the_language(self, client, finding):
        answer = client.get(ADDRESS.format("ar"))

        assert answer.context["nearest"].url == "/ar/cities/pittsburgh/"

    def test_a_title_from_elsewhere_carries_its_own_language_and_direction(self, client, home):
        arabic = FindingPageFactory(parent=home.pittsburgh["ar"], slug="only", title="بلا محام")

        page = client.get("/en/cities/pittsburgh/only/").content.decode()

        link = re.search(rf'<p class="title"><a href="{arabic.entry.url}"[^>]*>', page).group()
        assert 'lang="ar"' in link
        assert 'dir="rtl"' in link

    def test_the_switcher_of_a_missing_page_says_where_it_can_be_read(self, client, finding):
        page = client.get(ADDRESS.format("ru")).content.decode()
        nav = page.partition('<nav class="editions"')[2].partition("</nav>")[0]
        leads = {
            found[1]: 'class="first"' in found[2] and "rel=" not in found[2]
            for found in re.finditer(r'<a href="([^"]+)"(.*?)</li>', nav)
        }

        assert alternates(page) == {}
        assert {address for address, is_front in leads.items() if not is_front} == {
            ADDRESS.format("en"),
            ADDRESS.format("es"),
        }
        assert {address for address, is_front in leads.items() if is_front} == {
            "/fr/",
            "/ar/",
            "/zh-hans/",
        }

    def test_where_nothing_is_at_all_every_language_has_its_front_door(self, client, finding):
        page = client.get("/ru/nowhere/at/all/").content.decode()

        assert 'href="/es/" lang="es"' in page
        assert (
            'class="first"' not in page.partition('<nav class="editions"')[2].partition("</nav>")[0]
        )


class NamedLanguagesTests:
    def test_only_real_translations_are_named(self, client, finding):
        page = client.get(ADDRESS.format("en")).content.decode()

        assert set(alternates(page)) == {"en", "es", "x-default"}
        assert switcher(page) == {"es"}

    def test_canonical_and_default_are_full_addresses(self, client, finding, settings):
        page = client.get(ADDRESS.format("es")).content.decode()

        here = settings.SITE_URL + ADDRESS.format("es")
        assert f'<link rel="canonical" href="{here}">' in page
        assert alternates(page)["x-default"] == settings.SITE_URL + ADDRESS.format("en")

    def test_a_withdrawn_translation_is_named_no_more(self, client, finding):
        spanish = finding.get_translations().get(locale__language_code="es")
        spanish.unpublish()

        page = client.get(ADDRESS.format("en")).content.decode()

        assert "es" not in alternates(page)
        assert "es" not in switcher(page)

    def test_a_restriction_on_the_original_hides_its_translations(self, client, finding):
        PageViewRestriction.objects.create(page=finding, restriction_type="login")

        assert client.get(ADDRESS.format("es")).status_code == 404
        assert "/lawyers/" not in client.get("/sitemap.xml").content.decode()

    def test_languages_are_named_in_one_query(self, client, finding, django_assert_num_queries):
        from django.test import RequestFactory
        from django.utils import translation

        from pages.languages import reading_languages

        request = RequestFactory().get(ADDRESS.format("es"))
        request.entry_here = Entry.objects.get(language="es", tail__endswith="lawyers/")
        with translation.override("es"), django_assert_num_queries(1):
            context = reading_languages(request)
            assert [edition.code for edition in context["page_languages"]()] == ["en", "es"]
            assert context["alternates"]().default.endswith(ADDRESS.format("en"))
            assert context["translation_note"]().from_language == "en"


class TranslationNoteTests:
    def read(self, client, language="es"):
        answer = client.get(ADDRESS.format(language))
        note = answer.context["translation_note"]
        return note() if callable(note) else note, answer.content.decode()

    def test_an_original_has_no_note(self, client, finding):
        note, page = self.read(client, "en")

        assert note is None
        assert "translation-note" not in page

    def test_a_fresh_translation_leads_to_its_original(self, client, finding):
        note, page = self.read(client)

        assert note.original_url == ADDRESS.format("en")
        assert note.made == TranslationMade.PEOPLE
        assert not note.is_behind
        assert f'href="{ADDRESS.format("en")}"' in page

    def test_readers_see_when_the_original_changed_since(self, client, finding):
        finding.title = "Nobody has a lawyer"
        publish(finding)

        note, _page = self.read(client)

        assert note.is_behind
        assert timezone.now() - note.original_changed_on < timedelta(minutes=1)

    def test_a_small_correction_is_nothing_to_tell(self, client, finding):
        finding.title = "No lawyer."
        finding.is_small_correction = True
        publish(finding)

        note, _page = self.read(client)

        assert not note.is_behind

    def test_a_machine_is_named(self, client, finding):
        spanish = finding.get_translations().get(locale__language_code="es").specific
        spanish.translation_made = TranslationMade.MACHINE
        publish(spanish)

        note, _page = self.read(client)

        assert note.made == "machine"


class FrontDoorTests:
    @pytest.mark.parametrize(
        ("asked_for", "led_to"),
        [
            ("es-MX,es;q=0.9,en;q=0.8", "/es/"),
            ("de,ru;q=0.7,en;q=0.3", "/ru/"),
            ("zh-CN,zh;q=0.9", "/zh-hans/"),
            ("zh-TW,en;q=0.5", "/en/"),
            ("zh-TW", "/zh-hans/"),
            ("", "/en/"),
            ("*", "/en/"),
            ("rubbish;;;q=x", "/en/"),
        ],
    )
    def test_it_opens_in_the_language_of_the_browser(self, client, home, asked_for, led_to):
        answer = client.get("/", headers={"accept-language": asked_for})

        assert answer.status_code == 302
        assert answer["Location"] == led_to

    def test_it_remembers_nothing(self, client, home):
        answer = client.get("/", headers={"accept-language": "es"})

        assert not answer.cookies
        assert "Accept-Language" in answer["Vary"]
        assert "no-store" in answer["Cache-Control"]

    def test_it_leads_to_no_language_without_a_front_door(self, client, home):
        home.homes["es"].unpublish()

        answer = client.get("/", headers={"accept-language": "es,fr;q=0.5"})

        assert answer["Location"] == "/fr/"

    def test_a_quality_of_zero_means_never(self):
        assert best_language("es;q=0,fr", ["es", "fr"]) == "fr"


class SitemapTests:
    def locations(self, client, path="/sitemap.xml"):
        tree = ElementTree.fromstring(client.get(path).content)
        return [node.text for node in tree.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]

    def test_it_lists_every_language_that_may_be_seen(self, client, finding, settings):
        found = self.locations(client)

        assert settings.SITE_URL + ADDRESS.format("en") in found
        assert settings.SITE_URL + ADDRESS.format("es") in found
        for language in ("fr", "ar", "ru"):
            assert settings.SITE_URL + ADDRESS.format(language) not in found

    def test_it_names_the_translations_of_each_page(self, client, finding, settings):
        xml = client.get("/sitemap.xml").content.decode()

        spanish = settings.SITE_URL + ADDRESS.format("es")
        assert f'hreflang="es" href="{spanish}"' in xml

    def test_a_story_leaves_it_with_its_consent(self, client, home):
        story = TestimonyStoryPageFactory(parent=home.pittsburgh["en"], slug="heat")
        translate(story, "es")
        assert "/heat/" in client.get("/sitemap.xml").content.decode()

        consent = story.testimony.consent
        consent.withdrawn_on = timezone.now()
        consent.save()

        assert "/heat/" not in client.get("/sitemap.xml").content.decode()

    def test_its_queries_do_not_grow(self, client, finding, django_assert_max_num_queries):
        with django_assert_max_num_queries(6):
            client.get("/sitemap.xml")

    def test_a_large_site_has_an_index_of_files(self, client, finding, monkeypatch, settings):
        monkeypatch.setattr(sitemap, "PAGES_A_FILE", 10)
        total = Entry.objects.visible().count()

        files = self.locations(client)
        pages = [
            address
            for number in range(1, len(files) + 1)
            for address in self.locations(client, f"/sitemap-{number}.xml")
            if "/treaties/" not in address
        ]

        assert files[0] == f"{settings.SITE_URL}/sitemap-1.xml"
        assert len(files) == -(-total // 10)
        assert len(set(pages)) == total
        assert client.get(f"/sitemap-{len(files) + 1}.xml").status_code == 404


class FurtherLanguagesTests:
    def test_any_language_has_a_name_and_a_direction(self):
        assert tongue("ar").direction == "rtl"
        assert tongue("zh-hans").name == "简体中文"
        assert tongue("ht").direction == "ltr"
        assert tongue("ps").direction == "rtl"


def test_an_original_is_what_was_written_first(home):
    spanish = FindingPageFactory(parent=home.pittsburgh["es"], title="Escrito en español")
    english = translate(spanish, "en", title="Written in Spanish")

    assert record(spanish).is_original
    assert not record(english).is_original
    assert english.written_in == "es"
