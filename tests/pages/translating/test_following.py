"""Translations go where their original goes: down, away, to another day or address."""

from datetime import timedelta

from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from pages.models import Entry
from tests.factories.pages import FindingPageFactory, publish
from tests.factories.pages import translate as translated


class FollowingTests:
    def is_public(self, client, language="es"):
        return client.get(f"/{language}/cities/pittsburgh/alone/").status_code == 200

    def test_unpublishing_in_the_editor_reaches_every_language(
        self, client, cast, finding, spanish
    ):
        client.force_login(cast.pittsburgh_editor)
        client.post(reverse("wagtailadmin_pages:unpublish", args=[finding.pk]))

        assert not self.is_public(client)
        spanish.refresh_from_db()
        assert not spanish.live

    def test_unpublishing_many_reaches_every_language(self, client, cast, finding, spanish):
        client.force_login(cast.pittsburgh_editor)
        address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "unpublish"])
        client.post(f"{address}?id={finding.pk}")

        assert not self.is_public(client)

    def test_unpublishing_in_code_reaches_every_language(self, client, finding, spanish):
        finding.unpublish()

        assert not self.is_public(client)

    def test_deleting_the_original_takes_translations_down_and_keeps_the_work(
        self, client, cast, finding, spanish
    ):
        client.force_login(cast.pittsburgh_editor)
        client.post(reverse("wagtailadmin_pages:delete", args=[finding.pk]))

        assert not Page.objects.filter(pk=finding.pk).exists()
        assert not self.is_public(client)
        spanish.refresh_from_db()
        assert spanish.title == "Los inquilinos van solos ante el juez"

    def test_deleting_a_city_takes_translations_of_its_pages_down(
        self, client, home, finding, spanish
    ):
        Page.objects.get(pk=home.pittsburgh["en"].pk).delete()

        assert not self.is_public(client)
        assert client.get("/es/cities/pittsburgh/").status_code == 410

    def test_unpublishing_a_translation_leaves_the_original(self, client, finding, spanish):
        spanish.unpublish()

        assert self.is_public(client, "en")

    def test_expiry_reaches_every_language(self, client, finding, spanish):
        page = finding.specific
        page.expire_at = timezone.now() + timedelta(hours=1)
        publish(page)
        spanish.refresh_from_db()
        assert spanish.expire_at == page.expire_at

        Page.objects.filter(pk=finding.pk).update(expire_at=timezone.now() - timedelta(hours=1))
        call_command("publish_scheduled")

        assert not self.is_public(client)

    def test_an_embargo_holds_in_every_language_and_moves(self, client, cast, home):
        morning = timezone.now().replace(microsecond=0) + timedelta(days=1)
        held = FindingPageFactory(parent=home.pittsburgh["en"], live=False, slug="alone")
        held.go_live_at = morning
        publish(held)
        copy = translated(held, "es", live=False)
        publish(copy.get_latest_revision())
        copy.refresh_from_db()
        assert not copy.live
        assert copy.scheduled_revision.approved_go_live_at == morning

        held = held.get_latest_revision_as_object()
        held.go_live_at = morning + timedelta(days=2)
        publish(held)

        waiting = copy.revisions.get(approved_go_live_at__isnull=False)
        assert waiting.approved_go_live_at == held.go_live_at
        assert not self.is_public(client)

    def test_a_held_back_original_holds_its_translations_and_the_command_goes_on(
        self, client, home
    ):
        held = FindingPageFactory(parent=home.pittsburgh["en"], live=False, slug="alone")
        held.go_live_at = timezone.now() + timedelta(days=1)
        publish(held)
        copy = translated(held, "es", live=False)
        publish(copy.get_latest_revision())
        held.revisions.update(approved_go_live_at=None)
        copy.revisions.update(approved_go_live_at=timezone.now() - timedelta(minutes=1))

        call_command("publish_scheduled")

        copy.refresh_from_db()
        assert not copy.live

    def test_due_pages_appear_together(self, client, home):
        held = FindingPageFactory(parent=home.pittsburgh["en"], live=False, slug="alone")
        held.go_live_at = timezone.now() + timedelta(seconds=2)
        publish(held)
        copy = translated(held, "es", live=False)
        publish(copy.get_latest_revision())
        past = timezone.now() - timedelta(minutes=1)
        for page in (held, copy):
            for revision in page.revisions.filter(approved_go_live_at__isnull=False):
                revision.content["go_live_at"] = past.isoformat()
                revision.approved_go_live_at = past
                revision.save()

        call_command("publish_scheduled")

        assert self.is_public(client, "en")
        assert self.is_public(client, "es")

    def test_moving_the_original_moves_its_translations(self, client, home, finding, spanish):
        finding.move(Page.objects.get(pk=home.washington["en"].pk), pos="last-child")

        assert not self.is_public(client)
        assert client.get("/es/cities/washington/alone/").status_code == 200
        assert Entry.objects.get(page=spanish).city == home.washington_group.city

    def test_a_new_address_is_new_in_every_language(
        self, client, finding, spanish, django_capture_on_commit_callbacks
    ):
        page = finding.specific
        page.slug = "no-lawyer"
        with django_capture_on_commit_callbacks(execute=True):
            publish(page)

        assert client.get("/es/cities/pittsburgh/no-lawyer/").status_code == 200
        assert not self.is_public(client)
