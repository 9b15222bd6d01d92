"""What the script of the bench does, and only a browser shows."""

import pytest
from playwright.sync_api import expect

from .editor import choose_right, page_id, write_block
from .translator import sentence, write

EVENT = "Draw us a map: a workshop with pencils"
PHONE = {"width": 360, "height": 740}


@pytest.fixture
def bench(page, demo_site, sign_in):
    """The demo’s event on the bench of its Spanish translator."""
    sign_in("translator-es")
    page.get_by_role("link", name="My translations").first.click()
    way = page.locator("article", has_text=EVENT).get_by_role("link", name="Translate")
    for _second in range(60):  # the worker of the demo makes the draft after it has started
        if way.count():
            break
        page.wait_for_timeout(1000)
        page.reload()
    way.click()
    page.wait_for_url("**/edit/**")
    return page


def to_do(page):
    return int(page.locator("[data-count=todo]").inner_text())


def test_the_filters_count_what_was_just_saved(bench):
    before = to_do(bench)

    write(sentence(bench, "tracing paper"), "Pusimos papel sobre el mapa de 2023.")

    expect(bench.locator("[data-count=todo]")).to_have_text(str(before - 1))


def test_what_was_said_of_older_words_goes_with_the_first_key(bench):
    line = sentence(bench, "surveyor")
    field = line.locator("textarea")
    field.fill("x" * 400)
    bench.keyboard.press("Control+Enter")
    expect(line.locator(".bench-error")).to_contain_text("400 characters long")

    field.press("y")
    expect(line.locator(".bench-error")).to_have_count(0)

    bench.route("**/translating/texts/**", lambda route: route.abort())
    bench.keyboard.press("Control+Enter")
    expect(line.locator("[data-state]")).to_have_text("Not saved, try again.")
    bench.unroute("**/translating/texts/**")
    bench.keyboard.press("Control+Enter")
    expect(line.locator(".bench-error")).to_contain_text("401 characters long")
    expect(line.locator("[data-state]")).to_be_empty()


def test_warnings_stand_beside_the_button_as_soon_as_there_are_any(bench):
    write(sentence(bench, "dogs welcome"), "Sin escalones")

    told = bench.locator(".writers-footer .bench-warnings")
    told.locator("summary").click()
    told.get_by_role("link").last.click()
    expect(sentence(bench, "dogs welcome")).to_be_in_viewport()


def test_on_a_phone_the_ways_on_are_on_the_first_screen(bench):
    bench.set_viewport_size(PHONE)
    bench.reload()

    expect(bench.locator(".writers-footer").get_by_role("link", name="Preview")).to_be_in_viewport()


def test_words_typed_into_rich_text_are_sent_at_once(page, demo_site, sign_in):
    sign_in("pittsburgh-editor")
    city = page_id(demo_site, "cities/pittsburgh/")
    page.goto(f"{demo_site.url}/admin/pages/add/pages/findingpage/{city}/")
    page.fill("#id_title", "The last words count")
    page.select_option("#id_kind", "problem")
    choose_right(page, "CRC 24")
    write_block(page, "body", "Text", "Nobody waits for these words.")
    page.evaluate("document.querySelector('[name=action-submit]').click()")

    page.get_by_text("submitted for moderation").first.wait_for()
    page.locator(".messages a[href*='/edit/']").first.click()
    expect(page.locator("[data-contentpath='body']")).to_contain_text("Nobody waits")
