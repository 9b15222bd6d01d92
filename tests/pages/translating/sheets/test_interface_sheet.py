"""Our own words on buttons and in menus are found and written on the translation desk."""

import re
import shutil
from pathlib import Path
from unittest.mock import Mock

import pytest
from django.conf import settings
from django.core.management import call_command
from django.utils.translation import gettext, ngettext, override

from campaigns.places.models import Role
from pages.models import Original, SiteWord, Stage
from pages.tasks import pack_kits
from pages.translating.measuring_words import measure_interface
from pages.translating.other_texts.interface import words_of_groups, write_site_words
from pages.translating.sheets.opening import open_sheet
from pages.translating.sheets.unit import UnitStage, WrongWordsError
from tests.factories.places import MembershipFactory
from uprcities import site_words
from uprcities.management.commands import run_clock

from ..machine.work import work_off


@pytest.fixture
def desk(db):
    """The groups of words on the desk; what a test writes goes again."""
    measure_interface()
    yield
    for path in Path(settings.SITE_WORDS).glob("*"):
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    site_words.notice_new_words()


def find(source, language="es"):
    """(sheet, unit) of a word of ours."""
    for original in Original.objects.filter(kind="interface"):
        sheet = open_sheet(original, language)
        for unit in sheet.units():
            if unit.source == source:
                return sheet, unit
    raise LookupError(source)


def one_with(pattern):
    """A source that reads so."""
    words = [word.source for group in words_of_groups().values() for word in group.values()]
    return next(source for source in words if re.search(pattern, source))


def do_a_job(monkeypatch):
    pack_kits.enqueue([])
    work_off(pack_kits)


def let_the_clock_strike(monkeypatch):
    monkeypatch.setattr("time.sleep", Mock(side_effect=KeyboardInterrupt))
    monkeypatch.setattr(run_clock, "close_old_connections", lambda: None)
    with pytest.raises(KeyboardInterrupt):
        call_command("run_clock")


class WordsTests:
    def test_what_comes_with_the_project_is_there_in_all_its_languages(self, desk):
        for original in Original.objects.filter(kind="interface"):
            assert (original.language, original.city) == ("en", None)
            assert set(original.states.values_list("stage", flat=True)) == {Stage.LIVE}
        _sheet, unit = find("Search")
        assert (unit.stage, unit.target) == (UnitStage.DONE, "Buscar")

    def test_a_better_word_is_what_readers_get_at_once(self, client, home, cast, desk, saved):
        sheet, unit = find("Search")
        with saved():
            sheet.write({unit.key: "Encontrar"}, cast.translator_es)

        assert "Encontrar" in client.get("/es/cities/pittsburgh/").content.decode()
        assert "Encontrar" not in client.get("/fr/cities/pittsburgh/").content.decode()

        with saved():
            find("Search")[0].clear([unit.key], cast.translator_es)
        assert "Encontrar" not in client.get("/es/cities/pittsburgh/").content.decode()

    def test_other_processes_notice_with_their_next_request(
        self, client, home, cast, desk, saved, monkeypatch
    ):
        client.get("/es/cities/pittsburgh/")
        with monkeypatch.context() as patch:
            patch.setattr(site_words, "notice_new_words", lambda: None)
            sheet, unit = find("Search")
            with saved():
                sheet.write({unit.key: "Encontrar"}, cast.translator_es)
        with override("es"):
            assert gettext("Search") == "Buscar"

        assert "Encontrar" in client.get("/es/cities/pittsburgh/").content.decode()

    @pytest.mark.parametrize("work", [do_a_job, let_the_clock_strike])
    def test_worker_and_clock_notice_before_they_begin(self, work, cast, desk, saved, monkeypatch):
        with monkeypatch.context() as patch:
            patch.setattr(site_words, "notice_new_words", lambda: None)
            with override("es"):
                assert gettext("Search") == "Buscar"  # as this process has read it
            sheet, unit = find("Search")
            with saved():
                sheet.write({unit.key: "Encontrar"}, cast.translator_es)
        with override("es"):
            assert gettext("Search") == "Buscar"

        work(monkeypatch)

        with override("es"):
            assert gettext("Search") == "Encontrar"

    def test_what_is_counted_is_written_for_every_number(self, cast, desk, saved):
        source = one_with(r" \| ")
        one, many = source.split(" | ")
        sheet, unit = find(source, "ru")
        assert unit.place.endswith("1, 21, 31 | 2, 3, 4 | 0, 5, 6")
        assert sheet.why_not(unit, "одно | много")

        with saved():
            sheet.write({unit.key: "один | два | пять"}, cast.admin)
        with override("ru"):
            assert [ngettext(one, many, number) for number in (1, 3, 5)] == ["один", "два", "пять"]

    def test_a_suggestion_of_a_machine_reaches_nobody(self, cast, desk, saved):
        sheet, unit = find("Search")
        with saved():
            sheet.write({unit.key: "Máquina"}, cast.admin, made="machine")

        assert not SiteWord.objects.exists()
        assert find("Search")[1].stage == UnitStage.MACHINE

    def test_no_query_is_asked_to_read_them(self, desk, django_assert_num_queries):
        with django_assert_num_queries(0), override("es"):
            site_words.notice_new_words()
            assert gettext("Search") == "Buscar"


class WrongWordsTests:
    @pytest.mark.parametrize(
        "words",
        [
            "&lt;script&gt;alert(1)&lt;/script&gt;",
            'Buscar" onfocus="alert(1)',
            "<b>Buscar</b>",
            "100 %",
            "%(made_up)s",
            "{name}",
            " ",
        ],
    )
    def test_nothing_that_could_break_a_page_is_kept(self, cast, desk, words):
        sheet, unit = find("Search")

        with pytest.raises(WrongWordsError):
            sheet.write({unit.key: words}, cast.admin)

    def test_a_placeholder_stays_as_it_is(self, desk):
        source = one_with(r"^[^|]*%\(\w+\)s[^|]*$")
        sheet, unit = find(source)

        assert sheet.why_not(unit, "Sin nada")
        assert not sheet.why_not(unit, unit.source)

    def test_words_that_came_another_way_are_looked_at_again(self, desk, saved):
        _sheet, unit = find("Search")
        with saved():
            SiteWord.objects.create(
                language="es", key=unit.key, msgid="Search", words="<img src=x onerror=alert(1)>"
            )

        write_site_words("es")
        with override("es"):
            assert gettext("Search") == "Buscar"


class RightsTests:
    def test_only_those_who_write_for_the_alliance_in_this_language_write_them(
        self, home, cast, desk
    ):
        local = MembershipFactory(
            local_group=home.pittsburgh_group, role=Role.TRANSLATOR, language="es"
        ).user
        sheet, _unit = find("Search")
        assert sheet.may_write(cast.translator_es)
        assert not find("Search", "fr")[0].may_write(cast.translator_es)
        for person in (cast.pittsburgh_editor, cast.washington_editor, cast.press_officer, local):
            assert not sheet.may_write(person)
