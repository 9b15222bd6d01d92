"""Each kind of work waits for those who can do it, and for nobody of another city."""

from datetime import timedelta

import pytest
from django.utils import timezone, translation
from wagtail.models import Page

from campaigns.clamor.models import BuildState, KitBuild
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

pytestmark = pytest.mark.django_db


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
