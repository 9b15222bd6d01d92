"""A new administrator starts a city; ten minutes later its first page is read in two languages."""

import time

from playwright.sync_api import expect

from .translator import write

MINUTE = 60
EDITOR = "first-editor@example.org"
PASSWORD = "rivers and seven bridges"
SUMMARY = {
    "en": "Three rivers meet here, and rents doubled in ten years.",
    "es": "Aquí se unen tres ríos, y en diez años los alquileres se duplicaron.",
}


def fill_in_the_form(page, site):
    page.goto(f"{site.url}/admin/")
    page.get_by_role("link", name="Start a city").first.click()
    for name, value in {
        "name": "Riverton",
        "slug": "riverton",
        "state": "Wyoming",
        "state_code": "WY",
        "group": "Riverton Listens",
        "email": "riverton@example.org",
        "people-0-email": EDITOR,
    }.items():
        page.fill(f"[name={name}]", value)
    page.check("[name=languages][value=es]")
    page.get_by_role("button", name="Start this city").click()
    page.get_by_text("Riverton is started.").wait_for()


def accept(page, link):
    """The editor’s first minute: a password, then the admin."""
    page.context.clear_cookies()
    page.goto(link)
    for field in page.locator("input[type=password]").all():
        field.fill(PASSWORD)
    page.get_by_role("button", name="Take this password").click()
    page.get_by_role("link", name="Sign in").click()
    page.fill("input[name=login]", EDITOR)
    page.fill("input[name=password]", PASSWORD)
    page.click("button[type=submit]:not([form])")
    page.get_by_text("First testimony").first.wait_for()  # the checklist of a new group


def publish_english(page, address):
    page.goto(address)
    page.fill("#id_summary", SUMMARY["en"])
    page.get_by_role("button", name="More actions").click()
    page.get_by_role("button", name="Publish").click()
    page.get_by_text("published.").first.wait_for()


def publish_spanish(page, address):
    """What the template says is Spanish already; the sentence that the editor changed is older."""
    page.goto(address)
    older = page.locator("[data-sentence]", has=page.get_by_label("Summary in español"))
    expect(older).to_contain_text("Older than the original")
    write(older, SUMMARY["es"])
    with page.expect_navigation():
        page.get_by_role("button", name="Publish", exact=True).click()


class StartCityTests:
    def test_a_city_runs_in_ten_minutes(self, page, demo_site, sign_in):
        began = time.monotonic()
        sign_in("admin")
        fill_in_the_form(page, demo_site)
        profiles = {
            code: page.locator(f"table a[lang={code}][href*='/edit/']").first.get_attribute("href")
            for code in SUMMARY
        }
        link = page.locator("input[readonly][value*=welcome]").input_value()

        accept(page, link)
        publish_english(page, f"{demo_site.url}{profiles['en']}")
        publish_spanish(page, f"{demo_site.url}{profiles['es']}")
        page.context.clear_cookies()

        for code, summary in SUMMARY.items():
            page.goto(f"{demo_site.url}/{code}/cities/riverton/")
            expect(page.locator("html")).to_have_attribute("lang", code)
            expect(page.locator("main")).to_contain_text(summary)
        assert time.monotonic() - began < 10 * MINUTE
