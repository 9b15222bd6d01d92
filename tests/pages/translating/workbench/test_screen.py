"""The bench shows each sentence beside its original, and what was asked."""

import re

import pytest
from django.urls import reverse

from pages.translating.asking import begin_translation
from pages.translating.bench import Bench
from pages.translating.links import links_of
from pages.translating.sheets import opening
from tests.factories.pages import FindingPageFactory

from ..work import edit_address, locale, reword, translation_of
from .hands import Desk, block


def long_page(home, number):
    """A finding with so many sentences, begun in Spanish."""
    words = "".join(f"<p>Sentence number {n} of many.</p>" for n in range(number))
    body = [("paragraph", {"words": words})]
    page = FindingPageFactory(parent=home.pittsburgh["en"], body=body)
    begin_translation(page, locale("es"))
    return page


class ScreenTests:
    def test_each_side_says_its_language_and_direction(self, client, cast, home, finding):
        begin_translation(finding, locale("ar"))
        page = Desk(client, cast.admin, finding, "ar").read()

        one = block(page, "Hearings are short.")
        assert re.search(
            r'<p class="bench-words"[^>]* lang="en" dir="ltr">Hearings are short\.', one
        )
        assert re.search(r'<textarea[^>]* name="words"[^>]* lang="ar" dir="rtl"', one)

    def test_the_package_alone_names_no_language(self, rf, cast, draft):
        from wagtail_localize.views.edit_translation import edit_translation

        request = rf.get("/")
        request.user = cast.admin
        shown = edit_translation(request, translation_of(draft), draft).content.decode()

        editor = shown.partition('class="js-translation-editor"')[2].partition("</div>")[0]
        assert "lang=" not in editor

    @pytest.mark.parametrize(("first", "direction"), [("ar", "rtl"), ("zh-hans", "ltr")])
    def test_a_page_first_written_in_arabic_or_chinese_is_turned_into_english(
        self, client, cast, home, first, direction
    ):
        said = {"ar": "تسعة من كل عشرة بلا محامٍ.", "zh-hans": "十人中有九人没有律师。"}[first]
        page = FindingPageFactory(
            parent=home.pittsburgh[first], body=[("paragraph", {"words": f"<p>{said}</p>"})]
        )
        begin_translation(page, locale("en"))
        desk = Desk(client, cast.admin, page, "en")

        desk.send(said, words="Nine in ten have no lawyer.")

        one = block(desk.read(), said)
        assert f'lang="{first}" dir="{direction}">{said}' in one
        assert re.search(r'<textarea[^>]* lang="en" dir="ltr"[^>]*>Nine in ten have', one)

    def test_a_page_of_any_text_leads_to_its_own_editing_address(self, desk, draft):
        assert desk.client.get(desk.address)["Location"] == edit_address(draft)

    def test_where_nothing_is_begun_it_leads_to_asking(self, client, cast, finding):
        answer = Desk(client, cast.pittsburgh_editor, finding, "fr")

        page = client.get(answer.address).content.decode()

        assert "There is no draft in français yet." in page
        ask = reverse("ask_for_translations")
        assert f'href="{ask}?text={answer.original.pk}&amp;language=fr"' in page

    def test_it_says_what_was_asked_for(self, desk):
        desk.original.requests.create(language="es", note="For Monday’s hearing")

        assert "For Monday’s hearing" in desk.read()

    def test_title_and_summary_come_first(self, desk):
        places = re.findall(r'<p class="bench-place">([^<]+)', desk.read())

        assert [place.strip() for place in places[:2]] == ["Title", "Summary"]

    def test_each_sentence_says_where_it_stands(self, desk):
        places = re.findall(r'<p class="bench-place">([^<]+)', desk.read())

        assert {"Text 1", "Text 2", "Figure: Source"} <= {place.strip() for place in places}

    def test_it_counts_what_is_done_and_what_is_left(self, desk):
        desk.send("Hearings are short.", words="Las audiencias son cortas.")

        assert re.search(r"1 of \d sentences, \d+ words left", desk.read())

    def test_it_shows_only_what_is_to_do(self, desk):
        desk.send("Hearings are short.", words="Las audiencias son cortas.")

        sentences = desk.read("todo").partition("bench-points")[0]
        assert "Hearings are short." not in sentences
        assert "Nine in ten have no lawyer." in sentences

    def test_a_hundred_sentences_ask_no_more_than_ten(
        self, client, cast, home, django_assert_max_num_queries
    ):
        counts = []
        for number in (10, 100):
            desk = Desk(client, cast.translator_es, long_page(home, number))
            desk.read()
            with django_assert_max_num_queries(70) as asked:  # most of them are Wagtail’s own
                desk.read()
            counts.append(len(asked))
        assert counts[0] == counts[1]

    def test_the_bench_itself_asks_a_handful(
        self, client, cast, home, django_assert_max_num_queries
    ):
        desk = Desk(client, cast.translator_es, long_page(home, 100))
        sheet = opening.open_sheet(desk.original, "es")

        with django_assert_max_num_queries(15):
            assert len(Bench(sheet, cast.translator_es).lines()) > 100
            links_of(sheet)


class OneFormTests:
    """A translation that is no longer worked on sentence by sentence."""

    @pytest.fixture
    def stopped(self, finding, spanish):
        translation = translation_of(spanish)
        translation.enabled = False
        translation.save()
        return spanish

    def test_the_form_says_that_the_original_changed(self, client, cast, finding, stopped):
        client.force_login(cast.pittsburgh_editor)
        assert "The original was changed" not in client.get(edit_address(stopped)).content.decode()

        reword(finding, "Nine in ten have", "Eight in ten have")
        page = client.get(edit_address(stopped)).content.decode()

        assert "The original was changed after this was translated." in page
        way = re.search(r'href="(/admin/pages/\d+/revisions/compare/[^"]*)"', page)[1]
        assert client.get(way).status_code == 200

    def test_the_text_leads_to_the_form(self, client, cast, finding, stopped):
        desk = Desk(client, cast.pittsburgh_editor, finding)

        assert client.get(desk.address)["Location"] == edit_address(stopped)
