"""What an editor’s hands do in Wagtail’s forms."""


def write_block(page, stream, block, words):
    """Append a block of running text to a stream field and write into it."""
    field = page.locator(f"[data-contentpath='{stream}']")
    field.get_by_role("button", name="Insert a block").last.click()
    page.get_by_role("option", name=block, exact=True).first.click()
    field.locator("[contenteditable=true]").last.click()
    page.keyboard.type(words)


def write_date(page, name, day):
    """Write a day (2026-01-15) into the browser’s own field, which keeps it."""
    field = page.locator(f"input[type=date][name={name}]")
    field.fill(day)
    field.blur()
    assert field.input_value() == day


def choose_right(page, code):
    """Find an article in the picker by its code and choose it with the keyboard."""
    page.locator("#id_rights").click()
    page.keyboard.type(code)
    page.get_by_role("option", name=code).first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.locator(".rights-picker, [data-rights-picker], form").get_by_text(code).first.wait_for()


def publish(page):
    """Publish from the menu beside “Save draft” and wait for Wagtail to say so."""
    page.get_by_role("button", name="More actions").click()
    page.get_by_role("button", name="Publish").click()
    page.get_by_text("published.").first.wait_for()


def send_for_approval(page):
    """Send a page’s form to those who approve it; answers the number of the page."""
    page.get_by_role("button", name="More actions").click()
    page.get_by_role("button", name="Send for approval").click()
    page.get_by_text("submitted for moderation").first.wait_for()
    link = page.locator(".messages a[href*='/edit/']").first.get_attribute("href")
    return int(link.rstrip("/").split("/")[-2])


def approve(page, site, number):
    """Open a page that waits and approve it: what was written is public from then on."""
    page.goto(f"{site.url}/admin/pages/{number}/edit/")
    page.get_by_role("button", name="More actions").click()
    page.get_by_role("button", name="Approve and publish").first.click()
    page.wait_for_url(lambda url: f"/{number}/edit/" not in url)


def page_id(site, tail, language="en"):
    """The number of the live page at this address."""
    return int(
        site.manage(
            "shell",
            "--no-imports",
            "-c",
            "from pages.models import Entry;"
            f"print(Entry.objects.get(language='{language}', tail='{tail}').page_id)",
        ).split()[-1]
    )
