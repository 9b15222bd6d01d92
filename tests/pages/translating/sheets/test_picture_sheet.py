"""What pictures say to those who cannot see them goes through the translation desk."""

import pytest
from django.template import Context, Template
from django.urls import reverse
from wagtail.models import CollectionViewRestriction

from campaigns.places.models import Role
from pages.models import Original, Stage, TranslationRequest
from pages.models.tellers_file import TellersFile
from pages.translating.measuring_words import measure_other_texts
from pages.translating.sheets.opening import open_sheet
from pages.translating.sheets.unit import UnitStage, WrongWordsError
from tests.factories.collect import TestimonyFactory
from tests.factories.library import ImageFactory
from tests.factories.pages import FindingPageFactory, publish
from tests.factories.places import MembershipFactory
from uprcities.library.models import ImageText


def units_of(original, language="es"):
    return {unit.key: unit for unit in open_sheet(original, language).units()}


class WordsTests:
    def test_its_words_are_a_line_of_its_city(self, home, picture, line):
        original = line(picture)

        assert (original.title, original.language) == ("A courtroom & two tenants", "en")
        assert (original.city, original.words) == (home.pittsburgh_group.city, 8)
        assert not original.is_public

    def test_what_is_written_is_what_readers_get(self, cast, picture, line, saved):
        with saved():
            sheet = open_sheet(line(picture), "es")
            sheet.write({"alt": "Un juzgado &amp; dos inquilinos"}, cast.pittsburgh_editor)

        words = picture.text_for("es")
        assert (words.alt, words.language) == ("Un juzgado & dos inquilinos", "es")
        assert (words.caption, words.caption_language) == ("They waited an hour.", "en")
        state = line(picture).states.get(language="es")
        assert (state.stage, state.strings, state.strings_missing) == (Stage.BEHIND, 2, 1)
        assert state.words_left == 4

    def test_a_whole_translation_is_live_and_closes_its_request(self, cast, picture, line, saved):
        with saved():
            request = TranslationRequest.objects.create(original=line(picture), language="es")
        assert line(picture).states.get().stage == Stage.REQUESTED

        with saved():
            open_sheet(line(picture), "es").write({"alt": "Sí", "caption": "No"}, cast.admin)

        request.refresh_from_db()
        assert request.closed_at
        assert line(picture).states.get().stage == Stage.LIVE

    def test_new_words_leave_its_languages_behind_until_they_are_found_right(
        self, cast, picture, line, saved
    ):
        with saved():
            open_sheet(line(picture), "es").write({"alt": "Un juzgado"}, cast.admin)
        with saved():
            text = picture.texts.get(language="en")
            text.alt = "A full courtroom"
            text.save()

        unit = units_of(line(picture))["alt"]
        assert (unit.stage, unit.target) == (UnitStage.BEHIND, "Un juzgado")
        assert unit.earlier_source == "A courtroom &amp; two tenants"
        assert line(picture).states.get().strings_behind == 1

        with saved():
            open_sheet(line(picture), "es").confirm(["alt"], cast.admin)
        assert units_of(line(picture))["alt"].stage == UnitStage.DONE
        assert line(picture).states.get().strings_behind == 0

    def test_words_from_the_form_of_the_picture_are_in_step(self, picture, line, saved):
        with saved():
            ImageText.objects.create(image=picture, language="es", alt="Un juzgado")
        with saved():
            text = picture.texts.get(language="en")
            text.alt = "A full courtroom"
            text.save()
        assert units_of(line(picture))["alt"].stage == UnitStage.BEHIND

        with saved():
            text = picture.texts.get(language="es")
            text.alt = "Un juzgado lleno"
            text.save()
        assert units_of(line(picture))["alt"].stage == UnitStage.DONE

    def test_a_machines_words_reach_no_reader_before_a_person_looked(
        self, cast, picture, line, saved
    ):
        with saved():
            sheet = open_sheet(line(picture), "es")
            sheet.write({"alt": "Una sala"}, cast.admin, made="machine", tool="A machine")
        assert picture.text_for("es").language == "en"
        assert units_of(line(picture))["alt"].stage == UnitStage.MACHINE

        with saved():
            open_sheet(line(picture), "es").confirm(["alt"], cast.admin)
        assert picture.text_for("es").alt == "Una sala"
        unit = units_of(line(picture))["alt"]
        assert (unit.stage, unit.made) == (UnitStage.DONE, "checked")

    def test_cleared_words_are_gone(self, cast, picture, line, saved):
        with saved():
            open_sheet(line(picture), "es").write({"alt": "Sí"}, cast.admin)
        with saved():
            open_sheet(line(picture), "es").clear(["alt"], cast.admin)

        assert not picture.texts.filter(language="es").exists()
        assert not line(picture).states.exists()

    @pytest.mark.parametrize("words", ["<b>Un</b> juzgado", " ", "x" * 501])
    def test_words_that_do_not_fit_are_refused_with_all_others(self, cast, picture, line, words):
        sheet = open_sheet(line(picture), "es")
        with pytest.raises(WrongWordsError):
            sheet.write({"caption": "Bien", "alt": words}, cast.admin)

        assert not picture.texts.filter(language="es").exists()

    def test_what_was_written_first_is_the_original_whatever_its_language(self, home, line, saved):
        with saved():
            image = ImageFactory(collection=home.pittsburgh_group.collection)
            ImageText.objects.create(image=image, language="es", alt="Un juzgado")
        with saved():
            ImageText.objects.create(image=image, language="en", alt="A courtroom")

        assert line(image).language == "es"
        assert open_sheet(line(image), "es") is None
        assert units_of(line(image), "en")["alt"].source == "Un juzgado"

    def test_its_sheet_costs_the_same_however_many_pictures_there_are(
        self, home, picture, line, django_assert_max_num_queries
    ):
        ImageFactory.create_batch(5, collection=home.pittsburgh_group.collection)
        original = line(picture)
        with django_assert_max_num_queries(9):
            open_sheet(original, "es").units()


