"""The demo shows people who ask each other for translations."""

from pages.demo.asking import LEFT_OUT, REQUESTS, ask_for_translations
from pages.demo.files import pages_in
from pages.models import TranslationRequest
from tests.factories.pages import EventPageFactory


class DemoAskingTests:
    def test_what_was_asked_is_not_asked_again(self, cast, home):
        EventPageFactory(parent=home.pittsburgh["en"], slug="bring-your-paper")

        assert ask_for_translations() == 1
        request = TranslationRequest.objects.get()
        assert (request.language, request.person) == ("fr", cast.pittsburgh_reviewer)

        assert ask_for_translations() == 0

    def test_it_asks_for_pages_of_the_demo_that_their_language_lacks(self):
        slugs = {page["slug"]: key for key, page in pages_in("en").items()}
        for slug, language, *_rest in REQUESTS:
            there = pages_in(language).keys() - LEFT_OUT.get(language, set())
            assert slugs[slug] not in there
