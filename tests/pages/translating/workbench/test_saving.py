"""What is written on the bench is kept, and nothing of anybody’s work is lost."""

import re

from django.utils import timezone
from wagtail_localize.models import StringTranslation

from pages.models import TranslationRequest
from pages.models.made import CHECKED, MACHINE
from pages.translating.asking import begin_translation
from pages.translating.bench import mark_of
from pages.translating.queue import mine
from pages.translating.sheets import opening
from tests.factories.pages import FindingPageFactory

from ..desk.seen import seen
from ..faults.plain import put_sentence
from ..work import locale, translation_of
from .hands import Desk, block


class SavingTests:
    def test_a_sentence_is_kept_and_the_way_leads_to_the_next_one(self, desk):
        answer = desk.send("Nine in ten", words="Nueve de cada diez no tienen abogado.")

        following = desk.unit("Hearings are short.")
        assert answer["Location"].endswith(f"#sentence-{following.key}")
        assert desk.unit("Nine in ten").target == "Nueve de cada diez no tienen abogado."

    def test_a_draft_that_nobody_asked_for_is_theirs_who_write_in_it(self, desk, cast, finding):
        desk.send("Nine in ten", words="Nueve de cada diez.")

        assert seen(desk.client, cast.pittsburgh_editor)[finding.title]["es"].is_taken
        assert [job.original.title for job in mine(cast.translator_es)] == [finding.title]

    def test_a_word_mended_in_what_readers_have_is_no_job(self, client, cast, finding, spanish):
        desk = Desk(client, cast.translator_es, finding)

        desk.send("Nine in ten", words="Nueve de cada diez.")

        assert not TranslationRequest.objects.exists()

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

    def test_a_script_is_told_what_each_filter_keeps_now(self, desk):
        before = desk.read()
        number = int(re.search(r'data-count="todo">(\d+)<', before)[1])

        answer = desk.send("Nine in ten", words="Nueve de cada diez.", by_script=True).json()

        assert answer["counts"] == {"all": number, "todo": number - 1, "behind": 0}

    def test_a_wrong_value_comes_back_in_its_field_with_the_reason(self, desk):
        answer = desk.send("Tenants face", words="x" * 300)

        page = answer.content.decode()
        assert answer.status_code == 422
        assert "That is 300 characters long; 255 fit here." in page
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

    def test_ones_own_other_window_is_not_somebody_else(self, desk):
        before = mark_of(desk.unit("Nine in ten"))
        desk.send("Nine in ten", words="Nueve de diez.")

        answer = desk.send("Nine in ten", words="Nueve sobre diez.", seen=before)

        page = block(answer.content.decode(), "Nine in ten have no lawyer.")
        assert answer.status_code == 409
        assert "You changed this sentence yourself, in another window." in page
        assert "In the other window you wrote:" in page
        assert "Somebody else" not in page
        assert desk.unit("Nine in ten").target == "Nueve de diez."

    def test_words_taken_out_meanwhile_are_nobodys(self, desk):
        desk.send("Nine in ten", words="Nueve de diez.")
        before = mark_of(desk.unit("Nine in ten"))
        desk.send("Nine in ten", "clear")

        answer = desk.send("Nine in ten", words="Nueve sobre diez.", seen=before)

        page = block(answer.content.decode(), "Nine in ten have no lawyer.")
        assert "This sentence was taken out meanwhile." in page
        assert "Somebody else" not in page

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
