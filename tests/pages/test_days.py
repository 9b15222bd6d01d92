"""Days and hours that an editor types stay what they typed."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.template import Context, Template
from django.urls import reverse
from django.utils import timezone
from wagtail.test.utils.form_data import nested_form_data, streamfield

from campaigns.collect.models import Testimony
from pages.models import EventPage
from tests.factories.pages import EventPageFactory

EVENT = {
    "title": "Hearing",
    "slug": "hearing",
    "summary": "",
    "starts_at": "2026-11-12T18:00",
    "time_zone": "America/Los_Angeles",
    "body": streamfield([]),
    "comments": {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0, "MIN_NUM_FORMS": 0},
}


@pytest.fixture
def editor(client, cast):
    client.force_login(cast.pittsburgh_editor)
    return client


def made(editor, home, **changes):
    address = reverse(
        "wagtailadmin_pages:add", args=["pages", "eventpage", home.pittsburgh["en"].pk]
    )
    return editor.post(address, nested_form_data(EVENT | changes))


class TestimonyDayTests:
    address = "/admin/testimony/new/"

    def record(self, home, **changes):
        return {
            "reference": "PGH-77",
            "city": home.pittsburgh_group.city.pk,
            "naming": "anonymous",
            "place_precision": "hidden",
        } | changes

    def test_the_browsers_own_field_asks_for_them(self, editor):
        page = editor.get(self.address).content.decode()

        for name in ("given_on", "heard_on"):
            assert f'<input type="date" name="{name}"' in page
        assert "date-time-chooser" not in page

    @pytest.mark.parametrize("typed", ["31/31/2026", "12/11/2026", "3 Nov 2026"])
    def test_a_day_that_may_be_another_is_refused_and_kept_as_typed(self, editor, home, typed):
        answer = editor.post(self.address, self.record(home, heard_on=typed, given_on=typed))

        assert set(answer.context["form"].errors) == {"heard_on", "given_on"}
        assert not Testimony.objects.filter(reference="PGH-77").exists()

    def test_nobody_is_heard_in_the_future(self, editor, home):
        tomorrow = timezone.localdate() + timedelta(days=1)

        answer = editor.post(self.address, self.record(home, heard_on=tomorrow.isoformat()))

        assert "heard_on" in answer.context["form"].errors

    def test_consent_may_come_before_the_hearing(self, editor, home):
        days = {"heard_on": "2026-03-05", "given_on": "2026-03-01", "website": "on"}

        editor.post(self.address, self.record(home, **days))

        record = Testimony.objects.get(reference="PGH-77")
        assert (record.heard_on, record.consent.given_on) == (date(2026, 3, 5), date(2026, 3, 1))


class EventHourTests:
    def test_hours_are_those_of_the_place(self, editor, home):
        made(editor, home)

        event = EventPage.objects.get(slug="hearing").get_latest_revision_as_object()
        assert event.starts_at == datetime(2026, 11, 13, 2, 0, tzinfo=UTC)

    def test_they_come_back_as_they_were_typed(self, editor, home):
        event = EventPageFactory(
            parent=home.pittsburgh["en"],
            starts_at=datetime(2026, 11, 13, 2, 0, tzinfo=UTC),
            time_zone="America/Los_Angeles",
        )

        page = editor.get(reverse("wagtailadmin_pages:edit", args=[event.pk])).content.decode()

        assert 'type="datetime-local" name="starts_at" value="2026-11-12T18:00"' in page

    def test_an_event_still_ends_after_it_starts(self, editor, home):
        answer = made(editor, home, ends_at="2026-11-12T17:00")

        assert "ends_at" in answer.context["form"].errors


class StreamDayTests:
    def test_a_block_asks_for_its_day_in_the_same_way(self):
        from pages.blocks.finding import UpdateBlock

        field = UpdateBlock().child_blocks["date"].field

        assert field.widget.input_type == "date"
        assert field.clean("2026-11-09") == date(2026, 11, 9)


def test_no_form_of_a_page_brings_the_calendar(editor, home):
    for kind in ("findingpage", "eventpage"):
        address = reverse("wagtailadmin_pages:add", args=["pages", kind, home.pittsburgh["en"].pk])
        fields = editor.get(address).context["form"].fields
        ours = [fields[name] for name in ("status_on", "starts_at", "ends_at") if name in fields]
        assert {field.widget.input_type for field in ours} <= {"date", "datetime-local"}


def test_a_moment_is_shown_as_the_day_that_it_was_here():
    """Late in the evening it is tomorrow already in Greenwich."""
    late = datetime(2026, 11, 29, 2, 0, tzinfo=UTC)
    template = Template("{% load reading_tags %}{{ moment|day }}")

    assert "28" in template.render(Context({"moment": late}))
