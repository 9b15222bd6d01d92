"""A translation goes live through the approval of its own city, by whichever way one tries.

The translation package publishes from its editor and from code, and knows nothing of workflows.
"""

import pytest
from django.test import TestCase
from django.utils import timezone
from wagtail.models import Page
from wagtail_localize.models import (
    OverridableSegment,
    SegmentOverride,
    StringTranslation,
    TranslationContext,
)

from pages.models import NotApprovedError
from pages.models.changers import last_changers
from pages.translating.asking import begin_translation
from tests.factories.pages import EventPageFactory

from .work import (
    action_address,
    approve_in_editor,
    edit_address,
    locale,
    send_in_editor,
    translation_of,
    turn,
)


@pytest.fixture
def whole(draft):
    """The finding’s draft in Spanish with every sentence translated."""
    turn(translation_of(draft))
    return draft


def is_live(page):
    return Page.objects.get(pk=page.pk).live


class AroundTests:
    def test_not_from_the_packages_own_button(self, client, cast, whole):
        client.force_login(cast.pittsburgh_editor)

        answer = client.post(edit_address(whole), {"action": "publish"}, follow=True)

        assert not is_live(whole)
        assert "An editor who did not change this page last" in answer.content.decode()

    def test_not_from_the_packages_own_code(self, cast, whole):
        with (
            pytest.raises(NotApprovedError),
            TestCase.captureOnCommitCallbacks(execute=True),
        ):
            translation_of(whole).save_target(user=cast.admin, publish=True)

        assert not is_live(whole)

    def test_that_code_does_publish_where_nobody_has_to_approve(self, cast, home):
        event = EventPageFactory(parent=home.pittsburgh["en"], title="Hearing")
        draft = begin_translation(event, locale("es"))[-1]
        turn(translation_of(draft))

        with TestCase.captureOnCommitCallbacks(execute=True):
            translation_of(draft).save_target(user=cast.admin, publish=True)

        assert is_live(draft)

    def test_not_while_a_sentence_is_missing(self, client, cast, whole):
        StringTranslation.objects.filter(data__contains="Hearings").delete()

        answer = send_in_editor(client, cast.translator_es, whole)

        assert whole.current_workflow_state is None
        assert "Translate them first" in answer.content.decode()


class LiveTests:
    """A translation that readers see, and a sentence of it that somebody changes."""

    @pytest.fixture
    def changed(self, client, cast, spanish):
        words = StringTranslation.objects.filter(locale=spanish.locale, data__contains="Hearings")
        words.update(
            data="Vivo en esta calle.",
            updated_at=timezone.now(),
            last_translated_by=cast.pittsburgh_reviewer,
        )
        return spanish

    def read(self, client):
        return client.get("/es/cities/pittsburgh/alone/").content.decode()

    def test_sending_it_shows_readers_nothing(self, client, cast, changed):
        send_in_editor(client, cast.translator_es, changed)

        assert "Vivo en esta calle." not in self.read(client)

    def test_it_is_shown_once_somebody_else_approved_it(self, client, cast, changed):
        StringTranslation.objects.update(last_translated_by=cast.translator_es)
        send_in_editor(client, cast.translator_es, changed)
        approve_in_editor(client, changed)

        assert "Vivo en esta calle." in self.read(client)

    def test_whoever_wrote_any_sentence_of_it_does_not_approve(self, client, cast, changed):
        send_in_editor(client, cast.translator_es, changed)
        translation = translation_of(changed)
        translation.enabled = False  # goes on in one form
        translation.save()
        approve_in_editor(client, changed)

        assert "Vivo en esta calle." not in self.read(client)

    def test_whoever_pointed_a_link_elsewhere_does_not_approve(self, client, cast, changed):
        StringTranslation.objects.update(last_translated_by=cast.translator_es)
        source = translation_of(changed).source
        context = TranslationContext.objects.create(object=source.object, path="body.link")
        OverridableSegment.objects.create(source=source, context=context, order=0, data_json='""')
        SegmentOverride.objects.create(
            locale=changed.locale,
            context=context,
            data_json='"https://example.org/"',
            last_translated_by=cast.pittsburgh_reviewer,
        )

        assert cast.pittsburgh_reviewer.pk in last_changers(changed)


class ThroughTests:
    def test_a_translator_sends_it_and_an_editor_of_the_city_approves(self, client, cast, whole):
        send_in_editor(client, cast.translator_es, whole)
        approve_in_editor(client, whole)

        assert is_live(whole)

    def test_whoever_wrote_the_latest_sentence_does_not_approve_it(self, client, cast, whole):
        send_in_editor(client, cast.translator_es, whole)
        words = StringTranslation.objects.filter(locale=whole.locale).latest("updated_at")
        words.last_translated_by = cast.pittsburgh_reviewer
        words.save()
        approve_in_editor(client, whole)

        assert not is_live(whole)

    def test_words_written_since_are_sent_again_first(self, client, cast, whole):
        send_in_editor(client, cast.translator_es, whole)
        StringTranslation.objects.filter(locale=whole.locale).first().save()

        client.force_login(cast.pittsburgh_editor)
        page = client.get(edit_address(whole)).content.decode()

        assert "Sentences changed since it was sent." in page
        assert "Approve and publish" not in page

    def test_it_comes_back_with_a_note_and_is_sent_again(self, client, cast, whole):
        send_in_editor(client, cast.translator_es, whole)
        client.force_login(cast.pittsburgh_reviewer)
        state = whole.current_workflow_task_state
        client.post(action_address("reject", whole, state), {"comment": "Which judge?"})
        whole = type(whole).objects.get(pk=whole.pk)
        assert whole.current_workflow_state.status == "needs_changes"

        send_in_editor(client, cast.translator_es, whole)
        approve_in_editor(client, type(whole).objects.get(pk=whole.pk))

        assert is_live(whole)

    def test_another_citys_editor_neither_sends_nor_approves(self, client, cast, whole):
        client.force_login(cast.washington_editor)
        assert client.post(edit_address(whole), {"action": "send"}).status_code == 404
        send_in_editor(client, cast.translator_es, whole)

        client.force_login(cast.washington_editor)
        client.post(action_address("approve", whole, whole.current_workflow_task_state))

        assert not is_live(whole)
