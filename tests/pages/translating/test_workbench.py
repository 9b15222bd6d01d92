"""The bench: sentence by sentence beside the original, and nothing of anybody’s work is lost."""

import re

import pytest
from django.core.management import call_command
from django.test import TestCase
from django.urls import reverse
from django.utils import timezone
from wagtail_localize.models import SegmentOverride, StringTranslation

from pages.models import EarlierWording, Entry, Original
from pages.models.made import CHECKED, EARLIER, MACHINE
from pages.models.translated import sentences_left
from pages.translating.asking import begin_translation
from pages.translating.bench import Bench, mark_of
from pages.translating.links import links_of
from pages.translating.measuring import measure_page
from pages.translating.sheets import opening
from tests.factories.pages import FindingPageFactory

from .faults.plain import put_sentence
from .work import edit_address, locale, publish_in_editor, reword, translation_of


class Desk:
    """One text in one language, as a person works on it over HTTP."""

    def __init__(self, client, person, page, language="es"):
        client.force_login(person)
        self.client, self.language = client, language
        self.original = measure_page(page.translation_key)
        self.address = reverse("translate_text", args=[self.original.pk, language])

    def unit(self, begins):
        units = opening.open_sheet(self.original, self.language).units()
        return next(unit for unit in units if unit.source.startswith(begins))

    def send(self, begins, action="save", seen=None, by_script=False, **sent):
        unit = self.unit(begins)
        data = {"key": unit.key, "seen": mark_of(unit) if seen is None else seen, "action": action}
        headers = {"accept": "application/json"} if by_script else {}
        with TestCase.captureOnCommitCallbacks(execute=True):
            return self.client.post(self.address, data | sent, headers=headers)

    def read(self, show=""):
        page = opening.open_sheet(self.original, self.language).page
        return self.client.get(edit_address(page), {"show": show} if show else {}).content.decode()


@pytest.fixture
def desk(client, cast, finding, draft):
    return Desk(client, cast.translator_es, finding)


def long_page(home, number):
    """A finding with so many sentences, begun in Spanish."""
    words = "".join(f"<p>Sentence number {n} of many.</p>" for n in range(number))
    body = [("paragraph", {"words": words})]
    page = FindingPageFactory(parent=home.pittsburgh["en"], body=body)
    begin_translation(page, locale("es"))
    return page


def block(page, begins):
    """The part of the screen that shows the sentence with this beginning."""
    return next(part for part in page.split('<li class="bench-sentence')[1:] if begins in part)


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


class SavingTests:
    def test_a_sentence_is_kept_and_the_way_leads_to_the_next_one(self, desk):
        answer = desk.send("Nine in ten", words="Nueve de cada diez no tienen abogado.")

        following = desk.unit("Hearings are short.")
        assert answer["Location"].endswith(f"#sentence-{following.key}")
        assert desk.unit("Nine in ten").target == "Nueve de cada diez no tienen abogado."

    def test_signs_of_html_in_a_text_are_just_signs(self, desk):
        desk.send("Nine in ten", words="9 < 10 & <b>más</b>")

        assert desk.unit("Nine in ten").target == "9 &lt; 10 &amp; &lt;b&gt;más&lt;/b&gt;"
        assert "9 &lt; 10 &amp; &lt;b&gt;más" in desk.read()

    def test_a_script_gets_the_sentence_and_the_progress(self, desk):
        answer = desk.send("Nine in ten", words="Nueve de cada diez.", by_script=True).json()

        assert answer["is_kept"]
        assert not answer["is_whole"]
        assert "Nueve de cada diez." in answer["sentence"]
        assert "1 of" in answer["progress"]

    def test_a_wrong_value_comes_back_in_its_field_with_the_reason(self, desk):
        answer = desk.send("Tenants face", words="x" * 300)

        page = answer.content.decode()
        assert answer.status_code == 422
        assert "That is 300 signs long; 255 fit here." in page
        assert "x" * 300 in page
        assert not desk.unit("Tenants face").target

    def test_the_package_alone_takes_any_length(self, cast, draft):
        translation = translation_of(draft)
        segment = translation.source.stringsegment_set.get(context__path="summary")

        answer = put_sentence(cast.translator_es, translation, segment, "x" * 400)

        assert answer.status_code == 201
        assert StringTranslation.objects.get(context=segment.context).data == "x" * 400

    def test_two_people_at_once_lose_nothing(self, desk, client, cast):
        before = mark_of(desk.unit("Nine in ten"))
        desk.send("Nine in ten", words="Nueve de diez.")
        client.force_login(cast.pittsburgh_editor)

        answer = desk.send("Nine in ten", words="Nueve sobre diez.", seen=before)

        page = block(answer.content.decode(), "Nine in ten have no lawyer.")
        assert answer.status_code == 409
        assert "Somebody else changed this sentence meanwhile." in page
        assert "Nueve de diez." in page
        assert "Nueve sobre diez.</textarea>" in page
        assert desk.unit("Nine in ten").target == "Nueve de diez."

    def test_mine_is_kept_once_theirs_was_seen(self, desk):
        desk.send("Nine in ten", words="Nueve de diez.")
        desk.send("Nine in ten", words="Nueve sobre diez.")

        assert desk.unit("Nine in ten").target == "Nueve sobre diez."

    def test_words_for_a_sentence_that_is_gone_are_shown(self, desk):
        answer = desk.client.post(
            desk.address, {"key": "1-0", "seen": "", "action": "save", "words": "Mis palabras"}
        )

        assert answer.status_code == 409
        assert "Mis palabras" in answer.content.decode()

    def test_a_sentence_can_be_taken_out_again(self, desk):
        desk.send("Nine in ten", words="Nueve de diez.")
        desk.send("Nine in ten", "clear")

        assert not desk.unit("Nine in ten").target


