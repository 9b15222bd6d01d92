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


#: Answers arrive a second and a half later than the site gives them.
SLOW_LINE = """
const fetchAtOnce = window.fetch;
window.fetch = async (...question) => {
  const answer = await fetchAtOnce(...question);
  await new Promise((goOn) => setTimeout(goOn, 1500));
  return answer;
};
"""
#: What asks whether somebody else edits the page reaches the site eight seconds later.
SLOW_PING = """
const fetchAtOnce = window.fetch;
window.fetch = async (address, ...more) => {
  if (String(address).includes("/ping/")) await new Promise((goOn) => setTimeout(goOn, 8000));
  return fetchAtOnce(address, ...more);
};
"""


def is_draft(answer):
    return answer.request.method == "POST" and "/pages/" in answer.url and answer.ok


def is_first_draft(answer):
    return is_draft(answer) and "/pages/add/" in answer.url


def write_slowly(page, words):
    """What is written while the form is still being set up is no change to it yet."""
    page.locator("#id_summary").press_sequentially(words, delay=150)


def write_elsewhere(site, number, person):
    """Somebody keeps a version of a page in a browser of their own."""
    site.manage(
        "shell",
        "--no-imports",
        "-c",
        "from django.contrib.auth import get_user_model; from wagtail.models import Page;"
        f"person = get_user_model().objects.get(username='{person}');"
        f"Page.objects.get(pk={number}).specific.save_revision(user=person, clean=False)",
    )


class KeptByItselfTests:
    """Wagtail keeps a draft by itself while somebody writes; what is sent meanwhile is not lost."""

    def begin(self, page, site, sign_in, title, script):
        """Open the form of a new finding on such a line and write until a draft of it is kept."""
        city = page_id(site, "cities/pittsburgh/")
        sign_in("pittsburgh-editor")
        page.add_init_script(script)
        with page.expect_response(is_first_draft):
            new_page(page, site, "findingpage", city)
            page.fill("#id_title", title)
            page.select_option("#id_kind", "problem")
            write_block(page, "body", "Text", "Nobody planned a timetable for the night shift.")
            choose_right(page, "ICESCR 7")
            write_slowly(page, "Nobody lost a word of it.")

    def test_a_page_is_sent_while_its_first_draft_is_being_kept(self, page, demo_site, sign_in):
        self.begin(page, demo_site, sign_in, "Sent at once", SLOW_LINE)
        number = send_for_approval(page)

        page.goto(f"{demo_site.url}/admin/pages/{number}/edit/")
        expect(page.locator("#id_summary")).to_have_value("Nobody lost a word of it.")

    def test_nobody_is_warned_of_their_own_draft(self, page, demo_site, sign_in):
        with page.expect_response(lambda answer: "/ping/" in answer.url):
            self.begin(page, demo_site, sign_in, "Mine alone", SLOW_PING)
            expect(page.locator("#w-autosave-indicator")).to_contain_text("Saved")
            with page.expect_response(is_draft):
                write_slowly(page, " And nobody else is here.")

        send_for_approval(page)

    def test_what_somebody_else_wrote_meanwhile_is_still_told(self, page, demo_site, sign_in):
        self.begin(page, demo_site, sign_in, "Of two hands", "")
        page.wait_for_url("**/edit/")
        write_elsewhere(demo_site, page.url.split("/")[-3], "pittsburgh-reviewer")
        with page.expect_response(lambda answer: "/ping/" in answer.url):
            page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        page.get_by_role("button", name="More actions").click()
        page.get_by_role("button", name="Send for approval").click()

        told = page.get_by_role("dialog", name="pittsburgh-reviewer saved a new version")
        expect(told).to_be_visible()
