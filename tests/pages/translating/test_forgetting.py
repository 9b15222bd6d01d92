"""What is deleted is not kept as a sentence: the translation package would keep it for ever."""

import pytest
from django.test import TestCase
from wagtail.models import Page
from wagtail_localize.models import String, StringTranslation

from pages.translating.asking import begin_translation
from tests.factories.pages import FindingPageFactory

from .work import locale, translation_of, turn

WORDS = "Nine in ten have no lawyer."


@pytest.fixture
def said(draft):
    turn(translation_of(draft))
    assert String.objects.filter(data__contains=WORDS).exists()
    return draft


def delete(*pages):
    with TestCase.captureOnCommitCallbacks(execute=True):
        for page in pages:
            Page.objects.get(pk=page.pk).specific.delete()


class ForgettingTests:
    def test_nothing_is_left_once_it_is_gone_in_every_language(self, finding, said):
        delete(finding, said)

        assert not String.objects.filter(data__contains=WORDS).exists()
        assert not StringTranslation.objects.filter(data__contains=WORDS).exists()

    def test_what_another_page_says_too_stays(self, home, finding, said):
        same = [("paragraph", {"words": f"<p>{WORDS}</p>"})]
        begin_translation(FindingPageFactory(parent=home.pittsburgh["en"], body=same), locale("fr"))

        delete(finding, said)

        assert String.objects.filter(data__contains=WORDS).exists()
