"""Earlier work is offered again, and never to somebody who may not read it."""

import pytest
from django.test import TestCase
from wagtail.models import Page
from wagtail_localize.models import StringTranslation

from pages.models.made import MACHINE
from pages.translating.asking import begin_translation
from pages.translating.measuring import measure_page
from pages.translating.memory import memories_for
from pages.translating.sheets import opening
from tests.factories.collect import ConsentFactory
from tests.factories.pages import FindingPageFactory, TestimonyStoryPageFactory

from .work import locale, reword, translation_of, turn

SAID = "Nine in ten have no lawyer."


def sheet_of(page, language="es"):
    begin_translation(page, locale(language))
    return opening.open_sheet(measure_page(page.translation_key), language)


def remembered(sheet, user):
    """Everything that the memory offers on a sheet, in one list."""
    found = memories_for(sheet, sheet.units(), user)
    return [memory for memories in found.values() for memory in memories]


@pytest.fixture
def elsewhere(home):
    """A finding of another city that says nearly the same."""
    words = [("paragraph", {"words": "<p>Nine in ten have no lawyers.</p>"})]
    page = FindingPageFactory(parent=home.washington["en"], title="Courts", body=words)
    return sheet_of(page)


class OfferTests:
    def test_the_same_sentence_comes_first(self, home, cast, spanish):
        words = [("paragraph", {"words": f"<p>{SAID}</p>"})]
        sheet = sheet_of(FindingPageFactory(parent=home.pittsburgh["en"], body=words))

        best = remembered(sheet, cast.pittsburgh_editor)
        same = next(memory for memory in best if memory.source == SAID)

        assert (same.target, same.per_cent) == (f"ES {SAID}", 100)

    def test_a_similar_one_says_how_alike_and_where_it_differs(self, cast, spanish, elsewhere):
        (memory,) = (m for m in remembered(elsewhere, cast.admin) if m.source == SAID)

        assert 90 < memory.per_cent < 100
        assert [piece.text for piece in memory.pieces if piece.is_changed] == ["lawyer"]

    def test_two_questions_are_enough(self, cast, spanish, elsewhere, django_assert_num_queries):
        units = elsewhere.units()
        memories_for(elsewhere, units, cast.admin)

        with django_assert_num_queries(2):
            memories_for(elsewhere, units, cast.admin)

    def test_a_machine_is_not_remembered(self, cast, spanish, elsewhere):
        StringTranslation.objects.update(translation_type=MACHINE)

        assert remembered(elsewhere, cast.admin) == []


class BreakInTests:
    def test_what_readers_have_is_for_everybody(self, cast, spanish, elsewhere):
        assert remembered(elsewhere, cast.washington_editor)

    def test_a_draft_of_another_city_is_not(self, cast, draft, elsewhere):
        turn(translation_of(draft))

        assert remembered(elsewhere, cast.washington_editor) == []
        assert remembered(elsewhere, cast.pittsburgh_editor)

    def test_what_was_changed_since_readers_got_it_is_not(self, cast, spanish, elsewhere):
        kept = StringTranslation.objects.get(data=f"ES {SAID}")
        kept.data = "ES todavía secreto"
        kept.save()

        told = [memory.target for memory in remembered(elsewhere, cast.washington_editor)]

        assert "ES todavía secreto" not in told

    def test_what_was_taken_down_is_not(self, cast, finding, spanish, elsewhere):
        finding.specific.unpublish()

        assert remembered(elsewhere, cast.washington_editor) == []

    def test_testimony_of_another_city_is_not_even_when_readers_have_it(
        self, client, cast, home, elsewhere
    ):
        consent = ConsentFactory(testimony__city=home.pittsburgh["en"].place)
        words = [("paragraph", {"words": f"<p>{SAID}</p>"})]
        story = TestimonyStoryPageFactory(
            parent=home.pittsburgh["en"], testimony=consent.testimony, body=words
        )
        draft = begin_translation(story, locale("es"))[-1]
        turn(translation_of(draft))
        assert remembered(elsewhere, cast.pittsburgh_editor)

        type(draft).objects.filter(pk=draft.pk).update(live=True)

        assert remembered(elsewhere, cast.washington_editor) == []

    def test_testimony_that_was_taken_back_is_for_nobody(self, cast, home, elsewhere):
        consent = ConsentFactory(testimony__city=home.pittsburgh["en"].place)
        words = [("paragraph", {"words": f"<p>{SAID}</p>"})]
        story = TestimonyStoryPageFactory(
            parent=home.pittsburgh["en"], testimony=consent.testimony, body=words
        )
        turn(translation_of(begin_translation(story, locale("es"))[-1]))

        consent.withdraw()

        assert remembered(elsewhere, cast.pittsburgh_editor) == []
        assert remembered(elsewhere, cast.admin) == []


class ForgettingTests:
    def test_what_no_page_says_any_more_is_gone(self, client, cast, finding, spanish, elsewhere):
        reword(finding, SAID, "Judges hurry.")

        told = [memory.source for memory in remembered(elsewhere, cast.admin)]

        assert SAID not in told

    def test_what_was_deleted_is_gone(self, cast, finding, spanish, elsewhere):
        with TestCase.captureOnCommitCallbacks(execute=True):
            for page in (spanish, finding):
                Page.objects.get(pk=page.pk).specific.delete()

        assert remembered(elsewhere, cast.admin) == []
