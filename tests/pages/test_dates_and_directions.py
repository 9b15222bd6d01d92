"""What a reader sees of days, clocks, telephone numbers and codes."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone, translation

from pages.record import record
from pages.templatetags.directions import isolated
from pages.templatetags.reading_tags import fuzzy_day, on_clock
from tests.factories.compile import ReviewFactory
from tests.factories.pages import (
    EventPageFactory,
    FindingPageFactory,
    NewsroomPageFactory,
    OutcomeExplainerPageFactory,
    OutcomeIndexPageFactory,
    ResourcePageFactory,
    TestimonyStoryPageFactory,
)

pytestmark = pytest.mark.django_db

PUBLISHED = datetime(2026, 3, 4, 12, tzinfo=UTC)


def read(client, path):
    answer = client.get(path)
    assert answer.status_code == 200, path
    return answer.content.decode()


class ListedDayTests:
    def test_a_un_outcome_shows_the_day_of_the_review(self, client, home):
        index = OutcomeIndexPageFactory(parent=home.homes["en"])
        review = ReviewFactory(held_on=date(2020, 11, 9))
        OutcomeExplainerPageFactory(
            parent=index, review=review, slug="of-2020", first_published_at=PUBLISHED
        )

        assert '<time datetime="2020-11-09">November 9, 2020</time>' in read(client, "/en/un/")
        assert '"datePublished": "2026-03-04' in read(client, "/en/un/of-2020/")

    def test_a_review_still_to_come_does_not_lead_the_list(self, home):
        index = OutcomeIndexPageFactory(parent=home.homes["en"])
        review = ReviewFactory(held_on=timezone.localdate() + timedelta(days=300))
        page = OutcomeExplainerPageFactory(parent=index, review=review)

        assert page.entry.shown_on == page.first_published_at

    def test_a_finding_shows_its_own_day_where_it_has_one(self, client, home):
        city = home.pittsburgh["en"]
        FindingPageFactory(parent=city, status_on=date(2025, 12, 10), first_published_at=PUBLISHED)
        FindingPageFactory(parent=city, first_published_at=PUBLISHED)
        html = read(client, "/en/findings/")

        assert '<time datetime="2025-12-10">December 10, 2025</time>' in html
        assert '<time datetime="2026-03-04">March 4, 2026</time>' in html

    def test_an_event_shows_when_it_starts_on_the_clock_of_its_place(self, client, home):
        starts = datetime(2025, 5, 18, 2, tzinfo=UTC)  # the evening before in Oregon
        page = EventPageFactory(
            parent=home.pittsburgh["en"],
            title="Zucchini evening",
            starts_at=starts,
            time_zone="America/Los_Angeles",
            first_published_at=PUBLISHED,
        )
        html = read(client, "/en/search/?q=zucchini")

        assert page.entry.listed_on == date(2025, 5, 17)
        assert '<time datetime="2025-05-17">May 17, 2025</time>' in html

    def test_what_stands_for_years_shows_no_day(self, client, home):
        ResourcePageFactory(parent=home.pittsburgh["en"], title="Zucchini guide")
        NewsroomPageFactory(parent=home.pittsburgh["en"], title="Zucchini newsroom")
        html = read(client, "/en/search/?q=zucchini")

        assert "Zucchini newsroom" in html.replace("<mark>", "").replace("</mark>", "")
        assert "<time" not in html

    def test_a_story_shows_its_month_only(self, client, home):
        TestimonyStoryPageFactory(
            parent=home.pittsburgh["en"], title="Zucchini winter", first_published_at=PUBLISHED
        )
        html = read(client, "/en/search/?q=zucchini")

        assert '<time datetime="2026-03">March 2026</time>' in html
        assert "March 4" not in html

    def test_a_finding_says_what_its_day_is(self, client, home):
        FindingPageFactory(
            parent=home.pittsburgh["en"],
            slug="one",
            since="counted since 2012",
            first_published_at=PUBLISHED,
        )
        html = read(client, "/en/cities/pittsburgh/one/")

        assert '<time datetime="2026-03-04">Published March 4, 2026</time>' in html
        assert '<p class="print-end"><bdi dir="ltr">http' in html

    def test_problems_come_before_progress_of_the_same_day(self, client, home):
        for kind in ["problem", "progress"]:
            FindingPageFactory(
                parent=home.pittsburgh["en"], kind=kind, title=kind, first_published_at=PUBLISHED
            )
        found = client.get("/en/cities/pittsburgh/").context["findings"]

        assert [entry.title for entry in found] == ["problem", "progress"]


class DeadlineTests:
    @pytest.fixture
    def city(self, home):
        page, today = home.pittsburgh["en"], timezone.localdate()
        page.deadlines = [
            ("deadline", {"date": day, "time": clock, "reach": "local", "words": words})
            for day, clock, words in [
                (today - timedelta(days=400), "", "Long past"),
                (today + timedelta(days=40), "", "Later"),
                (today - timedelta(days=4), "", "Just past"),
                (today + timedelta(days=4), "18:00 America/New_York", "Soon"),
            ]
        ]
        page.save()
        record(page)
        return page

    def test_the_next_one_leads_and_past_ones_stand_below(self, client, city):
        html = read(client, "/en/cities/pittsburgh/")
        words = ["Soon", "Later", ">Past</h3>", "Just past", "Long past"]

        assert sorted(words, key=html.index) == words
        assert "Our group" in html

    def test_the_hour_reads_like_every_other_hour(self, client, city):
        html = read(client, "/en/cities/pittsburgh/")

        assert "America/New_York" not in html
        assert "6:00\u202fPM, Eastern" in html

    def test_what_is_no_clock_stays_as_it_was_written(self):
        assert on_clock("noon", date(2027, 1, 1)) == "noon"
        assert on_clock("18:00 Mars/Base", date(2027, 1, 1)) == "18:00 Mars/Base"


class HomeTests:
    def test_the_only_story_leads_and_is_not_announced_again(self, client, home):
        story = TestimonyStoryPageFactory(parent=home.pittsburgh["en"])
        front = home.homes["en"]
        front.lead_story = story
        front.save()

        assert 'id="voices"' not in read(client, "/en/")
        TestimonyStoryPageFactory(parent=home.pittsburgh["en"])
        assert 'id="voices"' in read(client, "/en/")


class DirectionTests:
    def test_help_lines_can_be_called_from_an_arabic_page(self, client, home):
        TestimonyStoryPageFactory(
            parent=home.pittsburgh["ar"],
            slug="heat",
            support="<p>اتصل: 412-255-2600 أو 988</p>",
        )
        html = read(client, "/ar/cities/pittsburgh/heat/")

        assert '<a class="phone" href="tel:+14122552600" dir="ltr">412-255-2600</a>' in html
        assert '<a class="phone" href="tel:988" dir="ltr">988</a>' in html

    def test_codes_stand_apart_on_an_arabic_page_and_nowhere_else(self, client, home):
        words = "المرسوم 2024-0770"
        for language in ["ar", "fr"]:
            FindingPageFactory(
                parent=home.pittsburgh[language], slug="one", title=words, summary=words
            )
        html = read(client, "/ar/cities/pittsburgh/one/")

        assert 'المرسوم <bdi dir="ltr">2024-0770</bdi></h1>' in html
        assert "<title>المرسوم 2024-0770" in html
        assert f"{words}</h1>" in read(client, "/fr/cities/pittsburgh/one/")

    def test_an_editors_markup_is_not_let_through(self):
        with translation.override("ar"):
            assert "<b>" not in isolated("<b>A-1</b>")

    def test_a_month_is_written_as_its_language_does(self):
        with translation.override("zh-hans"):
            assert fuzzy_day("2023-10") == "2023年10月"
