"""Advice stands where it is needed, folded away; figures only where they mean something."""

import pytest
from django.template.loader import render_to_string
from django.urls import reverse

from tests.factories.pages import (
    FindingPageFactory,
    NewsroomPageFactory,
    OutcomeExplainerPageFactory,
    OutcomeIndexPageFactory,
    PressReleasePageFactory,
    TestimonyStoryPageFactory,
)

HINT = "Cut long sentences in two"
CANNOT = "cannot be measured in this language"


@pytest.fixture
def opened(client, cast):
    client.force_login(cast.admin)

    def read(page):
        return client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()

    return read


class GuideTests:
    def test_a_finding_is_written_with_three_of_them(self, opened, home):
        words = opened(FindingPageFactory(parent=home.pittsburgh["en"]))

        for title in (
            "How to write a finding that holds",
            "How to cite a right",
            "How to ask so that it can be checked",
        ):
            assert f"<summary>{title}</summary>" in words
        assert words.count('<details class="our-guide">') == 3

    def test_a_story_asks_for_consent_first_and_for_plain_words(self, opened, home):
        words = opened(TestimonyStoryPageFactory(parent=home.pittsburgh["en"]))

        assert "<summary>Consent comes before the interview</summary>" in words
        assert "<summary>How to write plainly</summary>" in words

    def test_an_explainer_says_what_an_answer_promises(self, opened, home):
        index = OutcomeIndexPageFactory(parent=home.homes["en"])
        words = opened(OutcomeExplainerPageFactory(parent=index))

        assert "<summary>What “supported” and “noted” promise</summary>" in words
        assert 'href="https://undocs.org/A/HRC/RES/5/1"' in words

    def test_a_release_begins_with_news(self, opened, home):
        newsroom = NewsroomPageFactory(parent=home.pittsburgh["en"])
        words = opened(PressReleasePageFactory(parent=newsroom))

        assert "<summary>How to write a release that gets printed</summary>" in words

    def test_the_record_of_a_testimony_says_it_before_its_fields(self, client, cast):
        client.force_login(cast.pittsburgh_editor)

        words = client.get(reverse("testimony:add")).content.decode()

        advice = words.index("<summary>Consent comes before the interview</summary>")
        assert advice < words.index('name="reference"')

    def test_each_has_a_weak_and_a_strong_example(self):
        for name in ("numbers", "article", "ask", "plain", "consent", "answer", "release"):
            words = render_to_string(f"guides/{name}.html")
            assert "<dd></dd>" not in words
            assert words.count("<dd>") == 2


class ReadingEaseTests:
    @pytest.mark.parametrize("language", ["en", "es", "fr"])
    def test_it_is_explained_where_it_is_measured(self, opened, home, language):
        words = opened(home.pittsburgh[language])

        assert HINT in words
        assert CANNOT not in words

    @pytest.mark.parametrize("language", ["ar", "ru", "zh-hans"])
    def test_elsewhere_no_figure_is_shown(self, opened, home, language):
        words = opened(home.pittsburgh[language])

        assert CANNOT in words
        assert '<div class="our-unmeasured">' in words
        assert HINT not in words

    def test_the_preview_can_be_asked_and_readers_load_nothing_for_it(
        self, client, cast, finding, form
    ):
        client.force_login(cast.pittsburgh_editor)
        preview = reverse("wagtailadmin_pages:preview_on_edit", args=[finding.pk])
        client.post(preview, form())

        assert "userbar.js" in client.get(preview, {"in_preview_panel": "true"}).content.decode()
        assert "userbar" not in client.get(finding.url).content.decode()
