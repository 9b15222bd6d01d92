"""An editor who publishes a story without consent is told why, and loses nothing."""

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from wagtail.models import Page
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from pages.approving.translations import mark_of
from pages.models import TestimonyStoryPage
from tests.factories.collect import ConsentFactory, TestimonyFactory
from tests.factories.pages import FindingPageFactory, TestimonyStoryPageFactory


def form_of(testimony, **changes):
    telling = ("paragraph", {"words": rich_text("<p>The radiator was cold.</p>")})
    return nested_form_data(
        {
            "title": "The cold winter",
            "slug": "the-cold-winter",
            "summary": "A tenant tells of a winter without heat.",
            "about_teller": "a tenant",
            "testimony": testimony.pk,
            "words_language": "en",
            "body": streamfield([telling]),
            "support": rich_text(""),
            "comments": {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0, "MIN_NUM_FORMS": 0},
        }
        | changes
    )


def said(answer):
    return " ".join(str(message) for message in get_messages(answer.wsgi_request))


def approve(client, person, page):
    client.force_login(person)
    names = [page.pk, "approve", page.current_workflow_task_state.pk]
    address = reverse("wagtailadmin_pages:workflow_action", args=names)
    return client.post(address, {"seen": mark_of(page)})


@pytest.fixture
def editor(client, cast):
    client.force_login(cast.pittsburgh_editor)
    return client


@pytest.fixture
def silent(home):
    """A record of Pittsburgh’s whose teller has not been asked."""
    return TestimonyFactory(city=home.pittsburgh_group.city)


class MakingTests:
    def url(self, home):
        return f"/admin/pages/add/pages/testimonystorypage/{home.pittsburgh['en'].pk}/"

    def test_a_new_story_with_consent_is_published_by_its_reviewer(self, editor, cast, home):
        record = ConsentFactory(testimony__city=home.pittsburgh_group.city).testimony

        answer = editor.post(self.url(home), form_of(record) | {"action-submit": "1"})

        assert answer.status_code == 302, answer.context["form"].errors
        story = TestimonyStoryPage.objects.get()
        assert not story.live
        approve(editor, cast.pittsburgh_reviewer, story)
        assert TestimonyStoryPage.objects.get().live

    @pytest.mark.parametrize("title", ["The cold winter", "The colder winter"])
    def test_approving_with_a_change_keeps_the_change_and_waits(self, editor, cast, home, title):
        record = ConsentFactory(testimony__city=home.pittsburgh_group.city).testimony
        editor.post(self.url(home), form_of(record) | {"action-submit": "1"})
        story = TestimonyStoryPage.objects.get()
        is_changed = title != story.title
        editor.force_login(cast.pittsburgh_reviewer)

        answer = editor.post(
            f"/admin/pages/{story.pk}/edit/",
            form_of(record, title=title, slug="the-cold-winter")
            | {"action-workflow-action": "true", "workflow-action-name": "approve"},
        )

        assert TestimonyStoryPage.objects.get().live != is_changed
        assert TestimonyStoryPage.objects.get().get_latest_revision_as_object().title == title
        assert ("You changed this page last" in said(answer)) == is_changed

    def test_whoever_sends_one_without_consent_is_told_at_once(self, editor, home, silent):
        answer = editor.post(self.url(home), form_of(silent) | {"action-submit": "1"})

        assert "Nobody has written down that the teller agreed" in said(answer)

    def test_a_new_story_without_consent_is_kept_as_a_draft(self, editor, home, silent):
        answer = editor.post(self.url(home), form_of(silent) | {"action-publish": "1"})

        assert answer.status_code == 302, answer.context["form"].errors
        story = TestimonyStoryPage.objects.get()
        assert not story.live
        assert story.title == "The cold winter"
        assert "Nobody has written down that the teller agreed" in said(answer)
        assert str(story.pk) in answer.url

    def test_a_story_cannot_take_another_citys_testimony(self, editor, home):
        theirs = ConsentFactory(testimony__city=home.washington_group.city).testimony

        answer = editor.post(self.url(home), form_of(theirs))

        assert "testimony" in answer.context["form"].errors
        assert not TestimonyStoryPage.objects.exists()


class ChangingTests:
    @pytest.fixture
    def draft(self, home, silent):
        return TestimonyStoryPageFactory(parent=home.pittsburgh["en"], testimony=silent, live=False)

    def test_what_was_typed_is_kept_when_publishing_is_refused(self, editor, draft, silent):
        answer = editor.post(
            f"/admin/pages/{draft.pk}/edit/", form_of(silent) | {"action-publish": "1"}
        )

        assert "not published" in said(answer)
        assert Page.objects.get(pk=draft.pk).get_latest_revision_as_object().title == (
            "The cold winter"
        )
        assert not Page.objects.get(pk=draft.pk).live

    def test_it_cannot_be_scheduled_either(self, editor, draft, silent):
        later = {"action-publish": "1", "go_live_at": "2999-01-01 10:00"}

        editor.post(f"/admin/pages/{draft.pk}/edit/", form_of(silent) | later)

        assert not draft.revisions.filter(approved_go_live_at__isnull=False).exists()

    @pytest.mark.parametrize("descendants", ["", "on"])
    def test_publishing_many_at_once_stops_before_it(self, editor, home, draft, descendants):
        other = FindingPageFactory(parent=home.pittsburgh["en"], live=False)
        chosen = home.pittsburgh["en"].pk if descendants else draft.pk

        answer = editor.post(
            f"/admin/bulk/wagtailcore/page/publish/?id={chosen}&id={other.pk}",
            {"include_descendants": descendants},
        )

        assert "Nothing was published" in said(answer)
        assert not Page.objects.filter(pk__in=[draft.pk, other.pk], live=True).exists()
