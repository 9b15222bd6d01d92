"""The lists of findings and stories, as a reader narrows and leafs through them."""

import pytest
from django.core.management import call_command
from django.utils import timezone

from campaigns.treaties.models import RightsTag
from pages.models import Entry, FindingKind
from pages.record import record
from tests.factories.pages import FindingPageFactory, TestimonyStoryPageFactory

pytestmark = pytest.mark.django_db


def titles(answer):
    return [entry.title for entry in answer.context["found"].page.object_list]


def options(answer, name):
    return {option.value: option for option in answer.context["found"].facet(name).options}


class FindingsTests:
    def test_the_newest_comes_first_and_drafts_and_other_languages_stay_away(self, client, home):
        today = timezone.now()
        for days, title in [(3, "Oldest"), (1, "Newest"), (2, "Between")]:
            published = today - timezone.timedelta(days=days)
            FindingPageFactory(
                parent=home.pittsburgh["en"], title=title, first_published_at=published
            )
        FindingPageFactory(parent=home.pittsburgh["en"], title="Draft", live=False)
        FindingPageFactory(parent=home.pittsburgh["es"], title="En español")
        assert titles(client.get("/en/findings/")) == ["Newest", "Between", "Oldest"]
        assert titles(client.get("/es/findings/")) == ["En español"]

    def test_kind_and_city_narrow_together(self, client, home):
        FindingPageFactory(parent=home.pittsburgh["en"], title="Bad here")
        FindingPageFactory(
            parent=home.pittsburgh["en"], title="Better here", kind=FindingKind.PROGRESS
        )
        FindingPageFactory(
            parent=home.washington["en"], title="Better there", kind=FindingKind.PROGRESS
        )
        answer = client.get("/en/findings/?kind=progress&city=washington")
        assert titles(answer) == ["Better there"]
        assert {value: option.count for value, option in options(answer, "kind").items()} == {
            "progress": 1
        }
        assert options(answer, "city")["pittsburgh"].count == 1
        assert options(answer, "city")["washington"].url == "/en/findings/?kind=progress"
        assert '<meta name="robots" content="noindex' in answer.content.decode()

    def test_a_treaty_gathers_what_rests_on_its_articles(self, client, home):
        call_command("load_treaties", verbosity=0)
        page = FindingPageFactory(parent=home.pittsburgh["en"], title="On housing")
        page.rights.add(RightsTag.objects.get(slug="icescr-11"))
        page.save()
        record(page)
        FindingPageFactory(parent=home.pittsburgh["en"], title="On nothing")
        answer = client.get("/en/findings/?treaty=icescr")
        assert titles(answer) == ["On housing"]
        assert "US signed, not ratified" in answer.content.decode()

    def test_the_second_page_has_the_rest_and_keeps_what_was_chosen(self, client, home):
        for number in range(26):
            FindingPageFactory(parent=home.pittsburgh["en"], title=f"Finding {number}")
        first = client.get("/en/findings/?city=pittsburgh")
        second = client.get("/en/findings/?city=pittsburgh&page=2")
        assert (len(titles(first)), len(titles(second))) == (24, 2)
        assert 'href="?city=pittsburgh&amp;page=2"' in first.content.decode()
        assert not set(titles(first)) & set(titles(second))
        assert len(titles(client.get("/en/findings/?page=999999999999999999999"))) == 2

    def test_an_empty_list_says_so_and_does_not_answer_in_english_elsewhere(self, client, home):
        assert "No findings in this language yet." in client.get("/en/findings/").content.decode()
        answer = client.get("/en/findings/?city=nowhere")
        assert "No finding fits all that you chose." in answer.content.decode()
        assert 'href="/en/findings/"' in answer.content.decode()
        assert '<html lang="ar" dir="rtl">' in client.get("/ar/findings/").content.decode()


class StoriesTests:
    def test_a_story_taken_back_leaves_the_list(self, client, home):
        kept = TestimonyStoryPageFactory(parent=home.pittsburgh["en"])
        gone = TestimonyStoryPageFactory(parent=home.pittsburgh["en"])
        gone.testimony.consent.withdrawn_on = timezone.now()
        gone.testimony.consent.save()
        answer = client.get("/en/stories/")
        assert titles(answer) == [kept.title]
        assert options(answer, "city")["pittsburgh"].count == 1
        assert gone.title not in answer.content.decode()


class NavigationTests:
    def labels(self, client, path):
        return [item.label for item in client.get(path).context["site_navigation"]]

    def test_sections_are_named_only_where_the_language_has_them(self, client, home):
        assert self.labels(client, "/en/findings/") == [
            "Cities",
            "Findings",
            "Stories",
            "Treaties",
            "Search",
        ]
        home.indexes["es"].unpublish()
        assert len(self.labels(client, "/es/findings/")) == 4

    def test_the_reader_is_told_where_they_are(self, client, home):
        html = client.get("/en/cities/pittsburgh/").content.decode()
        assert '<a href="/en/cities/" aria-current="page">' in html

    def test_the_lists_cost_one_question_and_none_where_nothing_shows_them(
        self, client, home, django_assert_num_queries
    ):
        from django.test import RequestFactory

        from pages.navigation import site_lists

        request = RequestFactory().get("/en/")
        with django_assert_num_queries(0):
            lists = site_lists(request)
        with django_assert_num_queries(1):
            assert list(lists["site_navigation"])
            assert list(lists["site_footer"])
        assert Entry.objects.visible().exists()
