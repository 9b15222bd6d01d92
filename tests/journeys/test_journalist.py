"""A journalist on a deadline takes the kit."""

import hashlib
import json
import zipfile

from playwright.sync_api import expect

KIT = "/en/cities/pittsburgh/press/pittsburgh-kit/"


class KitTests:
    def test_the_zip_holds_what_the_page_promises(self, page, demo_site, tmp_path):
        page.goto(demo_site.url + KIT)
        facts = page.locator(".fact-sheet > li > p:first-child").all_inner_texts()
        pictures = page.locator(".contact-sheet > li").count()
        quotes = page.locator(".kit-quotes blockquote.words").all_inner_texts()
        with page.expect_download() as started:
            page.get_by_role("link", name="Download the whole kit").click()
        place = tmp_path / started.value.suggested_filename
        started.value.save_as(place)

        packed = zipfile.ZipFile(place)
        sheet = packed.read("factsheet-en.txt").decode()
        names = packed.namelist()
        assert facts
        assert all(fact in sheet for fact in facts)
        assert quotes
        assert all(quote.strip("“”") in sheet for quote in quotes)
        assert len([name for name in names if name.endswith("-press.jpg")]) == pictures > 0
        for member in json.loads(packed.read("manifest.json"))["members"]:
            assert hashlib.sha256(packed.read(member["name"])).hexdigest() == member["sha256"]

    def test_the_newsroom_needs_no_login_and_names_somebody_to_call(self, page, demo_site):
        page.goto(f"{demo_site.url}/en/press/")

        expect(page.locator(".contact a[href^='tel:']").first).to_be_visible()
        expect(page.get_by_role("link", name="Media kit, Pittsburgh").first).to_be_visible()
