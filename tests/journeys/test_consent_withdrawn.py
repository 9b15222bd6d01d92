"""A teller takes their words back: gone everywhere, in every language, at once."""

import io
import zipfile

REFERENCE = "WDC-2025-002"


class ConsentWithdrawnTests:
    def test_the_story_is_gone_everywhere(self, page, demo_site, sign_in):
        """The story of Washington; other journeys read those of Pittsburgh."""
        get = page.request.get
        title, words, tail = self.the_story(demo_site)
        assert get(f"{demo_site.url}/en/{tail}").status == 200

        sign_in("washington-editor")
        page.goto(f"{demo_site.url}/admin/testimony/")
        page.get_by_role("link", name=REFERENCE).first.click()
        page.get_by_role("button", name="More actions").click()
        page.get_by_role("link", name="Withdraw consent").first.click()
        page.get_by_role("button", name="Yes, withdraw now").click()
        page.get_by_text("The consent is withdrawn").first.wait_for()
        page.context.clear_cookies()

        for language in ("en", "es"):
            assert get(f"{demo_site.url}/{language}/{tail}").status == 410
        for address in (
            "en/",
            "en/stories/",
            "en/cities/washington-dc/",
            "en/feed/",
            "sitemap.xml",
            "api/v2/pages/?limit=50",
            "en/search/?q=" + title.replace(" ", "+"),
        ):
            body = get(f"{demo_site.url}/{address}").text()
            assert f"{tail}" not in body, address
        kit = get(f"{demo_site.url}/en/cities/washington-dc/press/washington-dc-kit/kit.zip")
        packed = zipfile.ZipFile(io.BytesIO(kit.body()))
        assert all(words.encode() not in packed.read(name) for name in packed.namelist())

    def the_story(self, site):
        """Title, a quoted sentence and address of the story that the record belongs to."""
        found = site.manage(
            "shell",
            "--no-imports",
            "-c",
            "from pages.models import TestimonyStoryPage as Story;"
            f"s = Story.objects.get(testimony__reference='{REFERENCE}', locale__language_code='en');"
            "print('|'.join([s.title, s.entry.tail]))",
        )
        title, tail = found.strip().splitlines()[-1].split("|")
        return title, "no senator either place", tail
