"""Wagtail keeps a draft by itself while somebody writes: what is sent meanwhile is whole, and theirs."""

import pytest
from playwright.sync_api import expect

from .editor import choose_right, page_id, send_for_approval, write_block

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

#: What Wagtail makes of the answer that version 9 is newer, after something happened to a draft.
ANSWERED = """
(happens) => {
  document.dispatchEvent(new CustomEvent(`w-autosave:${happens}`, { detail: {} }));
  const data = { html: "", other_sessions: [{ revision_id: 9 }] };
  const told = new CustomEvent("w-swap:json", { bubbles: true, detail: { data } });
  document.querySelector(".w-editing-sessions").dispatchEvent(told);
  return data.other_sessions[0].revision_id;
}
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
    def begin(self, page, site, sign_in, title, script):
        """Open the form of a new finding on such a line and write until a draft of it is kept."""
        city = page_id(site, "cities/pittsburgh/")
        sign_in("pittsburgh-editor")
        page.add_init_script(script)
        with page.expect_response(is_first_draft):
            page.goto(f"{site.url}/admin/pages/add/pages/findingpage/{city}/")
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

    @pytest.mark.parametrize(("happens", "told"), [("save", None), ("error", 9)])
    def test_no_version_is_anybody_elses_while_a_draft_is_under_way(
        self, page, demo_site, sign_in, happens, told
    ):
        sign_in("pittsburgh-editor")
        page.goto(f"{demo_site.url}/admin/pages/{page_id(demo_site, 'cities/pittsburgh/')}/edit/")
        page.locator("#w-editing-sessions").wait_for(state="attached")

        assert page.evaluate(ANSWERED, happens) == told

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
