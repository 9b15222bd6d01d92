"""Loading: everything the first time, nothing the second, and never over an editor's words."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from campaigns.treaties.models import (
    ArticleLabel,
    RightsTag,
    Theme,
    ThemeLabel,
    Treaty,
    TreatyArticle,
    TreatyLabel,
)

pytestmark = pytest.mark.django_db


def load(**options):
    told = StringIO()
    call_command("load_treaties", stdout=told, **options)
    return told.getvalue()


class LoadingTests:
    def test_it_makes_treaties_articles_themes_words_and_one_tag_for_each_right(self):
        told = load()

        assert "articles: 311 created, 0 updated, 0 unchanged, 0 kept" in told
        assert Treaty.objects.count() == 25
        assert TreatyArticle.objects.count() == 311
        assert RightsTag.objects.count() == 336
        assert Theme.objects.count() == 20
        assert ArticleLabel.objects.count() == 311 * 6

    def test_a_second_run_changes_nothing(self, treaties):
        before = list(ArticleLabel.objects.values_list().order_by("pk"))

        told = load()

        assert "311 unchanged" in told
        assert all("0 created, 0 updated" in line for line in told.strip().splitlines())
        assert list(ArticleLabel.objects.values_list().order_by("pk")) == before

    def test_a_dry_run_counts_and_writes_nothing(self):
        told = load(dry_run=True)

        assert "treaties: 25 created" in told
        assert "dry run" in told
        assert not Treaty.objects.exists()

    def test_a_mended_word_in_the_file_reaches_the_site(self, treaties, data_copy, rewrite):
        rewrite("labels/en.yaml", lambda said: said["themes"].update(housing="Homes"))

        load(folder=data_copy)

        assert ThemeLabel.objects.get(theme__slug="housing", language="en").label == "Homes"

    def test_a_further_language_needs_only_a_file(self, data_copy, rewrite):
        (data_copy / "labels" / "ht.yaml").write_text(
            "themes:\n  housing: Lojman\n", encoding="utf-8"
        )

        load(folder=data_copy)

        assert str(Theme.objects.get(slug="housing").label("ht")) == "Lojman"

    def test_a_slip_in_a_file_stops_before_anything_is_written(self, data_copy, rewrite):
        rewrite("labels/fr.yaml", lambda said: said["themes"].update(nonsense="Absurde"))

        with pytest.raises(CommandError, match="nonsense"):
            load(folder=data_copy)

        assert not Treaty.objects.exists()

    def test_a_folder_without_files_is_told_in_one_sentence(self, tmp_path):
        with pytest.raises(CommandError, match="cannot be read"):
            load(folder=tmp_path)


class EditorsWordsTests:
    def test_an_editors_own_label_survives(self, treaties):
        label = ArticleLabel.objects.get(
            article__treaty__slug="icescr", article__number="11", language="es"
        )
        label.label, label.edited_by_hand = "Un techo digno", True
        label.save()

        told = load()

        label.refresh_from_db()
        assert label.label == "Un techo digno"
        assert "words in es: 0 created, 0 updated, 368 unchanged, 1 kept" in told

    def test_words_not_edited_by_hand_are_put_right_again(self, treaties):
        TreatyLabel.objects.filter(language="fr").update(title="Perdu")

        load()

        assert not TreatyLabel.objects.filter(title="Perdu").exists()

    def test_facts_that_an_administrator_corrected_survive(self, treaties):
        Treaty.objects.filter(slug="crpd").update(
            us_status="party", us_ratified="2031-05-01", edited_by_hand=True
        )

        load()

        assert Treaty.objects.get(slug="crpd").us_status_words("en") == (
            "The US has been a party since 2031."
        )
