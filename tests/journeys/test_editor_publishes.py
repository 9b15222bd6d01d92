"""An editor writes each of the four kinds of page, a second one approves them, readers find them."""

from playwright.sync_api import expect

from .editor import (
    approve,
    choose_right,
    page_id,
    publish,
    send_for_approval,
    write_block,
    write_date,
)

FINDING = "Buses stop at nine, and night workers walk home"
STORY = "Two hours on foot"
EXPLAINER = "What the review of 2020 asks of Pittsburgh"


def new_page(page, site, kind, parent):
    page.goto(f"{site.url}/admin/pages/add/pages/{kind}/{parent}/")


def write_down_consent(page, site, reference):
    """A testimony record with its teller’s agreement to the website."""
    page.goto(f"{site.url}/admin/testimony/new/")
    page.fill("[name=reference]", reference)
    page.select_option("[name=city]", label="Pittsburgh")
    write_date(page, "given_on", "2026-01-15")
    page.check("[name=website]")
    page.locator("main form button[type=submit]").last.click()
    page.wait_for_url(lambda url: "/new/" not in url)


def make_story(page, site, city):
    write_down_consent(page, site, "PGH-JOURNEY-1")
    new_page(page, site, "testimonystorypage", city)
    page.fill("#id_title", STORY)
    page.select_option("#id_testimony", label="PGH-JOURNEY-1: may be shown")
    page.fill("#id_about_teller", "a cleaner who works at night")
    write_block(page, "body", "Editor’s text", "She walks past eleven closed stops.")
    choose_right(page, "ICESCR 7")
    return send_for_approval(page)


def make_finding(page, site, city):
    new_page(page, site, "findingpage", city)
    page.fill("#id_title", FINDING)
    page.select_option("#id_kind", "problem")
    write_block(page, "body", "Text", "Nobody planned a timetable for the night shift.")
    choose_right(page, "ICESCR 7")
    return send_for_approval(page)


def make_explainer(page, site, city):
    new_page(page, site, "outcomeexplainerpage", city)
    page.fill("#id_title", EXPLAINER)
    page.select_option("#id_review", index=1)
    choose_right(page, "ICESCR 7")
    return send_for_approval(page)


def mend_profile(page, site, city):
    page.goto(f"{site.url}/admin/pages/{city}/edit/")
    page.fill("#id_summary", "A city of rivers whose buses stop at nine.")
    publish(page)


class EditorPublishesTests:
    def test_each_kind_of_page_is_found_by_its_readers(self, page, demo_site, sign_in):
        city = page_id(demo_site, "cities/pittsburgh/")
        sign_in("pittsburgh-editor")
        sent = [make(page, demo_site, city) for make in (make_story, make_finding, make_explainer)]
        mend_profile(page, demo_site, city)
        page.context.clear_cookies()
        sign_in("pittsburgh-reviewer")
        for number in sent:
            approve(page, demo_site, number)

        page.context.clear_cookies()
        page.goto(f"{demo_site.url}/en/cities/pittsburgh/")
        for title in (STORY, FINDING, EXPLAINER):
            expect(page.get_by_role("link", name=title).first).to_be_visible()
        expect(page.locator("main")).to_contain_text("A city of rivers whose buses stop at nine.")

        page.goto(f"{demo_site.url}/en/treaties/icescr/7/")
        for title in (STORY, FINDING, EXPLAINER):
            expect(page.get_by_role("link", name=title).first).to_be_visible()

        page.goto(f"{demo_site.url}/en/search/?q=night+worker")
        expect(page.get_by_role("link", name=FINDING).first).to_be_visible()

        feed = page.request.get(f"{demo_site.url}/en/cities/pittsburgh/feed/").text()
        assert STORY in feed
        assert FINDING in feed


class FormsTests:
    def test_axe_finds_nothing_on_the_two_main_forms(self, page, demo_site, sign_in, axe):
        """Our own forms; the frame around them is Wagtail’s."""
        city = page_id(demo_site, "cities/pittsburgh/")
        sign_in("pittsburgh-editor")
        found = {}
        for kind in ("findingpage", "testimonystorypage"):
            new_page(page, demo_site, kind, city)
            page.locator("#id_rights").wait_for()
            if violations := axe(page, within="[data-panel]"):
                found[kind] = violations

        assert found == {}
