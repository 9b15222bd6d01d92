"""The working pages of the press, and the calendar file of an event."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import icalendar
import pytest
import time_machine

from tests.factories.collect import ConsentFactory
from tests.factories.pages import (
    EventPageFactory,
    MediaKitPageFactory,
    NewsroomPageFactory,
    PressReleasePageFactory,
    TestimonyStoryPageFactory,
    translate,
)

CONTACT = {
    "name": "Press desk",
    "role": "Press officer",
    "phone": "+1 412-555-0100",
    "email": "press@example.org",
    "languages": "English, Spanish",
    "time_zone": "America/Los_Angeles",
    "hours": "9 to 17",
}


@pytest.fixture
def newsroom(home):
    return NewsroomPageFactory(
        parent=home.pittsburgh["en"],
        contacts=[("contact", CONTACT)],
        boilerplate_short="Volunteers of Pittsburgh.",
    )


def read(client, address):
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


class NewsroomTests:
    @time_machine.travel(datetime(2026, 1, 15, 20, 5, tzinfo=UTC))
    def test_contacts_come_first_with_the_time_it_is_there(self, client, newsroom):
        words = read(client, "/en/cities/pittsburgh/press/")

        assert words.index("Press desk") < words.index("Media kits")
        assert 'href="mailto:press@example.org"' in words
        assert "12:05" in words

    def test_it_lists_its_kits_and_releases(self, client, newsroom):
        MediaKitPageFactory(parent=newsroom, title="Kit on heat")
        PressReleasePageFactory(parent=newsroom, title="Council votes on heat")

        words = read(client, "/en/cities/pittsburgh/press/")

        assert "Kit on heat" in words
        assert "Council votes on heat" in words

    def test_it_says_when_there_is_nothing_yet(self, client, newsroom):
        assert "There is no media kit in this language yet" in read(
            client, "/en/cities/pittsburgh/press/"
        )

    def test_the_newsroom_of_one_city_does_not_list_another(self, client, home, newsroom):
        elsewhere = NewsroomPageFactory(parent=home.washington["en"])
        PressReleasePageFactory(parent=elsewhere, title="News of Washington")
        national = NewsroomPageFactory(parent=home.homes["en"])

        assert "News of Washington" not in read(client, "/en/cities/pittsburgh/press/")
        assert "News of Washington" in read(client, "/en/press/")
        assert national.live


class ReleaseTests:
    def test_its_plain_text_has_everything_that_is_printed(self, client, newsroom):
        release = PressReleasePageFactory(
            parent=newsroom,
            slug="heat",
            title="Council votes on heat & light",
            subheadline="Eight to one",
            dateline="PITTSBURGH",
            quotes=[("quote", {"words": "At last.", "speaker": "A. Tenant", "role": "tenant"})],
            notes="<p>Vote 8&ndash;1.</p>",
        )

        answer = client.get(f"/en/cities/pittsburgh/press/{release.slug}/release.txt")
        words = answer.content.decode()

        assert answer["Content-Type"] == "text/plain; charset=utf-8"
        for part in (
            "Council votes on heat & light",
            "Eight to one",
            "PITTSBURGH",
            "The council voted on Tuesday.",
            "“At last.”",
            "Vote 8–1.",
            "press@example.org",
        ):
            assert part in words
        assert "<" not in words

    def test_its_quotes_are_marked_as_its_language_marks_them(self, client, newsroom):
        quote = ("quote", {"words": "Enfin.", "speaker": "Une locataire", "role": ""})
        release = PressReleasePageFactory(parent=newsroom, slug="heat", quotes=[quote])
        translate(newsroom, "fr")
        translate(release, "fr")

        words = read(client, "/fr/cities/pittsburgh/press/heat/release.txt")

        assert "Enfin." in words
        assert words.split("Enfin.")[0].rstrip().endswith("«")
        assert "“" not in words

    def test_the_words_of_a_teller_leave_it_with_their_consent(self, client, newsroom, home):
        consent = ConsentFactory(testimony__city=home.pittsburgh["en"].place, press_kit=True)
        story = TestimonyStoryPageFactory(parent=home.pittsburgh["en"], testimony=consent.testimony)
        quote = {"story": story, "words": "Nobody asked.", "speaker": "Rosa", "role": ""}
        PressReleasePageFactory(parent=newsroom, slug="heat", quotes=[("quote", quote)])
        addresses = [
            "/en/cities/pittsburgh/press/heat/",
            "/en/cities/pittsburgh/press/heat/release.txt",
        ]
        assert all("Nobody asked." in read(client, address) for address in addresses)

        type(consent).objects.update(press_kit=False)

        assert not any("Nobody asked." in read(client, address) for address in addresses)

    def test_a_draft_has_no_plain_text(self, client, newsroom):
        release = PressReleasePageFactory(parent=newsroom, slug="soon", live=False)

        address = f"/en/cities/pittsburgh/press/{release.slug}/release.txt"
        assert client.get(address).status_code == 404


class EventTests:
    def calendar(self, client, event, language="en"):
        answer = client.get(f"/{language}/cities/pittsburgh/{event.slug}/event.ics")
        assert answer.status_code == 200
        assert answer["Content-Type"].startswith("text/calendar")
        return icalendar.Calendar.from_ical(answer.content)

    def event(self, home, **fields):
        # The evening after clocks went forward in the United States.
        starts = datetime(2027, 3, 14, 18, 30, tzinfo=ZoneInfo("America/New_York"))
        return EventPageFactory(
            parent=home.pittsburgh["en"],
            slug="hearing",
            title="Hearing on heat",
            starts_at=starts,
            time_zone="America/New_York",
            **fields,
        )

    def test_the_calendar_keeps_the_clock_of_the_place(self, client, home):
        calendar = self.calendar(client, self.event(home))
        [event] = calendar.walk("VEVENT")

        assert event.start.isoformat() == "2027-03-14T18:30:00-04:00"
        assert calendar.walk("VTIMEZONE")[0]["TZID"] == "America/New_York"
        assert str(event["SUMMARY"]) == "Hearing on heat"

    def test_a_cancelled_event_says_so_in_both_places(self, client, home):
        event = self.event(home, is_cancelled=True)

        assert str(self.calendar(client, event).walk("VEVENT")[0]["STATUS"]) == "CANCELLED"
        assert "Cancelled" in read(client, "/en/cities/pittsburgh/hearing/")

    def test_the_page_says_the_time_of_the_place_in_its_own_language(self, client, home):
        translate(self.event(home), "es", title="Audiencia sobre la calefacción")

        words = read(client, "/es/cities/pittsburgh/hearing/")

        assert "14 de marzo de 2027" in words
        assert "18:30" in words
