"""What treaties and their like are called goes through the translation desk."""

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from campaigns.places.models import Role
from campaigns.treaties.models import ArticleLabel, MonitoringBody, Theme, Treaty, TreatyLabel
from campaigns.treaties.models.catalogue import catalogue
from pages.models import Original, OtherKind, Stage, TranslationState
from pages.translating.measuring_words import measure_labels
from pages.translating.sheets.opening import open_sheet
from pages.translating.sheets.unit import UnitStage, WrongWordsError
from tests.factories.places import MembershipFactory


def units_of(original, language="es"):
    return {unit.key: unit for unit in open_sheet(original, language).units()}


class WordsTests:
    def test_all_that_is_shipped_is_on_the_desk_and_in_step(self, treaties, line):
        for kind in (OtherKind.TREATY, OtherKind.ARTICLE, OtherKind.THEME, OtherKind.BODY):
            assert Original.objects.filter(kind=kind, city=None, is_public=True).exists()
        for thing in (Treaty, Theme, MonitoringBody):
            assert line(thing.objects.first()).states.count() == 5
        assert set(TranslationState.objects.values_list("stage", flat=True)) == {Stage.LIVE}

    def test_what_is_written_is_what_readers_get_and_stays(self, cast, article, line, saved):
        with saved():
            open_sheet(line(article), "es").write({"label": "Un techo digno"}, cast.translator_es)
        call_command("load_treaties", verbosity=0)

        assert str(catalogue("es").article("icescr", "11").label) == "Un techo digno"
        assert ArticleLabel.objects.get(article=article, language="es").edited_by_hand

    def test_an_original_changed_by_hand_leaves_its_languages_behind(self, article, line, saved):
        with saved():
            label = ArticleLabel.objects.get(article=article, language="en")
            before, label.label, label.edited_by_hand = label.label, "A decent home", True
            label.save()

        unit = units_of(line(article))["label"]
        assert (unit.stage, unit.earlier_source) == (UnitStage.BEHIND, before)
        assert line(article).states.get(language="es").stage == Stage.BEHIND

    def test_files_that_change_all_languages_together_leave_none_behind(self, article, line, saved):
        with saved():
            for label in ArticleLabel.objects.filter(article=article, language__in=["en", "es"]):
                label.label += "."
                label.save()

        assert units_of(line(article))["label"].stage == UnitStage.DONE

    def test_half_a_label_leaves_the_other_half_to_a_language_that_has_it(
        self, article, line, cast, saved
    ):
        ArticleLabel.objects.filter(article=article, language="ru").delete()
        with saved():
            open_sheet(line(article), "ru").write({"label": "Жильё"}, cast.admin)

        found = catalogue("ru").article("icescr", "11")
        assert (str(found.label), found.label.lang) == ("Жильё", "ru")
        assert (bool(found.plain), found.plain.lang) == (True, "en")

    def test_measuring_them_all_costs_the_same_however_many(
        self, treaties, django_assert_max_num_queries
    ):
        with django_assert_max_num_queries(12):
            measure_labels()

    def test_what_is_new_is_written_once(self, treaties):
        Original.objects.all().delete()
        with CaptureQueriesContext(connection) as asked:
            measure_labels()

        assert not [q for q in asked.captured_queries if q["sql"].startswith("UPDATE")]

    def test_a_sheet_costs_a_few_queries(self, article, line, django_assert_max_num_queries):
        original = line(article)
        with django_assert_max_num_queries(3):
            open_sheet(original, "es").units()


class FormTests:
    def test_an_original_changed_in_the_administrators_form_leaves_its_languages_behind(
        self, client, cast, article, line, saved
    ):
        client.force_login(cast.admin)
        data = inline_data(list(article.labels.all()), "label", "plain")
        english = next(name for name, value in data.items() if value == "en")
        data[english.replace("language", "label")] = "A decent home"
        with saved():
            client.post(reverse("treatyarticle:edit", args=[article.pk]), data)

        assert line(article).title == "ICESCR 11 A decent home"
        assert line(article).states.get(language="es").stage == Stage.BEHIND

    def test_half_a_label_keeps_nobody_from_saving_that_form(self, client, cast, article, line):
        ArticleLabel.objects.filter(article=article, language="ru").delete()
        open_sheet(line(article), "ru").write({"label": "Жильё"}, cast.admin)
        client.force_login(cast.admin)
        data = inline_data(list(article.labels.all()), "label", "plain")

        answer = client.post(reverse("treatyarticle:edit", args=[article.pk]), data)

        assert answer.status_code == 302


def inline_data(labels, *fields):
    """The labels of one thing as the edit form sends them."""
    data = {"labels-TOTAL_FORMS": len(labels), "labels-INITIAL_FORMS": len(labels)}
    for place, label in enumerate(labels):
        for name in ("language", *fields):
            data[f"labels-{place}-{name}"] = getattr(label, name)
        data[f"labels-{place}-id"] = label.pk
    return data


class RightsTests:
    def test_those_who_write_for_the_alliance_write_them(self, cast, article, line):
        coordinator = MembershipFactory(local_group=None, role=Role.COORDINATOR).user
        for person in (cast.translator_es, coordinator, cast.admin):
            assert open_sheet(line(article), "es").may_write(person)

    def test_nobody_else_does(self, home, cast, article, line):
        local = MembershipFactory(
            local_group=home.pittsburgh_group, role=Role.TRANSLATOR, language="es"
        ).user
        assert not open_sheet(line(article), "fr").may_write(cast.translator_es)
        for person in (cast.pittsburgh_editor, cast.washington_editor, local):
            assert not open_sheet(line(article), "es").may_write(person)

    def test_nor_does_somebody_who_is_locked_out(self, cast, article, line):
        cast.translator_es.is_active = False
        cast.translator_es.save()

        assert not open_sheet(line(article), "es").may_write(cast.translator_es)

    def test_an_official_title_is_not_a_translators_to_change(self, cast, treaties, line):
        treaty = Treaty.objects.get(slug="icescr")
        sheet = open_sheet(line(treaty), "es")
        before = TreatyLabel.objects.get(treaty=treaty, language="es").title
        assert sheet.why_not_by(cast.translator_es, units_of(line(treaty))["title"])
        assert not sheet.why_not_by(cast.translator_es, units_of(line(treaty))["plain"])

        for change in (
            lambda: sheet.write({"plain": "Bien", "title": "Un pacto"}, cast.translator_es),
            lambda: sheet.write({"title": "Un pacto"}, cast.admin, made="machine"),
            lambda: sheet.clear(["title"], cast.translator_es),
            lambda: sheet.confirm(["title"], cast.translator_es),
        ):
            with pytest.raises(WrongWordsError):
                change()
        label = TreatyLabel.objects.get(treaty=treaty, language="es")
        assert (label.title, label.plain != "Bien") == (before, True)

    def test_a_coordinator_changes_it(self, treaties, line):
        coordinator = MembershipFactory(local_group=None, role=Role.COORDINATOR).user
        treaty = Treaty.objects.get(slug="icescr")
        open_sheet(line(treaty), "es").write({"title": "Un pacto"}, coordinator)

        assert str(catalogue("es").treaty("icescr").label) == "Un pacto"