class RightsTests:
    @pytest.fixture
    def sheet(self, picture, line):
        return open_sheet(line(picture), "es")

    def test_people_of_its_city_and_the_alliance_write_them(self, cast, sheet):
        for person in (cast.pittsburgh_editor, cast.translator_es, cast.admin):
            assert sheet.may_write(person)

    def test_nobody_else_does(self, home, cast, sheet):
        french = MembershipFactory(
            local_group=home.pittsburgh_group, role=Role.TRANSLATOR, language="fr"
        ).user
        for person in (cast.washington_editor, french, cast.press_officer):
            assert not sheet.may_write(person)

    def test_nor_does_a_group_that_is_suspended(self, home, cast, sheet):
        home.pittsburgh_group.suspended_on = "2026-01-01T00:00Z"
        home.pittsburgh_group.save()

        assert not sheet.may_write(cast.pittsburgh_editor)


class ClosedPicturesTests:
    def test_a_private_collection_never_reaches_the_desk(self, home, picture, line, saved):
        original = line(picture)
        with saved():
            home.pittsburgh_group.private_collection = picture.collection
            home.pittsburgh_group.save()

        assert line(picture) is None
        assert open_sheet(original, "es") is None

    def test_nor_does_one_that_asks_who_somebody_is(self, picture, line, saved):
        with saved():
            CollectionViewRestriction.objects.create(
                collection=picture.collection, restriction_type=CollectionViewRestriction.LOGIN
            )

        assert line(picture) is None

    def test_nor_does_a_tellers_picture_that_no_reader_has_seen(self, picture, line, saved):
        with saved():
            TellersFile.objects.create(testimony=TestimonyFactory(), image=picture)

        assert line(picture) is None

    def test_a_picture_moves_out_of_sight_with_its_collection(self, home, picture, line, saved):
        private = home.pittsburgh_group.collection.add_child(name="Private")
        home.pittsburgh_group.private_collection = private
        home.pittsburgh_group.save()
        with saved():
            picture.collection = private
            picture.save()

        assert line(picture) is None

    def test_it_is_measured_in_as_many_queries_however_many(
        self, home, django_assert_max_num_queries
    ):
        for image in ImageFactory.create_batch(8, collection=home.pittsburgh_group.collection):
            ImageText.objects.create(image=image, language="en", alt="A street")
            ImageText.objects.create(image=image, language="fr", alt="Une rue")

        with django_assert_max_num_queries(40):
            measure_other_texts()
        assert Original.objects.filter(kind="picture").count() == 8


class SeeingTests:
    """Nobody describes what they cannot see; nobody sees what is not theirs."""

    @staticmethod
    def shown(original, user):
        source = "{% load other_texts %}{% picture_to_describe original user %}"
        return Template(source).render(Context({"original": original, "user": user}))

    def test_a_picture_that_readers_have_is_shown_to_whoever_translates_it(
        self, home, cast, picture, line, saved
    ):
        finding = FindingPageFactory(parent=home.pittsburgh["en"], picture=picture)
        with saved():
            publish(finding)

        assert line(picture).is_public
        assert "<img" in self.shown(line(picture), cast.translator_es)

    def test_any_other_only_to_those_who_have_its_collection(self, cast, picture, line):
        assert "<img" in self.shown(line(picture), cast.pittsburgh_editor)
        assert "<img" not in self.shown(line(picture), cast.washington_editor)
        assert "<img" not in self.shown(line(picture), cast.translator_es)

    def test_a_page_that_is_taken_down_takes_its_pictures_out_of_sight(
        self, home, cast, picture, line, saved
    ):
        finding = FindingPageFactory(parent=home.pittsburgh["en"], picture=picture)
        with saved():
            publish(finding)
        with saved():
            finding.refresh_from_db()
            finding.unpublish()

        assert not line(picture).is_public


class FormTests:
    def test_words_from_the_form_of_the_picture_reach_the_desk(
        self, client, cast, picture, line, saved
    ):
        client.force_login(cast.pittsburgh_editor)
        address = reverse("wagtailimages:edit", args=[picture.pk])
        sent = {"title": "Court", "alt_en": "A courtroom", "alt_es": "Un juzgado"}
        with saved():
            answer = client.post(address, {**sent, "collection": picture.collection_id})

        assert answer.status_code == 302
        assert line(picture).title == "A courtroom"
        assert line(picture).states.get(language="es").stage == Stage.LIVE
