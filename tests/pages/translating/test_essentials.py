"""Title and summary go before readers first: by whom, while what holds, and until when."""

import re

import pytest
from django.test import TestCase
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Locale, PageViewRestriction
from wagtail_localize.models import StringTranslation

from campaigns.places.models import Role
from pages.models import Entry, Essentials
from pages.translating.asking import begin_translation
from pages.translating.essential_words import essential_words
from pages.translating.essentials import (
    CannotShowEssentialsError,
    essentials_for,
    show_essentials,
    why_not_shown,
)
from pages.translating.measuring import measure_page
from tests.factories.accounts import UserFactory
from tests.factories.collect import ConsentFactory
from tests.factories.pages import EventPageFactory, TestimonyStoryPageFactory, publish
from tests.factories.places import MembershipFactory

from .work import edit_address, locale, reword, translation_of, turn

ADDRESS = "/es/cities/pittsburgh/alone/"
SPANISH = {"title": "Solos ante el juez", "summary": "Nueve de cada diez no tienen abogado."}


def say(page, by, words=SPANISH, made="manual"):
    """Translate title and summary of a draft, and nothing else."""
    translation = translation_of(page, page.locale.language_code)
    for segment in translation.source.stringsegment_set.select_related("context"):
        if segment.context.path in words:
            StringTranslation.objects.update_or_create(
                translation_of_id=segment.string_id,
                context=segment.context,
                locale=page.locale,
                defaults={
                    "data": words[segment.context.path],
                    "translation_type": made,
                    "last_translated_by": by,
                },
            )


def send(client, page, user, step="show", seen=None):
    original = measure_page(page.translation_key)
    client.force_login(user)
    address = reverse("show_essentials", args=[original.pk, page.locale.language_code])
    seen = essential_words(page).mark if seen is None else seen
    return client.post(address, {"step": step, "seen": seen}, follow=True)


def in_spanish(page):
    return essentials_for(page.translation_key, "es")


@pytest.fixture
def told(draft, cast):
    """The finding’s draft in Spanish with title and summary translated, by the translator."""
    say(draft, cast.translator_es)
    return draft


@pytest.fixture
def shown(told, cast):
    show_essentials(told, cast.pittsburgh_reviewer)
    return told


class AskingTests:
    def test_a_translator_reads_whom_to_ask(self, client, cast, told):
        client.force_login(cast.translator_es)

        page = client.get(edit_address(told)).content.decode()

        named = re.search(r"(?s)has to approve it\. Ask: (.*?)</p>", page)[1]
        assert "<bdi>pittsburgh-editor</bdi>" in named
        assert "washington" not in named

    def test_whoever_wrote_the_words_is_not_named(self, client, cast, draft):
        say(draft, cast.pittsburgh_editor)
        client.force_login(cast.translator_es)

        named = client.get(edit_address(draft)).content.decode().partition("Ask: ")[2]
        assert "<bdi>pittsburgh-reviewer</bdi>" in named
        assert "<bdi>pittsburgh-editor</bdi>" not in named


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


