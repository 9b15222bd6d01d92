"""What a teller took back, and what is not for everybody, no way of the desk gives out."""

import pytest
from django.test import TestCase
from django.urls import reverse
from wagtail.models import Page, PageViewRestriction

from campaigns.collect.models import Consent
from campaigns.places.models import Role
from pages.models import TranslationRequest, TranslationState
from pages.translating.asking import begin_translation
from pages.translating.extracting import read_source
from pages.translating.memory import memories_for
from pages.translating.requesting import ask
from pages.translating.sheets.opening import open_sheet
from tests.factories.pages import (
    FindingPageFactory,
    NewsroomPageFactory,
    PressReleasePageFactory,
    TestimonyStoryPageFactory,
    publish,
)
from tests.factories.places import MembershipFactory

from .work import (
    asked_in_admin,
    locale,
    original_of,
    publish_in_editor,
    run_jobs,
    translation_of,
    turn,
)

TITLE = "Rosa told us of the cold"


def bench_of(original, language="es"):
    return reverse("translate_text", args=[original.pk, language])


def prepared(*spans):
    query = "&".join(f"request={span}" for span in spans)
    return f"{reverse('translations_in_preparation')}?part=1&{query}"


def translator_of(group, language):
    return MembershipFactory(local_group=group, role=Role.TRANSLATOR, language=language).user


def take_back(story):
    with TestCase.captureOnCommitCallbacks(execute=True):
        story.testimony.consent.withdraw()


class TakenBackTests:
    """A teller takes back what was asked for in another language, or is half translated."""

    @pytest.fixture
    def story(self, home, cast):
        story = TestimonyStoryPageFactory(parent=home.pittsburgh["en"], title=TITLE)
        begin_translation(story, locale("es"), cast.pittsburgh_editor)
        return story

    @pytest.fixture
    def request_fr(self, cast, story):
        with TestCase.captureOnCommitCallbacks(execute=True):
            return ask(original_of(story), "fr", cast.pittsburgh_editor)

    def test_no_draft_of_it_is_made_any_more(self, story, request_fr):
        take_back(story)
        run_jobs()

        request_fr.refresh_from_db()
        assert "taken this testimony back" in request_fr.trouble
        there = Page.objects.filter(translation_key=story.translation_key, locale=locale("fr"))
        assert not there.exists()

    @pytest.mark.parametrize("file_format", ["po", "xliff"])
    def test_its_words_leave_in_no_file(self, client, cast, story, file_format):
        original = original_of(story)
        address = reverse("translation_file", args=[original.pk, "es", file_format])
        client.force_login(cast.translator_es)
        assert b"The radiator was cold" in client.get(address).content

        take_back(story)

        assert client.get(address).status_code == 404
        bring = reverse("take_in_translation_file", args=[original.pk, "es"])
        assert client.get(bring).status_code == 404

    def test_its_title_is_told_to_no_translator(self, client, home, story, request_fr):
        client.force_login(translator_of(home.pittsburgh_group, "fr"))
        assert TITLE in client.get(prepared(request_fr.pk)).content.decode()

        take_back(story)

        assert client.get(prepared(request_fr.pk)).status_code == 404
        change = reverse("change_translation_request", args=[request_fr.pk])
        for action in ("take", "again", "withdraw"):
            assert client.post(change, {"action": action}, follow=True).status_code == 404
        assert TranslationRequest.objects.get(pk=request_fr.pk).person is None


