"""How far a text is in each language: measured when it changes, by whichever way it changed."""

import re
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail_localize.models import Translation

from campaigns.places.models import Role
from pages.models import Original, Stage, TranslationRequest
from pages.translating import measuring
from pages.translating.asking import begin_translation
from pages.translating.measuring import measure_page, measured_at_the_end
from tests.factories.pages import (
    NewsroomPageFactory,
    PressReleasePageFactory,
    publish,
    translate,
)
from tests.factories.places import MembershipFactory

from .work import locale, publish_in_editor, reword, translation_of, turn


def state_of(page, language="es"):
    return Original.objects.get(key=str(page.translation_key)).states.get(language=language)


def saved():
    """What is measured once a change is saved happens at the end of this block."""
    return TestCase.captureOnCommitCallbacks(execute=True)


class MeasuringTests:
    def test_a_page_is_known_before_anybody_asked_for_it_elsewhere(self, finding):
        with saved():
            finding.save()

        original = Original.objects.get(key=str(finding.translation_key))
        assert (original.title, original.language) == (finding.title, "en")
        assert original.words > 10
        assert not original.states.exists()

    def test_its_language_goes_from_asked_for_to_in_work_to_live(self, client, cast, finding):
        with saved():
            finding.save()
        original = Original.objects.get(key=str(finding.translation_key))
        with saved():
            request = TranslationRequest.objects.create(original=original, language="es")
        assert state_of(finding).stage == Stage.REQUESTED

        with saved():
            draft = begin_translation(finding, locale("es"), cast.pittsburgh_editor)[-1]
            request.person = cast.translator_es
            request.save()
        state = state_of(finding)
        assert (state.stage, state.person) == (Stage.IN_WORK, cast.translator_es)
        assert state.strings == state.strings_missing > 3

        with saved():
            turn(translation_of(draft))
        assert state_of(finding).strings_missing == state_of(finding).words_left == 0

        publish_in_editor(client, cast.pittsburgh_editor, draft)
        assert state_of(finding).stage == Stage.LIVE

    def test_a_reworded_original_leaves_its_languages_behind(self, spanish, finding):
        with saved():
            reword(finding, "Nine in ten", "Eight in ten")

        state = state_of(finding)
        assert (state.stage, state.strings_behind) == (Stage.BEHIND, 1)
        assert state.words_left == 6

    def test_what_is_deleted_leaves_the_desk(self, finding):
        with saved():
            finding.save()
        with saved():
            finding.delete()

        assert not Original.objects.filter(title=finding.title).exists()


class CostTests:
    def saving(self, page, django_assert_max_num_queries, most):
        with saved():
            page.save_revision()
        with django_assert_max_num_queries(most):
            assert measure_page(page.translation_key)

    def test_a_page_that_nobody_asked_for(self, finding, django_assert_max_num_queries):
        self.saving(finding, django_assert_max_num_queries, 9)

    def test_a_page_in_five_languages(self, finding, cast, django_assert_max_num_queries):
        for code in ("es", "fr", "ar", "ru", "zh-hans"):
            begin_translation(finding, locale(code), cast.pittsburgh_editor)

        self.saving(finding, django_assert_max_num_queries, 13)

    def test_nothing_is_written_where_nothing_changed(self, finding, draft):
        measure_page(finding.translation_key)

        with CaptureQueriesContext(connection) as asked:
            measure_page(finding.translation_key)

        written = [q["sql"] for q in asked if re.match("INSERT|UPDATE|DELETE", q["sql"])]
        assert written == []

    def test_one_request_measures_a_page_once(self, finding, monkeypatch):
        measured = []
        monkeypatch.setattr(measuring, "measure_page", measured.append)

        with measured_at_the_end():
            for _number in range(3):
                with saved():
                    finding.save()

        assert measured == [str(finding.translation_key)]

    def test_a_lock_is_no_news(self, finding):
        with saved():
            pass
        with TestCase.captureOnCommitCallbacks() as waiting:
            finding.save(update_fields=["locked", "locked_by", "locked_at"], clean=False)

        assert not [call for call in waiting if "_measure" in repr(call)]

    def test_whoever_saved_has_saved_also_when_measuring_fails(self, finding, monkeypatch, caplog):
        def fail(key):
            raise ValueError(key)

        monkeypatch.setattr(measuring, "measure_page", fail)
        with measured_at_the_end(), saved():
            finding.save()

        assert "could not be measured" in caplog.text