class RightsTests:
    """Who tries it, and what readers see then."""

    def test_the_button_stands_beside_the_sentences(self, client, cast, told):
        measure_page(told.translation_key)
        client.force_login(cast.pittsburgh_editor)

        page = client.get(reverse("wagtailadmin_pages:edit", args=[told.pk])).content.decode()

        assert "Show title and summary to readers" in page

    def test_an_editor_of_the_city_who_did_not_write_them(self, client, cast, told):
        answer = send(client, told, cast.pittsburgh_editor)

        assert in_spanish(told).approved_by == cast.pittsburgh_editor
        assert "Readers can read the title" in answer.content.decode()

    def test_not_whoever_wrote_one_of_them(self, client, cast, told):
        say(told, cast.pittsburgh_editor, {"summary": "Otra."})

        answer = send(client, told, cast.pittsburgh_editor)

        assert not Essentials.objects.exists()
        assert "Somebody else has to approve" in answer.content.decode()

    def test_not_whoever_began_the_draft_where_nobody_knows_who_wrote(self, cast, told):
        StringTranslation.objects.update(last_translated_by=None)

        assert why_not_shown(told, cast.pittsburgh_editor)

    def test_not_a_translator(self, client, cast, told):
        say(told, cast.pittsburgh_editor)

        send(client, told, cast.translator_es)

        assert not Essentials.objects.exists()

    @pytest.mark.parametrize("step", ["show", "take back"])
    def test_another_city_and_another_language_find_no_such_address(
        self, client, cast, home, shown, step
    ):
        french = UserFactory(username="translator-fr")
        MembershipFactory(user=french, local_group=None, role=Role.TRANSLATOR, language="fr")

        for person in (cast.washington_editor, french):
            assert send(client, shown, person, step).status_code == 404

        assert Essentials.objects.count() == 1

    def test_a_translator_takes_nothing_back(self, client, cast, shown):
        assert send(client, shown, cast.translator_es, "take back").status_code in (302, 403, 200)

        assert Essentials.objects.exists()

    def test_an_editor_of_another_language_shows_nothing(self, client, cast, home, told):
        editor = UserFactory(username="editor-fr")
        MembershipFactory(user=editor, local_group=home.pittsburgh_group, language="fr")

        assert send(client, told, editor).status_code == 404
        assert why_not_shown(told, editor)

    @pytest.mark.parametrize("seen", ["", "another"])
    def test_nobody_shows_words_that_they_have_not_read(self, client, cast, told, seen):
        answer = send(client, told, cast.pittsburgh_editor, seen=seen)

        assert not Essentials.objects.exists()
        assert "Look again" in answer.content.decode()

    def test_not_for_a_group_that_is_suspended(self, client, cast, home, told):
        client.force_login(cast.admin)
        client.post(f"/admin/groups/{home.pittsburgh_group.pk}/suspend/", {"confirmed": "1"})
        home.pittsburgh_group.refresh_from_db()
        assert home.pittsburgh_group.suspended_on

        send(client, told, cast.pittsburgh_editor)

        assert not Essentials.objects.exists()

    def test_it_is_no_address_to_look_at(self, client, cast, told):
        original = measure_page(told.translation_key)
        client.force_login(cast.pittsburgh_editor)

        assert client.get(reverse("show_essentials", args=[original.pk, "es"])).status_code == 405

    def test_where_no_approval_is_needed_whoever_publishes_shows(self, client, cast, home):
        event = EventPageFactory(parent=home.pittsburgh["en"])
        draft = begin_translation(event, locale("es"))[-1]
        say(draft, cast.pittsburgh_editor)

        send(client, draft, cast.translator_es)
        assert not Essentials.objects.exists()
        send(client, draft, cast.pittsburgh_editor)
        assert in_spanish(draft)


class DoubtTests:
    @pytest.mark.parametrize("part", ["title", "summary"])
    def test_not_before_both_are_translated(self, cast, draft, part):
        say(draft, cast.translator_es, {part: SPANISH[part]})

        assert "first" in why_not_shown(draft, cast.pittsburgh_reviewer)

    def test_not_while_the_title_is_of_an_earlier_original(self, finding, cast, told):
        reword(finding, "Tenants face", "Nobody helps when tenants face")

        assert why_not_shown(told, cast.pittsburgh_reviewer)

    def test_not_of_an_original_that_nobody_sees(self, finding, cast, told):
        type(finding).objects.filter(pk=finding.pk).update(live=False)

        assert why_not_shown(told, cast.pittsburgh_reviewer)

    def test_not_of_a_page_that_readers_have_whole(self, cast, spanish):
        assert why_not_shown(spanish.specific, cast.pittsburgh_reviewer)

    def test_not_of_an_original(self, cast, finding):
        assert why_not_shown(finding, cast.pittsburgh_reviewer)

    def test_a_page_written_in_one_form_is_asked_for_its_own_words(self, finding, cast):
        copy = finding.copy_for_translation(Locale.objects.get(language_code="es"))
        assert why_not_shown(copy, cast.pittsburgh_reviewer)

        copy.title, copy.summary = "Solos ante el juez", "Sin abogado."
        copy.save_revision(user=cast.pittsburgh_editor)
        show_essentials(copy, cast.pittsburgh_reviewer)

        assert in_spanish(copy).title == "Solos ante el juez"
        assert why_not_shown(copy, cast.pittsburgh_editor)
