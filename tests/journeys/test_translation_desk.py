"""A finding goes out from the translation desk and reaches readers in Arabic, and stays true."""

from datetime import timedelta

import polib
from django.utils import timezone
from playwright.sync_api import expect

from .editor import (
    approve,
    choose_right,
    page_id,
    send_for_approval,
    write_block,
    write_date,
)
from .translator import (
    approve_translation,
    cell,
    open_desk,
    save,
    send_translation,
    sentence,
    write,
)

TITLE = "Nobody counts who is stopped on Penn Avenue"
TAIL = "cities/pittsburgh/nobody-counts-who-is-stopped-on-penn-avenue/"
TWICE = "The police publish no numbers."
TREATY = (
    "The International Convention on the Elimination of All Forms of Racial Discrimination"
    " (ICERD) asks for them."
)
MENDED = "The police publish few numbers."

ARABIC, SPANISH = "العربيّة", "español"
TITLE_AR = "لا أحد يحصي من يُوقَفون في شارع بن"
TWICE_AR = "لا تنشر الشرطة أي أرقام."
FREE_AR = "تطلبها معاهدة مناهضة العنصرية."
BEGUN_AR = "تطلب هذه الأرقام "
OFFICIAL_AR = "الاتفاقية الدولية للقضاء على جميع أشكال التمييز العنصري"
MENDED_AR = "لا تنشر الشرطة إلا القليل من الأرقام."
OUTSIDE_AR = "لا أحد يعدّ الذين توقفهم الشرطة في شارع بن"
NOTE = "For the hearing in March."


def write_finding(page, site):
    """Three paragraphs, of which two say the same; answers the number of the page."""
    city = page_id(site, "cities/pittsburgh/")
    page.goto(f"{site.url}/admin/pages/add/pages/findingpage/{city}/")
    page.fill("#id_title", TITLE)
    page.select_option("#id_kind", "problem")
    for words in (TWICE, TREATY, TWICE):
        write_block(page, "body", "Text", words)
    choose_right(page, "ICERD 5")
    return send_for_approval(page)


def mend_last_paragraph(page, site, finding):
    page.goto(f"{site.url}/admin/pages/{finding}/edit/")
    body = page.locator("[data-contentpath='body']")
    body.locator("[contenteditable=true]").last.click()
    page.keyboard.press("Control+A")
    page.keyboard.type(MENDED)
    send_for_approval(page)


def ask_for_both(page, axe):
    """From the desk to the drafts: in Spanish and Arabic, by a day, with a note."""
    row = open_desk(page, TITLE)
    expect(cell(row, ARABIC)).to_contain_text("Missing")
    assert axe(page, within=".desk-room") == []
    row.get_by_role("checkbox").check()
    page.get_by_role("button", name="Ask for translations").click()
    for language in (SPANISH, ARABIC):
        page.get_by_label(language).check()
    write_date(page, "due_on", str(timezone.localdate() + timedelta(days=10)))
    page.get_by_label("Note to the translator").fill(NOTE)
    assert axe(page, within="main form") == []
    page.get_by_role("button", name="Ask for it").click()


def see_them_ready(page, axe):
    """The screen tells by itself when the worker is done."""
    expect(page.get_by_text("2 of 2 drafts are ready").first).to_be_visible(timeout=60_000)
    expect(page.get_by_role("heading", name="All drafts are ready").last).to_be_visible()
    assert axe(page, within="main .our-preparation") == []
    row = open_desk(page, TITLE)
    expect(cell(row, ARABIC)).to_contain_text("nobody yet")


def take_from_my_translations(page, axe):
    """Finds it among what is free, takes it and opens it; answers the address of the bench."""
    page.get_by_role("link", name="My translations").first.click()
    job = page.locator("#jobs-free ~ article", has_text=TITLE)
    expect(job).to_contain_text(NOTE)
    job.get_by_role("button", name="Take it").click()
    mine = page.locator("#jobs-mine ~ article", has_text=TITLE)
    expect(mine.get_by_role("button", name="Hand back")).to_be_visible()
    assert axe(page, within=".our-jobs") == []
    mine.get_by_role("link", name="Translate").click()
    page.wait_for_url("**/edit/**")
    return page.url


