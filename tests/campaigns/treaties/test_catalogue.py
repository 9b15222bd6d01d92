"""The catalogue in memory: one language at a time, never stale, and cheap however many tags there are."""

import pytest
from django.utils.translation import override

from campaigns.treaties.models import CatalogueEdition, RightsTag, Theme, ThemeLabel
from campaigns.treaties.models.catalogue import catalogue, close_request, open_request

pytestmark = pytest.mark.django_db


class LabelTests:
    def test_a_tag_speaks_the_active_language(self, treaties):
        with override("es"):
            words = RightsTag.objects.get(slug="icescr-11").label()

        assert words.text.startswith("Nivel de vida adecuado")
        assert words.lang == "es"

    def test_a_missing_language_falls_back_and_says_so(self, treaties):
        ThemeLabel.objects.filter(language="ru", theme__slug="housing").delete()
        CatalogueEdition.renew()

        words = Theme.objects.get(slug="housing").label("ru")

        assert (words.text, words.lang) == ("Housing and homelessness", "en")

    def test_a_tag_knows_its_address_and_its_citation(self, treaties):
        article, whole = (
            RightsTag.objects.get(slug="icescr-11"),
            RightsTag.objects.get(slug="icescr"),
        )

        assert (article.code, article.url_path) == ("ICESCR 11", "treaties/icescr/11/")
        assert (whole.code, whole.url_path) == ("ICESCR", "treaties/icescr/")

    def test_roman_numbers_make_small_addresses(self, treaties):
        assert RightsTag.objects.get(slug="adrdm-xi").url_path == "treaties/adrdm/xi/"
        assert catalogue("en").article("adrdm", "XI") is catalogue("en").article("adrdm", "xi")


class FreshnessTests:
    def test_a_changed_word_shows_at_once(self, treaties):
        assert str(Theme.objects.get(slug="housing").label("en")) == "Housing and homelessness"

        label = ThemeLabel.objects.get(theme__slug="housing", language="en")
        label.label = "Homes"
        label.save()

        assert str(Theme.objects.get(slug="housing").label("en")) == "Homes"

    def test_a_change_by_another_server_shows_with_the_next_request(self, treaties):
        catalogue("en")
        ThemeLabel.objects.filter(theme__slug="housing", language="en").update(label="Homes")
        CatalogueEdition.objects.update(token="00000000-0000-4000-8000-000000000000")

        assert str(catalogue("en").themes["housing"].label) == "Homes"


class CostTests:
    def test_a_request_asks_once_for_any_number_of_tags(self, treaties, django_assert_num_queries):
        catalogue("en")
        tags = list(RightsTag.objects.all())
        open_request()
        try:
            with django_assert_num_queries(1):
                for tag in tags:
                    assert tag.label("en")
                    assert tag.us_status_words("en")
                    assert tag.url_path
        finally:
            close_request()

    def test_reading_it_anew_takes_the_same_few_queries_in_every_language(
        self, treaties, django_assert_max_num_queries
    ):
        for language in ["en", "ar"]:
            CatalogueEdition.renew()
            with django_assert_max_num_queries(9):
                assert len(catalogue(language).rights) == 336
