"""Fault 20: whoever asks waits for all the work, and for more with each language and paragraph."""

import pytest
from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail_localize.views.submit_translations import SubmitPageTranslationView

from tests.factories.pages import FindingPageFactory

from ..test_what_the_package_alone_allows import ask_package
from ..work import locale
from .plain import plain_page

pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning")
PARAGRAPHS = 30
ONE, THREE = ["es"], ["es", "fr", "ar"]


def paragraphs(number):
    return [f"<p>Paragraph number {n} of many.</p>" for n in range(number)]


@pytest.fixture
def asked_of_package(cast):
    """asked_of_package(languages) is how many queries its view makes, before it answers."""

    def count(languages, number=PARAGRAPHS):
        body = [("paragraph", words) for words in paragraphs(number)]
        page = plain_page(slug=f"plain-{len(languages)}-{number}", body=body)
        data = {"locales": [locale(code).pk for code in languages]}
        with CaptureQueriesContext(connection) as asked:
            ask_package(SubmitPageTranslationView, cast.admin, data, page_id=page.pk)
        assert page.get_translations().count() == len(languages)
        return len(asked)

    return count


@pytest.fixture
def asked_of_us(client, cast, home):
    """asked_of_us(languages) is the same of our form."""
    client.force_login(cast.pittsburgh_editor)

    def count(languages, number=PARAGRAPHS):
        body = [("paragraph", {"words": words}) for words in paragraphs(number)]
        page = FindingPageFactory(parent=home.pittsburgh["en"], body=body)
        address = reverse("ask_for_translation", args=[page.pk])
        data = {"languages": languages, "made": "people"}
        with (
            CaptureQueriesContext(connection) as asked,
            TestCase.captureOnCommitCallbacks(execute=True),
        ):
            assert client.post(address, data).status_code == 302
        assert not page.get_translations().exists()  # a worker makes them
        return len(asked)

    return count


class WaitingTests:
    def test_the_package_makes_people_wait_for_each_language(self, asked_of_package):
        one, three = asked_of_package(ONE), asked_of_package(THREE)

        assert one > 400
        assert three > one + 150

    def test_the_package_makes_people_wait_for_each_paragraph(self, asked_of_package):
        assert asked_of_package(ONE) > asked_of_package(ONE, 3) + 300

    def test_ours_answers_as_quickly_however_long_the_page(self, asked_of_us):
        asked_of_us(ONE)  # what is asked once only

        assert asked_of_us(ONE) == asked_of_us(ONE, 3) <= 60

    def test_ours_writes_a_line_for_each_further_language(self, asked_of_us):
        asked_of_us(ONE)

        assert asked_of_us(THREE) <= asked_of_us(ONE) + 4
