"""A translation goes out whole, after its original, and says who made it."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail_localize.models import (
    StringTranslation,
)

from pages.models import Entry
from pages.models.translated import CannotPublishYetError
from pages.translating.asking import begin_translation
from tests.factories.pages import FindingPageFactory, publish
from tests.factories.pages import translate as translated

from .work import (
    approve_in_editor,
    locale,
    publish_in_editor,
    send_in_editor,
    translation_of,
    turn,
)


class PublishingTests:
    def test_a_whole_translation_reads_right_at_its_address(self, client, spanish):
        page = client.get("/es/cities/pittsburgh/alone/").content.decode()

        assert "Los inquilinos van solos ante el juez" in page
        assert "ES Nine in ten have no lawyer." in page
        assert ">Nine in ten" not in page
        assert "42" in page

    def test_a_gap_is_never_filled_with_the_original(self, client, cast, draft):
        translation = translation_of(draft)
        turn(translation)
        StringTranslation.objects.filter(data__contains="Hearings").delete()

        answer = publish_in_editor(client, cast.pittsburgh_editor, draft)

        draft.refresh_from_db()
        assert not draft.live
        assert "Translate them first" in answer.content.decode()

    def test_a_draft_with_gaps_cannot_be_published_by_any_other_way(self, client, cast, draft):
        with pytest.raises(CannotPublishYetError):
            publish(draft.get_latest_revision())
        client.force_login(cast.admin)
        address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
        client.post(f"{address}?id={draft.pk}")

        draft.refresh_from_db()
        assert not draft.live

    def test_a_translation_does_not_appear_before_its_original(self, client, cast, home):
        hidden = FindingPageFactory(parent=home.pittsburgh["en"], live=False, slug="hidden")
        draft = begin_translation(hidden, locale("es"))[-1]
        turn(translation_of(draft))

        answer = publish_in_editor(client, cast.pittsburgh_editor, draft)

        draft.refresh_from_db()
        assert not draft.live
        assert "The original is not published" in answer.content.decode()

    def test_it_waits_with_its_original_for_the_day(self, client, cast, home):
        held = FindingPageFactory(parent=home.pittsburgh["en"], live=False, slug="held")
        held.go_live_at = timezone.now() + timedelta(days=1)
        publish(held)
        draft = begin_translation(held, locale("es"))[-1]
        turn(translation_of(draft))

        answer = send_in_editor(client, cast.pittsburgh_editor, draft)
        approve_in_editor(client, draft)

        draft.refresh_from_db()
        assert not draft.live
        assert draft.revisions.filter(approved_go_live_at__isnull=False).exists()
        assert "together with its original" in answer.content.decode()

    def test_a_machine_s_work_is_marked_until_people_checked_it(self, client, cast, spanish):
        address = reverse("say_how_it_was_made", args=[spanish.pk])
        client.force_login(cast.translator_es)
        client.post(address, {"made": "machine"})
        assert Entry.objects.get(page=spanish).translation_made == "people"

        client.force_login(cast.pittsburgh_editor)
        client.post(address, {"made": "machine"})

        assert Entry.objects.get(page=spanish).translation_made == "machine"
        page = client.get("/es/cities/pittsburgh/alone/")
        assert page.context["translation_note"]().made == "machine"
        assert 'class="translation-note"' in page.content.decode()
        publish_in_editor(client, cast.pittsburgh_editor, spanish)
        assert Entry.objects.get(page=spanish).translation_made == "machine_reviewed"

    def test_the_ordinary_editor_says_so_too(self, client, cast, home):
        hidden = FindingPageFactory(parent=home.pittsburgh["en"], live=False)
        copy = translated(hidden, "es", live=False)
        with pytest.raises(CannotPublishYetError):
            publish(copy.get_latest_revision())


class CopyTests:
    def test_a_copy_of_a_translation_is_an_original_of_its_own(self, spanish):
        copy = spanish.specific.copy(update_attrs={"slug": "copy", "title": "Otra cosa"})

        assert copy.is_original
        assert copy.written_in == "es"
        assert copy.translation_made == ""
