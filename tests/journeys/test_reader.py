"""A reader: in any language, without scripts, without being followed."""

import pytest
from playwright.sync_api import expect

#: One address of each type of page that the demo has in English and in Arabic.
BOTH = [
    "",
    "cities/",
    "cities/pittsburgh/",
    "cities/pittsburgh/the-shoebox/",
    "cities/pittsburgh/eviction-court-alone/",
    "cities/pittsburgh/press/",
    "cities/pittsburgh/press/pittsburgh-kit/",
    "cities/pittsburgh/press/a-lawyer-in-every-eviction-court/",
    "un/",
    "un/united-states-2020/",
    "press/",
    "about/",
    "findings/",
    "stories/",
    "treaties/",
    "treaties/icescr/",
    "treaties/icescr/11/",
    "search/?q=11",
]
#: Pages that exist in English and Spanish only, and what says that something is missing.
ENGLISH_ONLY = [
    "cities/pittsburgh/bring-your-paper/",
    "how-to-collect-testimony/",
    "not/here/",
]
WITHOUT_SCRIPTS = [
    "en/",
    "en/cities/pittsburgh/the-shoebox/",
    "en/cities/pittsburgh/eviction-court-alone/",
    "en/search/?q=eviction",
]


def language_of(page):
    root = page.locator("html")
    return root.get_attribute("lang"), root.get_attribute("dir")


class LanguageTests:
    @pytest.mark.parametrize("tail", BOTH)
    def test_a_reader_switches_to_arabic_and_back(self, page, demo_site, tail):
        page.goto(f"{demo_site.url}/en/{tail}")
        arabic = page.locator("header a[hreflang=ar]").first
        page.goto(demo_site.url + arabic.get_attribute("href").replace(demo_site.url, ""))
        assert language_of(page) == ("ar", "rtl")
        assert page.url.removeprefix(demo_site.url).startswith("/ar/")

        english = page.locator("header a[hreflang=en]").first
        page.goto(demo_site.url + english.get_attribute("href").replace(demo_site.url, ""))
        assert language_of(page) == ("en", "ltr")

    def test_a_page_that_is_not_in_arabic_says_so_in_arabic(self, page, demo_site):
        answer = page.goto(f"{demo_site.url}/ar/how-to-collect-testimony/")

        assert answer.status == 404
        assert language_of(page) == ("ar", "rtl")
        expect(page.locator("main a[hreflang=en]").first).to_be_visible()

    def test_the_front_door_chooses_by_the_browser_and_remembers_nothing(self, browser, demo_site):
        context = browser.new_context(locale="es-MX")
        page = context.new_page()
        page.goto(f"{demo_site.url}/")

        assert page.url == f"{demo_site.url}/es/"
        assert context.cookies() == []
        context.close()


class PrivacyTests:
    def test_no_cookie_no_other_host_and_no_breach_of_the_policy(self, browser, demo_site):
        context = browser.new_context()
        page = context.new_page()
        elsewhere, complaints = [], []
        page.on(
            "request",
            lambda request: request.url.startswith(demo_site.url) or elsewhere.append(request.url),
        )
        page.on(
            "console", lambda message: message.type == "error" and complaints.append(message.text)
        )
        for tail in BOTH:
            page.goto(f"{demo_site.url}/en/{tail}")

        assert context.cookies() == []
        assert elsewhere == []
        assert complaints == []
        context.close()

    @pytest.mark.parametrize("address", WITHOUT_SCRIPTS)
    def test_it_reads_without_scripts(self, browser, demo_site, address):
        context = browser.new_context(java_script_enabled=False)
        page = context.new_page()
        answer = page.goto(f"{demo_site.url}/{address}")

        assert answer.status == 200
        expect(page.locator("main h1").first).to_be_visible()
        assert page.locator("main a[href]").filter(visible=True).count()
        context.close()


class AccessTests:
    @pytest.mark.parametrize("scheme", ["light", "dark"])
    @pytest.mark.parametrize("language", ["en", "ar"])
    def test_axe_finds_nothing_on_any_page(self, browser, demo_site, axe, language, scheme):
        context = browser.new_context(color_scheme=scheme, viewport={"width": 1280, "height": 900})
        page = context.new_page()
        found = {}
        for tail in BOTH + ENGLISH_ONLY:
            page.goto(f"{demo_site.url}/{language}/{tail}")
            if violations := axe(page):
                found[tail] = violations
        context.close()

        assert found == {}

    def test_axe_finds_nothing_on_a_phone(self, browser, demo_site, axe):
        context = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True)
        page = context.new_page()
        found = {}
        for tail in ("", "cities/pittsburgh/", "cities/pittsburgh/the-shoebox/"):
            page.goto(f"{demo_site.url}/en/{tail}")
            width = page.evaluate("document.documentElement.scrollWidth")
            if violations := axe(page) + ([f"{width} px wide"] if width > 360 else []):
                found[tail] = violations
        context.close()

        assert found == {}
