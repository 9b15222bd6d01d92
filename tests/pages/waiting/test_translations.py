"""Translations wait for those who can do them, and are given back to who asked."""

from datetime import timedelta

import pytest

from pages.translating.desk.filters import DeskFilterForm
from pages.translating.desk.look import Look
from pages.translating.desk.todo import counts_for
from pages.translating.measuring import measure_page
from pages.translating.requesting import ask, close_request, take
from pages.waiting import translations
from pages.waiting.line import Urgency
from pages.waiting.person import Person
from tests.factories.accounts import UserFactory
from tests.factories.pages import (
    EventPageFactory,
    FindingPageFactory,
    TestimonyStoryPageFactory,
    publish,
    translate,
)

pytestmark = pytest.mark.django_db


class TranslationTests:
    def test_counts_say_what_the_desk_lists(self, home, cast, city, editor):
        finding = FindingPageFactory(parent=city)
        translate(finding, "es")
        translate(finding, "fr", live=False)
        behind = FindingPageFactory(parent=city)
        translate(behind, "es")
        behind.title = "Other words"
        publish(behind)
        event = EventPageFactory(parent=home.homes["en"])
        story = TestimonyStoryPageFactory(parent=home.washington["en"])
        for page in (finding, behind, event, story):
            measure_page(page.translation_key)

        for user in (editor, cast.translator_es, cast.washington_editor, cast.admin):
            look = Look(user)
            counts = counts_for(look.reach)
            listed = {code: self.listed(look, code) for code in ("es", "fr", "ar")}
            told = {
                code: sum(n for (_city, c), n in counts.items() if c == code) for code in listed
            }
            assert told == listed
            assert any(told.values())

    def listed(self, look, code):
        return DeskFilterForm(look, {"language": code, "stage": "todo"}).rows().count()

    def test_one_line_for_each_language(self, waits, cast, city, neighbour):
        for _number in range(2):
            measure_page(FindingPageFactory(parent=city).translation_key)

        assert waits(cast.translator_es)["translate"] == ["español"]
        assert sum(counts_for(Person(cast.translator_es).reach).values()) == 2
        assert "translate" not in waits(neighbour)

    def test_counting_is_two_questions(self, cast, city, django_assert_num_queries):
        measure_page(FindingPageFactory(parent=city).translation_key)
        reach = Person(cast.pittsburgh_editor).reach

        with django_assert_num_queries(2):
            assert counts_for(reach)

    def test_what_is_given_presses_as_its_day_comes_near(self, lines, cast, city, editor, today):
        for title, days in [("Late", -1), ("Near", 5), ("Far", 30), ("Whenever", None)]:
            due_on = today + timedelta(days=days) if days else None
            original = measure_page(FindingPageFactory(parent=city, title=title).translation_key)
            ask(original, "es", editor, person=cast.translator_es, due_on=due_on)

        told = {
            line.about: (line.urgency, line.note) for line in lines(cast.translator_es, "given")
        }

        assert told == {
            "Late": (Urgency.NOW, "Overdue"),
            "Near": (Urgency.NOW, ""),
            "Far": (Urgency.SOON, ""),
            "Whenever": (Urgency.LATER, ""),
        }
        assert not lines(editor, "given")

    def test_what_one_asked_for_and_nobody_took_is_counted_by_itself(
        self, lines, cast, city, editor
    ):
        request = ask(measure_page(FindingPageFactory(parent=city).translation_key), "es", editor)

        (line,) = lines(editor, "untaken")
        assert line.count == 1
        assert line.address.endswith("#jobs-asked")
        assert not lines(editor, "free")
        assert not lines(cast.translator_es, "untaken")

        take(request, cast.translator_es)
        assert not lines(editor, "untaken")

    def test_what_is_free_is_counted_for_those_who_may(self, lines, cast, city, editor, neighbour):
        for _number in range(2):
            ask(measure_page(FindingPageFactory(parent=city).translation_key), "es", editor)

        (line,) = lines(cast.translator_es, "free")
        assert (line.about, line.count, line.by_city) == ("español", 2, {"Pittsburgh": 2})
        assert not lines(neighbour, "free")

    def test_whoever_asked_is_told_when_readers_have_it(self, lines, cast, city, editor):
        request = ask(measure_page(FindingPageFactory(parent=city).translation_key), "es", editor)
        assert not lines(editor, "answered")

        take(request, cast.translator_es)
        close_request(request.original, "es")

        (line,) = lines(editor, "answered")
        assert line.note == "Readers have it"
        assert not lines(cast.translator_es, "answered")

    def test_they_cost_two_questions(self, cast, editor, city, django_assert_num_queries):
        ask(measure_page(FindingPageFactory(parent=city).translation_key), "es", editor)
        person = Person(editor)
        assert person.reach

        with django_assert_num_queries(2):
            for kind in (translations.GIVEN, translations.ANSWERED, translations.FREE):
                list(translations.LINES[kind.name](person))

    def test_nothing_is_asked_for_those_without_a_role(self, waits, city):
        measure_page(FindingPageFactory(parent=city).translation_key)

        assert waits(UserFactory()) == {}
