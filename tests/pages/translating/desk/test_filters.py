"""What is shown of the desk, in which order, and that both stay the same from page to page."""

from datetime import timedelta

import pytest
from django.test import TestCase
from django.utils import timezone

from pages.models import Original
from tests.factories.pages import EventPageFactory, FindingPageFactory

from .seen import ask_desk, ask_for, original_of, seen


@pytest.fixture
def titles(client, cast):
    """titles(stage="todo", …) are those that the editor of Pittsburgh is shown."""
    return lambda **query: list(seen(client, cast.pittsburgh_editor, **query))


@pytest.fixture
def event(home):
    page = EventPageFactory(parent=home.pittsburgh["en"], title="A hearing")
    original_of(page)
    return page


@pytest.fixture(autouse=True)
def known(finding):
    original_of(finding)


class OneByOneTests:
    def test_by_a_part_of_the_title(self, titles, finding, event):
        assert titles(q="judges") == [finding.title]
        assert titles(q="%") == []

    def test_by_type(self, titles, finding, event):
        assert titles(kind="event") == [event.title]

    def test_by_city(self, client, cast, home, finding):
        mine = {"city": str(home.pittsburgh_group.city_id)}

        assert finding.title in seen(client, cast.admin, **mine)
        alliance = seen(client, cast.admin, city="alliance")
        assert finding.title not in alliance
        assert home.homes["en"].title in alliance

    def test_by_importance(self, titles, finding, event):
        Original.objects.filter(title=event.title).update(importance=3)

        assert titles(importance="3") == [event.title]

    def test_missing_in_one_language(self, titles, finding, home):
        ask_for(finding, "ar")

        assert titles(language="ar", stage="missing") == []
        assert titles(language="ru", stage="missing") == [finding.title]

    def test_missing_anywhere(self, titles, finding):
        assert finding.title in titles(stage="missing")

    def test_by_stage_in_any_language_or_in_one(self, titles, finding, event):
        ask_for(finding, "ar")

        assert titles(stage="requested") == [finding.title]
        assert titles(stage="requested", language="ar") == [finding.title]
        assert titles(stage="requested", language="es") == []

    def test_by_person(self, titles, cast, finding, event):
        ask_for(finding, "es", person=cast.pittsburgh_editor)
        ask_for(event, "es")

        assert titles(person="me") == [finding.title]
        assert titles(person="nobody") == [event.title]

    def test_by_day(self, titles, finding, event):
        today = timezone.localdate()
        ask_for(finding, "es", due_on=today - timedelta(days=1))
        ask_for(event, "es", due_on=today + timedelta(days=20))

        assert titles(due="overdue") == [finding.title]
        assert set(titles(due="month")) == {finding.title, event.title}
        assert titles(due="none") == []

    def test_all_questions_are_about_one_language(self, titles, cast, finding):
        ask_for(finding, "es", person=cast.pittsburgh_editor)
        ask_for(finding, "ar", due_on=timezone.localdate() - timedelta(days=1))

        assert titles(person="me", due="overdue") == []

    def test_what_makes_no_sense_is_left_out(self, titles, finding):
        assert finding.title in titles(stage="<b>", city="999", person="0 OR 1", sort="?", p="x")


class SomethingToDoTests:
    def test_what_is_finished_or_waits_for_others_is_not(self, titles, finding, spanish):
        original_of(finding)

        assert finding.title not in titles(language="es", stage="todo")
        assert finding.title in titles(language="ar", stage="todo")

    def test_a_draft_that_nobody_asked_for_is_not(self, titles, home):
        page = FindingPageFactory(parent=home.pittsburgh["en"], title="Not yet", live=False)
        original_of(page)
        assert "Not yet" not in titles(language="ar", stage="todo")

        ask_for(page, "ar")
        assert "Not yet" in titles(language="ar", stage="todo")


class OrderTests:
    def test_first_things_first_then_by_title(self, titles, home, finding, event):
        Original.objects.filter(title=event.title).update(importance=1)
        Original.objects.exclude(title=event.title).update(importance=2)

        assert titles()[0] == event.title

    def test_the_next_day_first_and_what_has_none_last(self, titles, finding, event):
        today = timezone.localdate()
        ask_for(event, "es", due_on=today)
        ask_for(finding, "ru", due_on=today + timedelta(days=2))

        assert titles(sort="due")[:2] == [event.title, finding.title]

    def test_the_longest_first(self, titles, finding, event):
        assert titles(sort="words")[0] == finding.title


class PagesTests:
    @pytest.fixture
    def sixty(self, home):
        Original.objects.bulk_create(
            Original(
                key=f"picture-{n}",
                kind="picture",
                language="en",
                title=f"Picture {n:02}",
                city=home.pittsburgh_group.city,
                is_public=True,
            )
            for n in range(60)
        )

    def test_fifty_at_a_time(self, client, cast, sixty):
        first = ask_desk(client, cast.pittsburgh_editor, kind="picture", sort="title")
        second = ask_desk(client, cast.pittsburgh_editor, kind="picture", sort="title", p=2)

        assert [len(answer.context["rows"]) for answer in (first, second)] == [50, 10]

    def test_the_next_page_keeps_what_was_chosen(self, client, cast, sixty):
        page = ask_desk(client, cast.pittsburgh_editor, kind="picture", sort="title")

        assert 'href="?kind=picture&amp;sort=title&amp;p=2"' in page.content.decode()


class EmptyTests:
    def test_where_nothing_fits_the_way_back_is_offered(self, client, cast):
        page = ask_desk(client, cast.pittsburgh_editor, q="zzz").content.decode()

        assert "Nothing fits what you chose" in page

    def test_where_there_is_nothing_yet(self, client, cast):
        with TestCase.captureOnCommitCallbacks():
            Original.objects.all().delete()

        page = ask_desk(client, cast.pittsburgh_editor).content.decode()
        assert "nothing to translate in your cities yet" in page
