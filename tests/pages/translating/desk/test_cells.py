"""Each cell says how far a text is in one language, and leads to what comes next."""

from datetime import timedelta

import pytest
from django.utils import timezone, translation

from pages.translating.asking import begin_translation
from pages.translating.desk import rows
from pages.translating.desk.look import site_languages
from pages.translating.lengths import length_of
from tests.factories.pages import FindingPageFactory

from ..work import locale, reword, send_in_editor, translation_of, turn
from .seen import ask_desk, ask_for, original_of, seen, work_way


@pytest.fixture
def cell(client, cast, finding):
    """cell() is the Spanish of the finding as its editor sees it."""

    def look():
        original_of(finding)
        return seen(client, cast.pittsburgh_editor)[finding.title]["es"]

    return look


class StageTests:
    def test_its_own_language_is_the_original(self, client, cast, finding):
        original_of(finding)

        assert seen(client, cast.pittsburgh_editor)[finding.title]["en"].stage == "original"

    def test_missing_with_all_its_words(self, cell, finding):
        assert cell().stage == "missing"
        assert cell().length == length_of(original_of(finding).words, "en")

    def test_requested_of_nobody_until_when(self, cell, finding):
        day = timezone.localdate() + timedelta(days=3)
        ask_for(finding, "es", due_on=day)

        assert (cell().stage, cell().due_on, cell().is_taken) == ("requested", day, False)

    def test_requested_while_its_draft_waits_for_somebody(self, cell, finding, draft):
        ask_for(finding, "es")

        assert cell().stage == "requested"
        assert cell().address == work_way(finding, "es")

    def test_in_work_by_whom(self, cell, cast, finding, draft):
        request = ask_for(finding, "es", person=cast.translator_es)
        assert (cell().stage, cell().person) == ("in_work", "translator-es")

        request.person = None  # handed back
        request.save()
        assert cell().stage == "requested"

    def test_what_is_left_shrinks_with_every_sentence(self, cell, finding, draft):
        before = cell().length

        turn(translation_of(draft))

        assert before.endswith("left")
        assert cell().length == ""

    def test_in_review(self, client, cell, cast, draft):
        turn(translation_of(draft))
        send_in_editor(client, cast.pittsburgh_editor, draft)

        assert cell().stage == "in_review"

    def test_live_leads_to_what_readers_see(self, cell, spanish):
        assert cell().stage == "live"
        assert cell().address == spanish.get_url()

    def test_behind_says_how_many_sentences_and_leads_to_them(self, cell, finding, spanish):
        reword(finding, "Nine in ten", "Eight in ten")

        assert (cell().stage, cell().label) == ("behind", "Live, 1 sentence behind")
        assert cell().address == work_way(finding, "es")


class WordTests:
    def page(self, client, cast):
        return ask_desk(client, cast.pittsburgh_editor).content.decode()

    def test_overdue_is_said_in_words(self, client, cast, finding):
        ask_for(finding, "es", due_on=timezone.localdate() - timedelta(days=1))

        assert "Overdue since" in self.page(client, cast)

    def test_nobody_yet(self, client, cast, finding):
        ask_for(finding, "es", is_essentials_only=True)

        assert "nobody yet" in self.page(client, cast)
        assert "Title and summary first" in self.page(client, cast)

    def test_readers_who_asked(self, client, cast, finding, monkeypatch):
        key = original_of(finding).key
        monkeypatch.setattr(rows, "demand_for", lambda originals: {(key, "ar"): 12})

        assert "12 readers asked" in self.page(client, cast)

    def test_a_title_says_its_language_and_finds_its_own_direction(self, client, cast, home):
        page = FindingPageFactory(parent=home.pittsburgh["ar"], title="المستأجرون وحدهم")
        original = original_of(page)

        assert f'<span id="text-{original.pk}" lang="ar" dir="auto">' in self.page(client, cast)

    def test_the_table_can_be_read_aloud(self, client, cast, finding):
        original_of(finding)
        page = self.page(client, cast).partition("data-choose-all")[2].partition("</table>")[0]

        assert "<caption" in page
        assert page.count('scope="col"') == 2 + len(site_languages())
        assert 'scope="row"' in page
        assert 'data-label="العربيّة"' in page


class LengthTests:
    def test_in_words_by_thousands(self):
        assert length_of(1240, "en") == "1,240 words"
        assert length_of(1, "ar") == "1 word"

    def test_in_signs_where_each_sign_counts(self):
        assert length_of(1240, "zh-hans") == "1,240 characters"

    def test_as_the_language_of_the_admin_writes_numbers(self):
        with translation.override("es"):
            assert length_of(12400, "en").startswith("12.400") or "12\xa0400" in length_of(
                12400, "en"
            )

    def test_a_page_written_in_chinese(self, home):
        page = FindingPageFactory(
            parent=home.pittsburgh["zh-hans"],
            title="租户独自面对法官",
            summary="",
            body=[("paragraph", {"words": "<p>十分之九的租户没有律师。</p>"})],
        )
        assert original_of(page).words == 19

    def test_begun_in_another_language_first(self, client, cast, home):
        page = FindingPageFactory(parent=home.pittsburgh["ar"], title="وحدهم")
        begin_translation(page, locale("en"), cast.pittsburgh_editor)
        original_of(page)

        cells = seen(client, cast.pittsburgh_editor)["وحدهم"]
        assert (cells["ar"].stage, cells["en"].stage) == ("original", "in_work")