def see_both_directions(page):
    line = sentence(page, TREATY)
    for part, language, direction in (
        (line.locator(".bench-source .bench-words").first, "en", "ltr"),
        (line.locator("textarea"), "ar", "rtl"),
    ):
        expect(part).to_have_attribute("lang", language)
        expect(part).to_have_attribute("dir", direction)


def use_the_official_title(page):
    """A free rendering is warned of; the button puts the official title where the hands are."""
    line = sentence(page, TREATY)
    write(line, FREE_AR)
    warning = line.get_by_text("The official title is:")
    expect(warning).to_be_visible()
    line.locator("textarea").fill(BEGUN_AR)
    line.get_by_role("button", name=f"Insert {OFFICIAL_AR}").click()
    page.keyboard.type(".")
    expect(line.locator("textarea")).to_have_value(f"{BEGUN_AR}{OFFICIAL_AR}.")
    save(line)
    expect(warning).to_have_count(0)


def take_from_memory(page):
    """What was written for a sentence is offered where the text says it again."""
    write(sentence(page, TWICE).first, TWICE_AR)
    page.reload()
    again = sentence(page, TWICE).last
    expect(again.get_by_text("The same sentence")).to_be_visible()
    again.get_by_role("button", name="Use this").click()
    expect(again.locator("textarea")).to_have_value(TWICE_AR)
    save(again)


def cannot_publish(page, site):
    """No button offers it, and asking without the button changes nothing."""
    assert page.get_by_role("button", name="publish").count() == 0
    token = page.locator("[name=csrfmiddlewaretoken]").first.input_value()
    page.request.post(page.url, form={"action": "publish", "csrfmiddlewaretoken": token})
    assert page.request.get(f"{site.url}/ar/{TAIL}").status == 404


def translate_everything(page, axe):
    see_both_directions(page)
    assert axe(page, within=".bench") == []
    expect(page.locator(".bench-progress")).to_contain_text("0 of 4 sentences")
    write(sentence(page, TITLE), TITLE_AR)
    use_the_official_title(page)
    take_from_memory(page)
    expect(page.locator(".bench-progress")).to_contain_text("4 of 4 sentences")
    expect(page.get_by_role("region", name="Look at these before you send it")).to_have_count(0)


def see_what_changed(page):
    """The words that went and those that came are marked, in one sentence only; answers that one."""
    behind = page.locator(".bench-sentence--behind")
    expect(behind).to_have_count(1)
    expect(behind.locator("del")).to_contain_text("no")
    expect(behind.locator("ins")).to_contain_text("few")
    return page.locator(f"#{behind.get_attribute('id')}")


def work_on_it_elsewhere(page, folder):
    """Somebody outside gets the file, words the title anew and sends it back."""
    with page.expect_download() as coming:
        page.get_by_role("link", name="PO file").click()
    path = folder / coming.value.suggested_filename
    coming.value.save_as(path)
    file = polib.pofile(str(path))
    file.find(TITLE).msgstr = OUTSIDE_AR
    file.save()
    page.get_by_label("The file that came back").set_input_files(path)
    page.get_by_role("button", name="Look what would change").click()


def take_the_file_in(page, axe):
    expect(page.get_by_text("1 sentence will change")).to_be_visible()
    expect(page.locator(".our-offer__new")).to_contain_text(OUTSIDE_AR)
    assert axe(page, within=".our-findings") == []
    page.get_by_role("button", name="Take these words in").click()
    expect(page.get_by_text("1 sentence was taken in.")).to_be_visible()
    expect(sentence(page, TITLE).locator("textarea")).to_have_value(OUTSIDE_AR)


