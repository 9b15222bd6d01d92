"""What a first view costs a reader who pays for each kilobyte."""

import gzip
import re
from pathlib import Path

import pytest
from django.conf import settings

from tests.factories.pages import FindingPageFactory

pytestmark = pytest.mark.django_db

STATIC = Path(settings.STATICFILES_DIRS[0])
FACES = {
    "en": ["text-latin", "display-latin", "voice-latin"],
    "ar": ["naskh-arabic", "text-latin", "display-latin"],
    "ru": ["text-cyrillic", "display-cyrillic", "voice-cyrillic", "text-latin"],
}
KILOBYTE = 1000


def packed(path):
    return len(gzip.compress((STATIC / path).read_bytes(), 9))


def faces(language):
    return sum((STATIC / f"fonts/{name}.woff2").stat().st_size for name in FACES[language])


def linked(html, ending):
    return set(re.findall(rf'(?:src|href)="/static/([^"]+\.{ending})"', html))


class WeightTests:
    @pytest.mark.parametrize("language", FACES)
    def test_the_faces_of_a_first_view_stay_below_sixty_two_kilobytes(self, language):
        assert faces(language) < 62 * KILOBYTE

    @pytest.mark.parametrize("language", FACES)
    def test_a_text_page_stays_below_a_hundred_kilobytes(self, client, home, language):
        FindingPageFactory(parent=home.pittsburgh[language], title="Alone", slug="alone")
        html = client.get(f"/{language}/cities/pittsburgh/alone/").content.decode()
        sheets, scripts = linked(html, "css"), linked(html, "js")
        assert 1 <= len(sheets) <= 4
        weight = len(gzip.compress(html.encode(), 9)) + faces(language)
        weight += sum(packed(path) for path in sheets | scripts)
        assert weight < 100 * KILOBYTE

    def test_every_face_that_is_fetched_early_is_one_that_the_sheet_names(self, client, home):
        sheet = (STATIC / "css/tokens.css").read_text()
        for language in home.homes:
            html = client.get(f"/{language}/").content.decode()
            for name in re.findall(r'rel="preload" href="/static/fonts/([\w-]+\.woff2)"', html):
                assert f"fonts/{name}" in sheet
                assert (STATIC / "fonts" / name).exists()
