"""What is the same in every language stays the same."""

import pytest
from django.core.management import call_command
from wagtail.models import Page
from wagtail_localize.models import (
    StringSegment,
)

from campaigns.treaties.models import RightsTag
from pages.models import Entry, TestimonyStoryPage
from pages.translating.asking import begin_translation
from tests.factories.collect import ConsentFactory
from tests.factories.pages import TestimonyStoryPageFactory, publish
from tests.factories.pages import translate as translated

from .work import locale, translation_of, turn


class SharedFactsTests:
    def tags(self, page):
        kept = Page.objects.get(pk=page.pk).specific
        return set(kept.rights.values_list("slug", flat=True))

    @pytest.fixture
    def rights(self, db):
        call_command("load_treaties", verbosity=0)
        return list(RightsTag.objects.all()[:2])

    def test_tags_are_the_same_whichever_side_changed_them(self, rights, finding, spanish):
        page = finding.specific
        page.rights.set(rights[:1])
        publish(page)
        assert self.tags(spanish) == {rights[0].slug}
        assert Entry.objects.get(page=spanish).right_slugs == [rights[0].slug]

        other = Page.objects.get(pk=spanish.pk).specific
        other.rights.set(rights[1:])
        publish(other)
        assert self.tags(finding) == {rights[1].slug}
        assert Entry.objects.get(page=finding).right_slugs == [rights[1].slug]

    def test_an_old_draft_brings_no_old_tags_back(self, client, cast, rights, finding, spanish):
        page = finding.specific
        page.rights.set(rights)
        publish(page)

        publish(Page.objects.get(pk=spanish.pk).specific.get_latest_revision())

        assert self.tags(finding) == {tag.slug for tag in rights}

    def test_testimony_is_the_same_in_every_language(self, home):
        story = TestimonyStoryPageFactory(parent=home.pittsburgh["en"], slug="heat")
        copy = translated(story, "es")
        other = ConsentFactory(testimony__city=home.pittsburgh_group.city).testimony

        story.testimony = other
        publish(story)

        assert TestimonyStoryPage.objects.get(pk=copy.pk).testimony == other
        assert Entry.objects.get(page=copy).testimony == other

    def test_a_translation_cannot_point_at_another_testimony(self, home):
        story = TestimonyStoryPageFactory(parent=home.pittsburgh["en"])
        copy = translated(story, "es")
        copy.testimony = ConsentFactory(testimony__city=home.pittsburgh_group.city).testimony

        publish(copy)

        assert TestimonyStoryPage.objects.get(pk=copy.pk).testimony == story.testimony

    def test_words_as_they_were_said_are_never_touched(self, home):
        story = TestimonyStoryPageFactory(
            parent=home.pittsburgh["en"],
            body=[
                ("telling", {"words": "<p>The judge asked.</p>", "original": "El juez preguntó."})
            ],
        )
        draft = begin_translation(story, locale("fr"))[-1]
        turn(translation_of(draft, "fr"), prefix="FR ")
        sources = StringSegment.objects.values_list("string__data", flat=True)

        translation_of(draft, "fr").save_target(publish=False)

        draft.refresh_from_db()
        assert not any("El juez" in words for words in sources)
        assert draft.body[0].value["original"] == "El juez preguntó."
        assert "FR The judge asked." in draft.body[0].value["words"].source

    def test_another_restriction_on_the_original_hides_translations(self, client, finding, spanish):
        from wagtail.models import PageViewRestriction

        PageViewRestriction.objects.create(page=finding, restriction_type="login")

        client.logout()
        assert client.get("/es/cities/pittsburgh/alone/").status_code != 200
