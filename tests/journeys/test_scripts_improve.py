"""Scripts only improve: each page reads without them, and each script does one small thing well."""

import pytest

PHONE = {"width": 360, "height": 740}
STORY = "/en/cities/washington-dc/the-telephone-on-the-counter/"
TRANSLATION, ORIGINAL = "[data-side=translation]", "[data-side=original]"


@pytest.fixture
def phone(browser, demo_site):
    """phone(path) opens a page of the demo on a phone; phone(path, scripts=False) without scripts."""
    contexts = []

    def open_page(path, scripts=True):
        contexts.append(browser.new_context(viewport=PHONE, java_script_enabled=scripts))
        page = contexts[-1].new_page()
        page.goto(demo_site.url + path)
        return page

    yield open_page
    for context in contexts:
        context.close()


def shown(page, selector):
    return page.locator(selector).first.is_visible()


def test_both_languages_of_a_story_stand_there_without_scripts(phone):
    page = phone(STORY, scripts=False)
    assert shown(page, TRANSLATION)
    assert shown(page, ORIGINAL)


def test_on_a_phone_a_reader_switches_between_them(phone):
    page = phone(STORY)
    assert shown(page, TRANSLATION)
    assert not shown(page, ORIGINAL)
    page.click("[data-shows=original]")
    assert shown(page, ORIGINAL)
    assert not shown(page, TRANSLATION)
    assert page.locator(ORIGINAL).first.get_attribute("lang") == "ar"


def test_leaving_quickly_leaves_no_story_to_go_back_to(phone, demo_site):
    page = phone("/en/")
    page.goto(demo_site.url + STORY)
    way_out = page.locator("[data-quick-exit]").get_attribute("href")
    page.route(way_out, lambda route: route.fulfill(body="Sunny", content_type="text/plain"))
    page.click("[data-quick-exit]")
    page.wait_for_url(way_out)
    page.go_back()
    assert page.url == f"{demo_site.url}/en/"


def test_three_escapes_leave_too(phone):
    page = phone(STORY)
    way_out = page.locator("[data-quick-exit]").get_attribute("href")
    page.route(way_out, lambda route: route.fulfill(body="Sunny", content_type="text/plain"))
    for _press in range(3):
        page.keyboard.press("Escape")
    page.wait_for_url(way_out)


@pytest.mark.parametrize("scripts", [True, False])
def test_the_menu_of_a_phone_opens_with_and_without_scripts(phone, scripts):
    page = phone("/en/", scripts=scripts)
    link = page.locator("#site-nav a").first
    assert not link.is_visible()
    page.click("button[popovertarget=site-nav]:not(.close)")
    assert link.is_visible()


def test_a_journalist_sees_what_time_it_is_there(phone):
    clock = phone("/en/press/").locator("[data-time-zone] time").first
    assert clock.is_visible()
    assert clock.inner_text().count(":") == 1