def read_in_arabic(page, site, title, paragraphs_newer=0):
    """What readers have now, and what they are told about it."""
    page.goto(f"{site.url}/ar/{TAIL}")
    expect(page.locator("html")).to_have_attribute("lang", "ar")
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    expect(page.locator("main h1").first).to_have_text(title)
    expect(page.locator("main")).to_contain_text(OFFICIAL_AR)
    expect(page.locator(".translation-note")).to_be_visible()
    expect(page.locator(".translation-note a.newer")).to_have_count(paragraphs_newer)


def read_in_english(page, site):
    page.goto(f"{site.url}/en/{TAIL}")
    expect(page.locator("header a[hreflang=ar]")).to_have_text(ARABIC)
    expect(page.locator("header .editions li", has_text="(original)")).to_contain_text("English")


class TranslationDeskTests:
    def test_a_finding_reaches_readers_in_arabic_and_stays_true(
        self, page, demo_site, sign_in, axe, tmp_path
    ):
        def become(name):
            page.context.clear_cookies()
            sign_in(name)

        become("pittsburgh-editor")
        finding = write_finding(page, demo_site)
        become("pittsburgh-reviewer")
        approve(page, demo_site, finding)

        become("coordinator")
        ask_for_both(page, axe)
        see_them_ready(page, axe)

        become("translator-ar")
        bench = take_from_my_translations(page, axe)
        translate_everything(page, axe)
        send_translation(page)
        cannot_publish(page, demo_site)
        become("pittsburgh-editor")
        approve_translation(page, bench)
        read_in_arabic(page, demo_site, TITLE_AR)
        read_in_english(page, demo_site)

        mend_last_paragraph(page, demo_site, finding)
        become("pittsburgh-reviewer")
        approve(page, demo_site, finding)
        read_in_arabic(page, demo_site, TITLE_AR, paragraphs_newer=1)
        become("translator-ar")
        expect(cell(open_desk(page, TITLE), ARABIC)).to_contain_text("Live, 1 sentence behind")
        page.goto(bench)
        write(see_what_changed(page), MENDED_AR)

        work_on_it_elsewhere(page, tmp_path)
        take_the_file_in(page, axe)
        send_translation(page)
        become("pittsburgh-editor")
        approve_translation(page, bench)
        read_in_arabic(page, demo_site, OUTSIDE_AR)
        expect(page.locator("main")).to_contain_text(MENDED_AR)


class PhoneTests:
    def test_the_bar_is_low_until_something_is_chosen(self, page, sign_in):
        page.set_viewport_size({"width": 360, "height": 740})
        sign_in("coordinator")
        page.goto(page.url.partition("/admin/")[0] + "/admin/translating/")
        ask = page.get_by_role("button", name="Ask for translations")
        line = page.locator("tbody input[type=checkbox]").first
        expect(page.get_by_label("Choose all on this page").last).to_be_visible()
        expect(ask).to_be_hidden()

        line.check()
        expect(ask).to_be_visible()

        line.uncheck()
        expect(ask).to_be_hidden()


class NeededTests:
    TAIL = "how-to-collect-testimony/"

    def test_what_a_reader_needs_is_counted_at_the_desk(self, browser, page, demo_site, sign_in):
        title = self.tell(browser, f"{demo_site.url}/fr/{self.TAIL}")
        sign_in("coordinator")

        expect(cell(open_desk(page, title), "français")).to_contain_text("1 reader asked")

    def tell(self, browser, address):
        """A reader without scripts asks for the page in their language; answers its title."""
        context = browser.new_context(java_script_enabled=False)
        page = context.new_page()
        assert page.goto(address).status == 404
        title = page.locator("main .ledger-row a[hreflang=en]").inner_text()
        page.locator(".need button").click()
        expect(page.locator(".need [role=status]")).to_be_visible()
        assert context.cookies() == []
        context.close()
        return title
