"""What the hands of coordinators and translators do at the desk and on the bench."""

import re

from playwright.sync_api import expect


def open_desk(page, title):
    """The translation desk, narrowed to one text; answers its line."""
    page.get_by_role("link", name="Translation desk").first.click()
    filters = page.get_by_role("search", name="Texts to show")
    filters.get_by_label("Title").fill(title)
    filters.get_by_role("button", name="Show").click()
    page.wait_for_url("**q=**")
    row = page.locator("table.desk tbody tr")
    expect(row).to_have_count(1)
    return row


def cell(row, language):
    """How far a line of the desk is in a language, by the language's own name."""
    return row.locator(f"td[data-label='{language}']")


def sentence(page, words):
    """The sentences of the bench whose original says this."""
    return page.locator("[data-sentence]", has=page.locator(".bench-source", has_text=words))


def save(line):
    """Save the sentence in which the hands are, by the keyboard."""
    line.page.keyboard.press("Control+Enter")
    expect(line.locator("[data-state]")).to_have_text("Saved.")


def write(line, words):
    line.locator("textarea").fill(words)
    save(line)


def open_draft(page):
    """The worker makes the draft; where it was quick, the page leads there by itself."""
    ready = page.locator("main").get_by_role("link", name=re.compile(r"^(Open|Translate)\b"))
    led_in = page.get_by_text("Nobody sees it before it is published.")
    ready.or_(led_in).first.wait_for()
    if not led_in.count():
        ready.click()
    page.wait_for_url("**/edit/**")


def send_translation(page):
    page.get_by_role("button", name="Send for approval").click()
    page.get_by_text("Sent for approval.").wait_for()


def approve_translation(page, address):
    page.goto(address)
    with page.expect_navigation():
        page.get_by_role("button", name="Approve and publish").click()