class OtherWaysTests:
    """Translations that did not come about, or do not go on, sentence by sentence."""

    def test_one_that_goes_on_in_one_form_has_no_sentences(self, spanish, finding):
        translation_of(spanish).delete()
        with saved():
            spanish.save_revision()

        state = state_of(finding)
        assert (state.stage, state.strings, state.words_left) == (Stage.LIVE, 0, 0)

    def test_it_is_behind_all_the_same_when_the_original_changes(self, spanish, finding):
        Translation.objects.filter(pk=translation_of(spanish).pk).update(enabled=False)
        with saved():
            reword(finding, "Nine in ten", "Eight in ten")

        state = state_of(finding)
        assert (state.stage, state.strings_behind) == (Stage.BEHIND, 0)

    def test_one_that_began_as_a_copy_is_in_work_and_then_live(self, finding):
        with saved():
            draft = translate(finding, "es", live=False)
        assert state_of(finding).stage == Stage.IN_WORK

        with saved():
            publish(draft)
        assert state_of(finding).stage == Stage.LIVE

    def test_a_small_correction_leaves_nobody_behind(self, spanish, finding):
        with saved():
            reword(finding, "Nine in ten have", "Nine in ten, have", is_small_correction=True)

        assert state_of(finding).stage == Stage.LIVE


class GoneTests:
    def test_one_language_is_missing_again_when_it_is_deleted(self, finding, draft):
        with saved():
            draft.delete()

        original = Original.objects.get(key=str(finding.translation_key))
        assert not original.states.exists()

    def test_or_requested_where_somebody_still_waits_for_it(self, finding, draft):
        original = measure_page(finding.translation_key)
        with saved():
            TranslationRequest.objects.create(original=original, language="es")
        with saved():
            draft.delete()

        assert state_of(finding).stage == Stage.REQUESTED

    def test_a_request_that_is_taken_back_leaves_no_trace(self, finding):
        original = measure_page(finding.translation_key)
        with saved():
            request = TranslationRequest.objects.create(original=original, language="es")
        with saved():
            request.delete()

        assert not original.states.exists()


class PlaceTests:
    def test_everything_below_a_page_that_moves_is_its_new_citys(self, home):
        room = NewsroomPageFactory(parent=home.pittsburgh["en"])
        release = PressReleasePageFactory(parent=room)
        for page in (room, release):
            measure_page(page.translation_key)

        with saved():
            room.move(home.washington["en"], pos="last-child")

        cities = set(
            Original.objects.filter(page__in=[room.pk, release.pk]).values_list(
                "city__slug", flat=True
            )
        )
        assert cities == {"washington"}

    def test_what_a_new_city_begins_with_is_not_translated(self, home, finding):
        measure_page(finding.translation_key)
        city = home.pittsburgh_group.city
        type(city).objects.filter(pk=city.pk).update(is_template=True)

        assert measure_page(finding.translation_key) is None


class CommandTests:
    def run(self):
        out = StringIO()
        call_command("measure_translations", stdout=out)
        return out.getvalue()

    def test_all_pages_are_measured_also_those_never_asked_for(self, finding, draft):
        Original.objects.all().delete()

        said = self.run()

        original = Original.objects.get(key=str(finding.translation_key))
        assert original.states.get().stage == Stage.IN_WORK
        assert said.startswith(f"{Original.objects.count()} texts measured")

    def test_twice_is_as_good_as_once_and_keeps_what_people_said(self, finding):
        self.run()
        Original.objects.update(importance=3)

        assert self.run().startswith(f"{Original.objects.count()} texts measured")
        assert set(Original.objects.values_list("importance", flat=True)) == {3}

    def test_a_line_under_another_key_is_replaced(self, finding):
        Original.objects.all().delete()
        Original.objects.create(key="old", kind="finding", language="en", title="x", page=finding)

        self.run()

        assert Original.objects.get(page=finding).key == str(finding.translation_key)


class LeavingTests:
    @pytest.fixture
    def taken(self, finding, home):
        person = MembershipFactory(
            local_group=home.pittsburgh_group, role=Role.TRANSLATOR, language="es"
        ).user
        original = measure_page(finding.translation_key)
        return TranslationRequest.objects.create(original=original, language="es", person=person)

    def whose(self, taken):
        taken.refresh_from_db()
        return taken.person

    def test_whoever_leaves_gives_back_what_they_had_taken(self, taken):
        with saved():
            taken.person.memberships.all().delete()

        assert self.whose(taken) is None

    def test_whoever_is_locked_out_too(self, taken):
        with saved():
            taken.person.is_active = False
            taken.person.save()

        assert self.whose(taken) is None

    def test_whoever_changes_to_another_language_too(self, taken):
        with saved():
            membership = taken.person.memberships.get()
            membership.language = "ar"
            membership.save()

        assert self.whose(taken) is None

    def test_while_a_group_rests_its_work_stays_with_its_people(self, taken, home):
        with saved():
            home.pittsburgh_group.suspended_on = timezone.now()
            home.pittsburgh_group.save()
            MembershipFactory(local_group=home.washington_group)

        assert self.whose(taken) == taken.person