class QuotedWordsTests:
    """A finding quotes a story in two languages, and its teller takes it back."""

    SAID = "The radiator was cold all that winter long."

    @pytest.fixture
    def story(self, home):
        return TestimonyStoryPageFactory(parent=home.pittsburgh["en"])

    @pytest.fixture
    def original(self, client, cast, home, story):
        evidence = [("story", {"story": story, "words": self.SAID})]
        page = FindingPageFactory(parent=home.pittsburgh["en"], evidence=evidence)
        [draft] = begin_translation(page, locale("es"), cast.pittsburgh_editor)
        turn(translation_of(draft))
        publish_in_editor(client, cast.pittsburgh_editor, draft)
        return original_of(page)

    def remembered(self, home, user):
        words = [("paragraph", {"words": "<p>The radiator was cold all that winter.</p>"})]
        page = FindingPageFactory(parent=home.washington["en"], body=words)
        begin_translation(page, locale("es"))
        sheet = open_sheet(original_of(page), "es")
        found = memories_for(sheet, sheet.units(), user).values()
        return {memory.source for memories in found for memory in memories}

    def test_no_other_city_is_offered_them(self, cast, home, story, original):
        assert self.SAID in self.remembered(home, cast.washington_editor)

        take_back(story)

        assert self.SAID not in self.remembered(home, cast.washington_editor)

    def test_nobody_translates_them_or_takes_them_along(self, client, cast, story, original):
        file = reverse("translation_file", args=[original.pk, "es", "po"])
        client.force_login(cast.translator_es)
        assert self.SAID in client.get(file).content.decode()

        take_back(story)

        assert self.SAID not in client.get(file).content.decode()
        assert self.SAID not in {unit.source for unit in open_sheet(original, "es").units()}

    def test_the_desk_wants_fewer_words_from_that_moment(self, cast, home, story):
        evidence = [("story", {"story": story, "words": self.SAID})]
        with TestCase.captureOnCommitCallbacks(execute=True):  # notes that it quotes the story
            page = FindingPageFactory(parent=home.pittsburgh["en"], evidence=evidence)
        begin_translation(page, locale("es"), cast.pittsburgh_editor)
        states = TranslationState.objects.filter(original=original_of(page), language="es")
        before = states.get().words_left

        take_back(story)

        assert states.get().words_left == before - len(self.SAID.split())

    def test_nor_once_the_story_is_deleted_and_the_page_that_quotes_it_saved(
        self, client, cast, story, original
    ):
        story.delete()
        page = Page.objects.get(pk=original.page_id).specific
        publish(page)
        read_source(page)

        assert self.SAID not in {unit.source for unit in open_sheet(original, "es").units()}

    def test_a_release_needs_that_its_teller_agreed_to_the_press(self, cast, home, story):
        quote = {"story": story, "words": self.SAID, "speaker": "Rosa"}
        newsroom = NewsroomPageFactory(parent=home.pittsburgh["en"])
        release = PressReleasePageFactory(parent=newsroom, quotes=[("quote", quote)])
        begin_translation(release, locale("es"), cast.admin)

        def to_translate():
            return {unit.source for unit in open_sheet(original_of(release), "es").units()}

        assert self.SAID in to_translate()

        Consent.objects.filter(testimony=story.testimony).update(press_kit=False)

        assert to_translate()
        assert self.SAID not in to_translate()

    def test_nor_a_tellers_words_that_name_no_story_any_more(self, cast, home):
        city = home.pittsburgh["en"]
        quote = {"is_tellers": True, "words": self.SAID, "speaker": "Rosa"}
        newsroom = NewsroomPageFactory(parent=city)
        for page in (
            FindingPageFactory(parent=city, evidence=[("story", {"words": self.SAID})]),
            PressReleasePageFactory(parent=newsroom, quotes=[("quote", quote)]),
        ):
            begin_translation(page, locale("es"), cast.admin)
            units = open_sheet(original_of(page), "es").units()
            assert units
            assert self.SAID not in {unit.source for unit in units}


class NotForEverybodyTests:
    """A live page that only some readers may open."""

    @pytest.fixture
    def original(self, finding):
        PageViewRestriction.objects.create(page=finding, restriction_type="login")
        return original_of(finding)

    def test_who_may_not_edit_it_does_not_get_it_by_asking(self, client, home, finding, original):
        person = translator_of(home.pittsburgh_group, "es")
        address = f"{reverse('ask_for_translations')}?text={original.pk}"

        assert asked_in_admin(client, person, address, languages=["es"]).status_code == 404
        assert finding.title not in client.get(bench_of(original), follow=True).content.decode()
        assert not TranslationRequest.objects.exists()

    def test_who_may_edit_it_asks(self, client, cast, original):
        address = f"{reverse('ask_for_translations')}?text={original.pk}"
        asked_in_admin(client, cast.pittsburgh_editor, address, languages=["es"])
        assert TranslationRequest.objects.exists()
