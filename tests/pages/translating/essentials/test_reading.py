"""What readers find of a title and summary, and until when."""

import pytest
from django.test import TestCase
from django.utils import timezone
from wagtail.models import PageViewRestriction

from pages.models import Entry, Essentials
from pages.translating.asking import begin_translation
from pages.translating.essentials import (
    CannotShowEssentialsError,
    show_essentials,
    why_not_shown,
)
from tests.factories.collect import ConsentFactory
from tests.factories.pages import TestimonyStoryPageFactory, publish

from ..work import locale, reword, translation_of, turn
from .hands import ADDRESS, SPANISH, in_spanish, say, send


class ReadingTests:
    def test_readers_find_title_and_summary_and_where_the_rest_is(self, client, shown):
        answer = client.get(ADDRESS)
        page = answer.content.decode()

        assert answer.status_code == 404
        assert "<h1>Solos ante el juez</h1>" in page
        assert "Nueve de cada diez no tienen abogado." in page
        assert 'href="/en/cities/pittsburgh/alone/"' in page
        assert 'content="noindex"' in page
        assert 'rel="alternate" hreflang="es"' not in page

    def test_nothing_else_of_the_draft_is_there(self, client, shown):
        assert "Nine in ten have" not in client.get(ADDRESS).content.decode()
        assert not Entry.objects.filter(page=shown).exists()
        assert "Solos ante" not in client.get("/es/search/?q=Solos").content.decode()

    def test_another_language_is_told_nothing_of_it(self, client, shown):
        assert (
            "Solos ante el juez" not in client.get(ADDRESS.replace("es", "fr", 1)).content.decode()
        )

    def test_a_machine_is_named(self, client, draft, cast):
        say(draft, cast.translator_es, made="machine")
        show_essentials(draft, cast.pittsburgh_reviewer)

        assert "translation-note--machine" in client.get(ADDRESS).content.decode()

    def test_later_words_of_the_draft_wait_until_they_are_shown(self, client, shown, cast):
        say(shown, cast.translator_es, {"title": "Otra cosa"})
        assert "<h1>Solos ante el juez</h1>" in client.get(ADDRESS).content.decode()

        show_essentials(shown, cast.pittsburgh_reviewer)
        assert "<h1>Otra cosa</h1>" in client.get(ADDRESS).content.decode()

    def test_a_newer_original_is_named_and_another_paragraph_is_not(self, finding, shown):
        reword(finding, "Hearings are short", "Hearings are brief")
        assert not in_spanish(finding).is_behind(Entry.objects.get(page=finding))

        reword(finding, "Tenants face", "Nobody helps when tenants face")
        assert in_spanish(finding).is_behind(Entry.objects.get(page=finding))

    def test_words_are_escaped(self, client, draft, cast):
        say(draft, cast.translator_es, SPANISH | {"title": "Solos &lt;b&gt;y&lt;/b&gt; sin &amp;"})
        show_essentials(draft, cast.pittsburgh_reviewer)

        page = client.get(ADDRESS).content.decode()

        assert "<h1>Solos &lt;b&gt;y&lt;/b&gt; sin &amp;</h1>" in page


class UntilTests:
    def test_the_whole_page_takes_their_place(self, client, shown):
        turn(translation_of(shown))
        translation_of(shown).save_target(publish=False)
        publish(type(shown).objects.get(pk=shown.pk).get_latest_revision())

        assert not Essentials.objects.exists()
        assert client.get(ADDRESS).status_code == 200

    def test_an_original_that_is_taken_down_takes_them_along(self, finding, shown):
        finding.specific.unpublish()

        assert not Essentials.objects.exists()

    def test_an_original_that_is_hidden_hides_them_at_once(self, client, finding, shown):
        PageViewRestriction.objects.create(page=finding, restriction_type="login")

        assert in_spanish(finding) is None
        assert "Solos ante el juez" not in client.get(ADDRESS).content.decode()

    def test_one_that_is_down_by_whichever_way_hides_them(self, finding, shown):
        type(finding).objects.filter(pk=finding.pk).update(live=False)

        assert in_spanish(finding) is None

    def test_a_draft_that_is_deleted_takes_them_along(self, shown):
        shown.delete()

        assert not Essentials.objects.exists()

    def test_whoever_may_show_them_takes_them_back(self, client, cast, shown):
        send(client, shown, cast.pittsburgh_editor, "take back")

        assert not Essentials.objects.exists()


class StoryTests:
    @pytest.fixture
    def story(self, home, cast):
        consent = ConsentFactory(testimony__city=home.pittsburgh["en"].place)
        page = TestimonyStoryPageFactory(
            parent=home.pittsburgh["en"], slug="heat", testimony=consent.testimony
        )
        draft = begin_translation(page, locale("es"), cast.pittsburgh_editor)[-1]
        say(draft, cast.translator_es)
        return draft

    def test_a_safety_reviewer_shows_them_and_an_editor_does_not(self, client, cast, story):
        send(client, story, cast.pittsburgh_editor)
        assert not Essentials.objects.exists()

        send(client, story, cast.pittsburgh_reviewer)
        assert in_spanish(story)

    def test_whoever_began_the_story_never_approves_it(self, cast, story):
        story.owner = cast.pittsburgh_reviewer

        assert why_not_shown(story, cast.pittsburgh_reviewer)

    def test_a_consent_that_ends_hides_them_at_once_and_clears_them(self, cast, story):
        show_essentials(story, cast.pittsburgh_reviewer)
        type(story.consent).objects.update(withdrawn_on=timezone.now())
        assert in_spanish(story) is None
        type(story.consent).objects.update(withdrawn_on=None)
        assert in_spanish(story)

        with TestCase.captureOnCommitCallbacks(execute=True):
            story.consent.withdraw()
        assert not Essentials.objects.exists()

    def test_none_are_shown_without_consent(self, cast, story):
        type(story.consent).objects.update(withdrawn_on=timezone.now())

        with pytest.raises(CannotShowEssentialsError):
            show_essentials(story, cast.pittsburgh_reviewer)
