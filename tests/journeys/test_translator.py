"""A translator turns a finding into Spanish; a reviewer publishes it."""

from playwright.sync_api import expect

from .editor import approve, choose_right, page_id, send_for_approval, write_block
from .translator import approve_translation, open_draft, send_translation, sentence, write

ENGLISH = "Trucks idle beside the playground"
TAIL = "cities/pittsburgh/trucks-idle-beside-the-playground/"
SPANISH = {
    ENGLISH: "Camiones en marcha junto al patio de juegos",
    "Children breathe it.": "Los niños lo respiran.",
}


def write_finding(page, site):
    page.goto(
        f"{site.url}/admin/pages/add/pages/findingpage/{page_id(site, 'cities/pittsburgh/')}/"
    )
    page.fill("#id_title", ENGLISH)
    page.select_option("#id_kind", "problem")
    write_block(page, "body", "Text", "Children breathe it.")
    choose_right(page, "CRC 24")
    return send_for_approval(page)


def translate_sentences(page):
    """Write the Spanish of each sentence; the keyboard saves it and goes on."""
    for words, spanish in SPANISH.items():
        write(sentence(page, words), spanish)


def lose_the_network(page, words):
    """What cannot be sent stays in its field, and the page says so."""
    page.route("**/translating/texts/**", lambda route: route.abort())
    sentence(page, words).locator("textarea").fill("Sin red")
    page.keyboard.press("Control+Enter")
    expect(sentence(page, words).locator("[data-state]")).to_have_text("Not saved, try again.")
    expect(sentence(page, words).locator("textarea")).to_have_value("Sin red")
    page.unroute("**/translating/texts/**")


class TranslatorTests:
    def test_nothing_is_public_before_the_reviewer_publishes(self, page, demo_site, sign_in, axe):
        sign_in("pittsburgh-editor")
        finding = write_finding(page, demo_site)
        page.context.clear_cookies()
        sign_in("pittsburgh-reviewer")
        approve(page, demo_site, finding)
        page.context.clear_cookies()

        sign_in("translator-es")
        source = page_id(demo_site, TAIL)
        page.goto(f"{demo_site.url}/admin/translating/{source}/?select_locale=es")
        page.locator("main form [type=submit]").last.click()
        open_draft(page)
        translation = page.url
        assert axe(page, within=".bench") == []
        lose_the_network(page, ENGLISH)
        translate_sentences(page)
        send_translation(page)
        assert page.get_by_role("button", name="publish").count() == 0
        page.context.clear_cookies()
        assert page.request.get(f"{demo_site.url}/es/{TAIL}").status == 404

        sign_in("pittsburgh-editor")
        approve_translation(page, translation)
        page.context.clear_cookies()

        page.goto(f"{demo_site.url}/es/{TAIL}")
        expect(page.locator("html")).to_have_attribute("lang", "es")
        for words in SPANISH.values():
            expect(page.locator("main")).to_contain_text(words)
        page.goto(f"{demo_site.url}/en/{TAIL}")
        assert page.locator("header a[hreflang=es]").count()