class MarksTests:
    @pytest.fixture
    def desk(self, client, cast, home):
        words = '<p>See <b>what</b> <a href="https://un.org">the UN</a> asked.</p>'
        page = FindingPageFactory(
            parent=home.pittsburgh["en"], body=[("paragraph", {"words": words})]
        )
        begin_translation(page, locale("es"))
        return Desk(client, cast.translator_es, page)

    def test_volunteers_see_no_html_beside_their_field(self, desk):
        one = block(desk.read(), "asked.")

        assert 'See <b>what</b> <span class="bench-link">the UN</span> asked.' in one
        assert 'data-link="a1" data-text="the UN"' in one

    def test_links_and_emphasis_are_kept(self, desk):
        words = 'Vea <b>qué</b> pidió <a id="a1">la ONU</a>.'
        desk.send("See", words=words, form="words")

        assert desk.unit("See").target == words

    @pytest.mark.parametrize(
        "words",
        ["<script>x</script>", '<a href="https://evil.org">x</a>', '<a id="a9">x</a>', "<p>x</p>"],
    )
    def test_nothing_else_is_taken(self, desk, words):
        answer = desk.send("See", words=words, form="words")

        assert answer.status_code == 422
        assert (
            "may stand here" in answer.content.decode() or "none of the" in answer.content.decode()
        )
        assert not desk.unit("See").target

    def test_a_lost_link_is_pointed_out(self, desk):
        desk.send("See", words="Vea qué pidió la ONU.", form="words")

        assert "A link of the original is missing: the UN" in desk.read()

    def test_a_link_leads_elsewhere_in_this_language(self, desk):
        link = re.search(r'name="link" value="(\d+)"', desk.read())[1]

        desk.client.post(desk.address, {"link": link, "address": "https://un.org/es"})
        assert SegmentOverride.objects.get().data == "https://un.org/es"
        desk.client.post(desk.address, {"link": link, "address": "javascript:alert(1)"})
        assert SegmentOverride.objects.get().data == "https://un.org/es"
        desk.client.post(desk.address, {"link": link, "address": ""})
        assert not SegmentOverride.objects.exists()


