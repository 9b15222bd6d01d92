"""The data that the project ships: complete in six languages, and without slips."""

from collections import Counter
from datetime import date

import pytest
from django.conf import settings

from campaigns.treaties.choices import Kind, UsStatus
from campaigns.treaties.data_files import DataError, DataFiles

FILES = DataFiles()
LANGUAGES = [code for code, _name in settings.LANGUAGES]


class InstrumentTests:
    def test_all_instruments_and_articles_are_there(self):
        assert len(FILES.instruments) == 25
        assert len(FILES.articles) == 311
        assert len(FILES.themes) == 20

    def test_kinds_and_statuses_come_from_the_closed_lists(self):
        assert {one["kind"] for one in FILES.instruments} <= set(Kind.values)
        assert {one["us_status"] for one in FILES.instruments} <= set(UsStatus.values)

    def test_a_party_has_a_day_of_ratification_and_a_signatory_none(self):
        for one in FILES.instruments:
            status = UsStatus(one["us_status"])
            is_party = status in {UsStatus.PARTY, UsStatus.PARTY_WITH_RESERVATIONS}
            assert bool(one["us_ratified"]) == is_party, one["slug"]
            if status == UsStatus.SIGNED:
                assert isinstance(one["us_signed"], date), one["slug"]

    def test_every_date_says_whether_it_has_a_source(self):
        for one in FILES.instruments:
            said = {value.split()[0] for value in one["confirmed"] + one["to_confirm"]}
            dated = {
                name for name in ["adopted", "in_force", "us_signed", "us_ratified"] if one[name]
            }
            assert dated <= said, one["slug"]

    def test_nothing_enters_into_force_before_it_is_adopted(self):
        for one in FILES.instruments:
            assert not one["in_force"] or one["adopted"] < one["in_force"], one["slug"]

    def test_themes_rest_on_articles_that_exist(self):
        assert {key for theme in FILES.themes for key in theme["articles"]} <= set(FILES.articles)


@pytest.mark.parametrize("language", LANGUAGES)
class WordsTests:
    def test_every_treaty_article_body_and_theme_has_words(self, language):
        assert FILES.missing(language) == {}

    def test_no_word_is_empty_or_too_long_for_its_field(self, language):
        words = FILES.words[language]
        for key, said in words["articles"].items():
            assert 0 < len(said["label"]) <= 200, key
            assert said["plain"].strip(), key
        for key, said in words["treaties"].items():
            assert 0 < len(said["title"]) <= 300, key
            assert said["plain"].strip(), key
        assert all(0 < len(label) <= 100 for label in words["themes"].values())

    def test_two_articles_of_one_treaty_are_not_told_in_the_same_words(self, language):
        said = [
            (key.split(":")[0], words["plain"])
            for key, words in FILES.words[language]["articles"].items()
        ]
        assert [pair for pair, times in Counter(said).items() if times > 1] == []


@pytest.mark.parametrize("language", [code for code in LANGUAGES if code != "en"])
def test_it_is_not_english_under_another_name(language):
    english, words = FILES.words["en"], FILES.words[language]
    for part in ["articles", "treaties"]:
        same = [
            key for key, said in english[part].items() if said["plain"] == words[part][key]["plain"]
        ]
        assert same == []


class SlipTests:
    def test_words_for_an_article_that_does_not_exist_are_named(self, data_copy, rewrite):
        rewrite("labels/en.yaml", lambda said: said["articles"].update({"icescr:99": {}}))

        with pytest.raises(DataError, match=r"labels/en.yaml has words for articles .*icescr:99"):
            DataFiles(data_copy)

    def test_a_file_that_is_not_yaml_is_named(self, data_copy):
        (data_copy / "labels" / "es.yaml").write_text("treaties: [", encoding="utf-8")

        with pytest.raises(DataError, match=r"es.yaml is not valid YAML"):
            DataFiles(data_copy)
