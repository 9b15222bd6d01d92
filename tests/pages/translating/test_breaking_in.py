"""What somebody sends who means harm is refused, and nothing breaks."""

import pytest
from django.urls import reverse
from wagtail_localize.models import OverridableSegment, SegmentOverride, StringTranslation

from pages.translating.asking import begin_translation
from pages.translating.bench import mark_of
from pages.translating.sheets.opening import open_sheet
from tests.factories.pages import FindingPageFactory

from .work import locale, original_of


def bench_of(original, language="es"):
    return reverse("translate_text", args=[original.pk, language])


def prepared(*spans):
    query = "&".join(f"request={span}" for span in spans)
    return f"{reverse('translations_in_preparation')}?part=1&{query}"


class BrokenSentencesTests:
    @pytest.fixture
    def send(self, client, cast, finding, draft):
        client.force_login(cast.translator_es)
        original = original_of(finding)

        def send(words, form):
            unit = open_sheet(original, "es").units()[0]
            told = {"key": unit.key, "seen": mark_of(unit), "action": "save", "form": form}
            return client.post(bench_of(original), told | {"words": words})

        return send

    @pytest.mark.parametrize("form", ["text", "words"])
    def test_a_sign_that_no_database_keeps_is_left_out(self, send, form):
        assert send("Solos\0 ante el juez", form).status_code == 302
        assert StringTranslation.objects.get().data == "Solos ante el juez"

    @pytest.mark.parametrize("words", ["<b>" * 20_000, "<b>" * 900 + "</b>" * 900, "x " * 30_000])
    def test_what_is_no_sentence_is_refused(self, send, words):
        answer = send(words, "words")

        assert answer.status_code == 422
        assert "far too long" in answer.content.decode()

    def test_half_a_form_is_answered_with_a_sentence(self, client, cast, finding, draft):
        client.force_login(cast.translator_es)

        answer = client.post(bench_of(original_of(finding)), {"action": "save"})

        assert answer.status_code == 400
        assert "Nothing was saved." in answer.content.decode()


class LinksTests:
    def test_words_without_a_page_have_no_links(self, client, cast, picture_with_words):
        _image, original = picture_with_words
        client.force_login(cast.translator_es)

        answer = client.post(bench_of(original), {"link": "1", "address": "https://example.org"})

        assert answer.status_code == 400
        assert "Nothing was saved." in answer.content.decode()

    @pytest.fixture
    def page(self, home):
        words = '<p>See <a href="https://example.org/a">this</a>.</p>'
        body = [("paragraph", {"words": words})]
        page = FindingPageFactory(parent=home.pittsburgh["en"], body=body)
        begin_translation(page, locale("es"))
        return page

    @pytest.mark.parametrize("end", ["\0", "a" * 2000])
    def test_an_address_that_nobody_could_open_is_refused(self, client, cast, page, end):
        link = OverridableSegment.objects.get(data_json__contains="example.org")
        client.force_login(cast.translator_es)

        told = {"link": link.pk, "address": f"https://example.org/{end}"}
        answer = client.post(bench_of(original_of(page)), told, follow=True)

        assert "Nobody can be sent to that address" in answer.content.decode()
        assert not SegmentOverride.objects.exists()


class EndlessAddressesTests:
    def test_more_requests_than_anybody_asks_for_are_not_looked_up(self, client, cast):
        client.force_login(cast.translator_es)
        spans = [f"{n * 2000 + 1}-{n * 2000 + 2000}" for n in range(200)]
        assert client.get(prepared(*spans)).status_code == 404
