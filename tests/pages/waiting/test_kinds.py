"""Each kind of work waits for those who can do it, and for nobody of another city."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.utils import timezone, translation
from wagtail.models import GroupApprovalTask, Page, Workflow, WorkflowTask

from campaigns.clamor.models import BuildState, KitBuild
from campaigns.places.models import Role
from pages.translating.desk.filters import DeskFilterForm
from pages.translating.desk.look import Look
from pages.translating.desk.todo import counts_for
from pages.translating.measuring import measure_page
from pages.translating.requesting import ask, close_request, take
from pages.waiting import translations
from pages.waiting.gathering import waiting_for
from pages.waiting.line import Urgency
from pages.waiting.person import Person
from tests.factories.accounts import UserFactory
from tests.factories.collect import ConsentFactory
from tests.factories.library import ImageFactory
from tests.factories.pages import (
    EventPageFactory,
    FindingPageFactory,
    MediaKitPageFactory,
    NewsroomPageFactory,
    TestimonyStoryPageFactory,
    publish,
    translate,
)
from tests.factories.places import MembershipFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def city(home):
    return home.pittsburgh["en"]


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def editor(cast):
    return cast.pittsburgh_editor


@pytest.fixture
def neighbour(cast):
    return cast.washington_editor


@pytest.fixture
def lines():
    """lines(user, "given") are the Lines of one kind that wait for somebody."""

    def find(user, kind):
        groups = {group.kind.name: group.lines for group in waiting_for(Person(user))}
        return groups.get(kind, [])

    return find


@pytest.fixture
def writer(home):
    member = MembershipFactory(local_group=home.pittsburgh_group, role=Role.WRITER)
    return member.user


@pytest.fixture
def workflow(home):
    """The editors of Pittsburgh approve what its writers hand in."""
    task = GroupApprovalTask.objects.create(name="Second pair of eyes")
    task.groups.add(Group.objects.get(name="role/pittsburgh/editor"))
    workflow = Workflow.objects.create(name="Approval")
    WorkflowTask.objects.create(workflow=workflow, task=task)
    return workflow


@pytest.fixture
def handed_in(city, writer, workflow):
    page = FindingPageFactory(parent=city, title="Handed in", live=False, owner=writer)
    page.save_revision(user=writer)
    return workflow.start(page, writer)


class ReviewTests:
    def test_what_was_handed_in_waits_for_who_may_approve_it(
        self, waits, handed_in, editor, writer, neighbour
    ):
        assert waits(editor)["review"] == ["Handed in"]
        assert "review" not in waits(writer)
        assert waits(neighbour) == {}

    def test_what_was_sent_back_waits_for_its_writer(
        self, waits, handed_in, editor, writer, neighbour
    ):
        state = handed_in.current_task_state
        state.task.specific.on_action(state, editor, "reject")

        assert waits(writer)["mend"] == ["Handed in"]
        assert "review" not in waits(editor)
        assert "mend" not in waits(editor)
        assert waits(neighbour) == {}


class ConsentTests:
    @pytest.fixture
    def due(self, home, today):
        return ConsentFactory(
            testimony__city=home.pittsburgh_group.city,
            testimony__reference="PGH-7",
            given_on=today - timedelta(days=400),
        )

    def test_a_teller_to_be_asked_again_is_named_by_reference(
        self, waits, due, editor, writer, neighbour, cast
    ):
        assert waits(editor)["consents"] == ["PGH-7"]
        for other in (writer, neighbour, cast.translator_es, cast.press_officer):
            assert "consents" not in waits(other)

    def test_a_year_is_not_over_yet(self, waits, due, editor, today):
        due.renew(today - timedelta(days=300))

        assert "consents" not in waits(editor)


class DeadlineTests:
    @pytest.fixture
    def deadlines(self, city, today):
        def deadline(words, days):
            day = today + timedelta(days=days)
            return ("deadline", {"date": day, "reach": "un", "words": words})

        city.deadlines = [deadline("Over", -1), deadline("Far", 90), deadline("Near", 9)]
        city.save()

    def test_those_of_the_next_weeks_are_told(self, waits, deadlines, editor, neighbour, cast):
        assert waits(editor)["deadlines"] == ["Near"]
        assert "deadlines" not in waits(neighbour)
        assert "deadlines" not in waits(cast.translator_es)

    def test_each_is_told_once_in_the_language_of_the_admin(
        self, waits, deadlines, home, editor, today
    ):
        spanish = home.pittsburgh["es"]
        day = today + timedelta(days=9)
        spanish.deadlines = [("deadline", {"date": day, "reach": "un", "words": "Cerca"})]
        spanish.save()

        assert waits(editor)["deadlines"] == ["Near"]
        with translation.override("es"):
            assert waits(editor)["deadlines"] == ["Cerca"]
        with translation.override("ar"):
            assert len(waits(editor)["deadlines"]) == 1

    def test_events_are_told_unless_they_are_cancelled(self, waits, city, editor, neighbour):
        soon = timezone.now() + timedelta(days=3)
        EventPageFactory(parent=city, title="Hearing", starts_at=soon)
        EventPageFactory(parent=city, title="Called off", starts_at=soon, is_cancelled=True)
        EventPageFactory(parent=city, title="Was", starts_at=soon - timedelta(days=5))

        assert waits(editor)["events"] == ["Hearing"]
        assert "events" not in waits(neighbour)


class ScheduleTests:
    def test_what_goes_public_on_its_own(self, waits, city, editor, neighbour):
        page = FindingPageFactory(parent=city, title="Held back", live=False)
        page.go_live_at = timezone.now() + timedelta(days=2)
        publish(page)

        assert waits(editor)["releases"] == ["Held back"]
        assert "releases" not in waits(neighbour)

    def test_what_is_taken_down_on_its_own(self, waits, city, editor, neighbour):
        soon = timezone.now() + timedelta(days=2)
        FindingPageFactory(parent=city, title="Ends", expire_at=soon)

        assert waits(editor)["takedowns"] == ["Ends"]
        assert "takedowns" not in waits(neighbour)


class PromiseTests:
    def promise(self, city, today, quiet, **facts):
        facts = {"status": "promised", "status_on": today - timedelta(days=quiet)} | facts
        return FindingPageFactory(parent=city, **facts)

    def test_one_that_nobody_wrote_about_for_three_months(
        self, waits, city, today, editor, neighbour
    ):
        self.promise(city, today, 91, title="Lawyers by January")
        self.promise(city, today, 89, title="Fresh")
        self.promise(city, today, 91, title="Open", status="open")

        assert waits(editor)["promises"] == ["Lawyers by January"]
        assert "promises" not in waits(neighbour)

    def test_an_update_is_news(self, waits, city, today, editor):
        updates = [("update", {"date": today - timedelta(days=5), "words": "They voted."})]
        self.promise(city, today, 200, updates=updates)

        assert "promises" not in waits(editor)

    def test_it_is_asked_about_once_and_not_in_each_language(self, waits, city, today, editor):
        finding = self.promise(city, today, 91, title="Lawyers by January")
        translate(finding, "es")

        assert waits(editor)["promises"] == ["Lawyers by January"]


class KitTests:
    def test_one_that_failed(self, waits, city, editor, neighbour, cast):
        room = NewsroomPageFactory(parent=city)
        kit = MediaKitPageFactory(parent=room, title="Eviction kit")
        KitBuild.objects.update_or_create(page=kit, defaults={"state": BuildState.FAILED})

        assert waits(editor)["kits"] == ["Eviction kit"]
        assert waits(cast.press_officer)["kits"] == ["Eviction kit"]
        assert "kits" not in waits(neighbour)


class PictureTests:
    @pytest.fixture
    def picture(self, home):
        return ImageFactory(collection=home.pittsburgh_group.collection)

    def test_one_without_words_in_the_language_of_its_page(
        self, waits, city, picture, editor, neighbour
    ):
        FindingPageFactory(parent=city, title="With a picture", picture=picture)

        assert waits(editor)["pictures"] == ["With a picture"]
        assert "pictures" not in waits(neighbour)

    def test_one_that_is_described(self, waits, city, picture, editor):
        picture.texts.update_or_create(language="en", defaults={"alt": "A cold radiator"})
        finding = FindingPageFactory(parent=city, picture=picture)
        assert "pictures" not in waits(editor)

        translate(finding, "es", title="Sin palabras")

        assert waits(editor)["pictures"] == ["Sin palabras"]

    def test_nobody_is_sent_to_a_picture_they_may_not_describe(self, waits, city, editor):
        FindingPageFactory(parent=city, picture=ImageFactory())

        assert "pictures" not in waits(editor)


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


class LockTests:
    def test_what_i_locked(self, waits, city, editor, writer):
        page = FindingPageFactory(parent=city, title="Mine for now")
        Page.objects.filter(pk=page.pk).update(locked=True, locked_by=editor)

        assert waits(editor)["locks"] == ["Mine for now"]
        assert "locks" not in waits(writer)


class TakenBackTests:
    def test_nobody_is_reminded_of_a_story_that_its_teller_took_back(self, waits, city, editor):
        picture = ImageFactory(collection=city.place.local_group.collection)
        story = TestimonyStoryPageFactory(parent=city, title="Zanzibar", photo=picture)
        assert waits(editor)["pictures"] == ["Zanzibar"]

        story.testimony.consent.withdraw()

        assert "Zanzibar" not in str(waits(editor))
