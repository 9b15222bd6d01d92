"""How editors look for a right: by what they happen to remember."""

import pytest
from django.utils.translation import override

from campaigns.treaties.search import find_rights, fold, suggest_rights

pytestmark = pytest.mark.django_db


def codes(words, language="en"):
    return [entry.code for entry in find_rights(words, language)]


@pytest.mark.parametrize(
    ("words", "language", "first"),
    [
        ("icescr 11", "en", "ICESCR 11"),
        ("ICESCR-11", "en", "ICESCR 11"),
        ("article 11 icescr", "en", "ICESCR 11"),
        ("CERD", "en", "ICERD"),
        ("icerd", "en", "ICERD"),
        ("cerd 5", "en", "ICERD 5"),
        ("UNCRC 12", "en", "CRC 12"),
        ("op-crc-ac", "en", "CRC-OP-AC"),
        ("c169 6", "en", "ILO 169 6"),
        ("adrdm 11", "en", "ADRDM XI"),
        ("adrdm xi", "en", "ADRDM XI"),
        ("Genocide Convention", "en", "CPPCG"),
        ("homes for refugees", "en", None),
        ("PIDESC 11", "es", "ICESCR 11"),
        ("artículo 11 pidesc", "es", "ICESCR 11"),
        ("huelga", "es", "ICESCR 8"),
        ("EDUCACION", "es", "UDHR 26"),
        ("viviendas", "es", "UDHR 25"),
        ("المادة 11 icescr", "ar", "ICESCR 11"),
        ("السكن", "ar", "UDHR 25"),
        ("лишение свободы", "ru", None),
        ("здоровье", "ru", "CRC 24"),
        ("住房", "zh-hans", "UDHR 25"),
        ("第11条 icescr", "zh-hans", "ICESCR 11"),
        ("vivienda", "en", "UDHR 25"),
        ("住房", "es", "UDHR 25"),
        ("السكن", "fr", "UDHR 25"),
    ],
)
def test_the_first_suggestion_is_the_one_meant(treaties, words, language, first):
    if first:
        assert codes(words, language)[0] == first
    else:
        assert isinstance(codes(words, language), list)


class SearchTests:
    def test_an_abbreviation_offers_the_treaty_and_then_its_articles_in_order(self, treaties):
        assert codes("cerd")[:4] == ["ICERD", "ICERD 1", "ICERD 2", "ICERD 3"]

    def test_english_words_work_in_every_interface(self, treaties):
        assert "ICESCR 11" in codes("housing", "ar")

    def test_it_answers_in_the_active_language(self, treaties):
        with override("fr"):
            assert find_rights("icescr 11")[0].label.lang == "fr"

    def test_every_word_must_fit(self, treaties):
        assert codes("icescr zebra") == []

    def test_nothing_is_found_for_nothing(self, treaties):
        assert codes("") == codes("  ,;  ") == codes("article") == []

    def test_themes_suggest_the_articles_they_rest_on_once(self, treaties):
        suggested = [
            entry.code for entry in suggest_rights(["housing", "poverty", "no-such-theme"])
        ]

        assert suggested == ["UDHR 25", "ICERD 5", "ICESCR 11", "ICESCR 9"]

    def test_spellings_of_one_word_are_one(self):
        assert fold("Educación") == fold("EDUCACION")
        assert fold("أسرة") == fold("اسره")
        assert fold("ребёнок") == fold("ребенок")
