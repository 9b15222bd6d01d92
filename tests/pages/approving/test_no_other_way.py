"""Nothing that tells of people’s rights goes live before somebody who did not write it said yes.

Wagtail publishes for whoever holds the right; its workflows are an offer that one may walk around.
"""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.models import Page

from pages.approving.recording import record_approval
from pages.models import FindingPage, NotApprovedError, is_approved
from tests.factories.pages import (
    EventPageFactory,
    FindingPageFactory,
    OutcomeExplainerPageFactory,
    TestimonyStoryPageFactory,
)

from .hands import is_live

pytestmark = pytest.mark.django_db


class NoOtherWayTests:
    """Each way that Wagtail has of making a page live, and the page that stays a draft."""

    @pytest.fixture(params=["finding", "story", "explainer"])
    def page(self, request, home):
        make = {
            "finding": FindingPageFactory,
            "story": TestimonyStoryPageFactory,
            "explainer": OutcomeExplainerPageFactory,
        }[request.param]
        return make(parent=home.pittsburgh["en"], live=False)

    def test_publishing_in_code(self, cast, page):
        revision = page.save_revision(user=cast.admin)

        with pytest.raises(NotApprovedError):
            revision.publish(user=cast.admin)
        with pytest.raises(NotApprovedError):
            PublishPageRevisionAction(revision, user=cast.admin).execute()

        assert not is_live(page)

    def test_saving_it_as_live(self, page):
        page.live = True

        with pytest.raises(NotApprovedError):
            page.save()

    def test_saving_other_words_into_the_version_that_readers_see(self, home):
        page = FindingPageFactory(parent=home.pittsburgh["en"])
        page.title = "What nobody read"

        with pytest.raises(NotApprovedError):
            page.save()

    def test_publishing_many_at_once(self, client, cast, home, page):
        client.force_login(cast.admin)
        address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])

        client.post(f"{address}?id={page.pk}")
        client.post(f"{address}?id={home.pittsburgh['en'].pk}", {"include_descendants": "on"})

        assert not is_live(page)

    def test_a_schedule_without_approval_is_dropped_and_holds_nothing_up(self, home, page):
        soon = timezone.now() - timedelta(minutes=1)
        page.save_revision(approved_go_live_at=soon)
        event = EventPageFactory(parent=home.pittsburgh["en"], live=False)
        event.save_revision(approved_go_live_at=soon)

        call_command("publish_scheduled")

        assert not is_live(page)
        assert is_live(event)
        assert not page.revisions.filter(approved_go_live_at__isnull=False).exists()

    def test_copying_a_live_one(self, home):
        original = FindingPageFactory(parent=home.pittsburgh["en"])
        assert original.live

        copy = original.copy(update_attrs={"slug": "copy"}, keep_live=True)

        assert not is_live(copy)

    def test_an_approval_is_of_one_version(self, finding):
        approved = finding.get_latest_revision()
        record_approval(approved)
        approved.publish()
        finding = FindingPage.objects.get(pk=finding.pk)
        finding.title = "What nobody read"

        with pytest.raises(NotApprovedError):
            finding.save_revision().publish()

        assert Page.objects.get(pk=finding.pk).title != "What nobody read"

    def test_an_approved_version_is_not_written_over(self, cast, finding):
        """An autosave goes into the version before it, approved or not, in plain Wagtail."""
        approved = finding.get_latest_revision()
        finding.go_live_at = timezone.now() + timedelta(days=1)
        record_approval(approved)

        finding.title = "What nobody read"
        later = finding.save_revision(user=cast.pittsburgh_editor, overwrite_revision=approved)

        assert later.pk != approved.pk
        approved.refresh_from_db()
        assert approved.content["title"] != "What nobody read"

    def test_an_approval_does_not_cover_what_was_written_over_it(self, finding):
        approved = finding.get_latest_revision()
        record_approval(approved)
        assert is_approved(approved)

        later = timezone.now() + timedelta(seconds=1)
        type(approved).objects.filter(pk=approved.pk).update(created_at=later)

        assert not is_approved(approved)

    def test_taking_it_down_waits_for_nobody(self, client, cast, home):
        page = FindingPageFactory(parent=home.pittsburgh["en"])
        client.force_login(cast.pittsburgh_editor)

        client.post(reverse("wagtailadmin_pages:unpublish", args=[page.pk]))

        assert not is_live(page)

    def test_what_needs_no_approval_is_published_as_before(self, home):
        event = EventPageFactory(parent=home.pittsburgh["en"], live=False)

        event.save_revision().publish()

        assert is_live(event)