class BehindTests:
    @pytest.fixture
    def desk(self, client, cast, finding, spanish):
        reword(finding, "Nine in ten have", "Eight in ten have")
        return Desk(client, cast.translator_es, finding)

    def test_the_translator_sees_what_was_changed_word_by_word(self, desk):
        one = block(desk.read(), "in ten have no lawyer.")

        assert re.search(r"<ins>.*?</span>Eight</ins>", one)
        assert re.search(r"<del>.*?</span>Nine</del>", one)
        assert "ES Nine in ten have no lawyer.</textarea>" in one

    def test_still_right_is_one_press(self, desk, client, cast, spanish, finding):
        desk.send("Eight in ten", "confirm")

        assert sentences_left(translation_of(spanish)) == (0, 0)
        assert not EarlierWording.objects.exists()
        publish_in_editor(client, cast.pittsburgh_editor, spanish)
        assert not Entry.objects.get(page=spanish).is_behind(Entry.objects.get(page=finding))

    def test_mending_it_is_enough_too(self, desk):
        desk.send("Eight in ten", words="ES Eight in ten have no lawyer.")

        assert not StringTranslation.objects.filter(translation_type=EARLIER).exists()

    def test_what_is_published_stays_meanwhile(self, desk):
        page = desk.client.get("/es/cities/pittsburgh/alone/").content.decode()

        assert "ES Nine in ten have no lawyer." in page

    def test_a_comma_after_a_real_change_does_not_hide_it(self, desk, finding, spanish):
        reword(finding, "Eight in ten have", "Eight in ten, have", is_small_correction=True)

        assert Entry.objects.get(page=spanish).is_behind(Entry.objects.get(page=finding))
        assert sentences_left(translation_of(spanish)) == (0, 1)

    def test_a_small_correction_asks_nobody(self, client, cast, finding, spanish):
        desk = Desk(client, cast.translator_es, finding)
        reword(finding, "Hearings are", "The hearings are", is_small_correction=True)

        state = Original.objects.get(pk=desk.original.pk).states.get(language="es")
        assert state.strings_behind == 0
        assert "Older than the original" not in block(desk.read(), "The hearings are")


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


class MachineTests:
    def test_what_a_machine_wrote_says_so_until_somebody_looked(self, desk):
        unit = desk.unit("Nine in ten")
        opening.open_sheet(desk.original, "es").write({unit.key: "Nueve"}, None, made=MACHINE)
        assert "A machine wrote this. Nobody has checked it." in block(desk.read(), "Nine in ten")

        desk.send("Nine in ten", "confirm")

        assert StringTranslation.objects.get(data="Nueve").translation_type == CHECKED
        assert "A machine wrote this." not in block(desk.read(), "Nine in ten")


class BreakInTests:
    def test_nobody_of_another_city_reads_or_writes(self, client, cast, finding, desk):
        client.force_login(cast.washington_editor)

        for answer in (client.get(desk.address), desk.send("Nine in ten", words="Mal")):
            away = answer.status_code == 302 and answer["Location"] == "/admin/"
            assert away or answer.status_code in (403, 404)
        assert not desk.unit("Nine in ten").target

    def test_nobody_writes_in_another_language(self, client, cast, finding, draft):
        begin_translation(finding, locale("fr"))
        desk = Desk(client, cast.translator_es, finding, "fr")

        answer = desk.send("Nine in ten", words="Mal")

        assert answer.status_code in (302, 403, 404)
        assert not desk.unit("Nine in ten").target

    def test_nobody_of_a_suspended_group_writes(self, client, cast, home, desk):
        home.pittsburgh_group.suspended_on = timezone.now()
        home.pittsburgh_group.save()
        client.force_login(cast.pittsburgh_editor)

        answer = desk.send("Nine in ten", words="Mal")

        assert answer.status_code in (302, 403, 404)
        assert not desk.unit("Nine in ten").target

    def test_a_sentence_of_another_text_is_not_reached_through_ones_own(
        self, client, cast, home, desk
    ):
        other = FindingPageFactory(parent=home.washington["en"], title="Elsewhere")
        begin_translation(other, locale("es"))
        far = Desk(client, cast.admin, other)
        key = far.unit("Elsewhere").key
        client.force_login(cast.pittsburgh_editor)

        client.post(desk.address, {"key": key, "seen": "", "action": "save", "words": "Mal"})

        assert not far.unit("Elsewhere").target


class TitleTests:
    def test_an_official_title_translated_freely_is_pointed_out(self, client, cast, home):
        call_command("load_treaties", verbosity=0)
        said = "It breaks the Convention on the Rights of the Child."
        page = FindingPageFactory(
            parent=home.pittsburgh["en"], body=[("paragraph", {"words": f"<p>{said}</p>"})]
        )
        begin_translation(page, locale("es"))
        desk = Desk(client, cast.translator_es, page)

        desk.send("It breaks", words="Viola el Convenio de los Niños.")
        freely = desk.read()
        desk.send("It breaks", words="Viola la Convención sobre los Derechos del Niño.")

        assert "The official title is:" in block(freely, "It breaks")
        assert "Convención sobre los Derechos del Niño" in freely.partition("bench-points")[2]
        assert "The official title is:" not in desk.read()
