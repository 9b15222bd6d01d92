"""What an editor scheduled happens, whatever happens to its neighbours."""

from datetime import timedelta

import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.utils import timezone
from wagtail.signals import page_published

from tests.factories.pages import StandardPageFactory, publish


def schedule(page, minutes):
    """Have an editor release this page some minutes from now."""
    page.live = False
    page.go_live_at = timezone.now() + timedelta(minutes=minutes)
    page.save()
    publish(page)
    return page


def is_live(page):
    return type(page).objects.get(pk=page.pk).live


@pytest.fixture
def pages(home):
    front = home.homes["en"]
    early = schedule(StandardPageFactory(parent=front, slug="early"), minutes=10)
    late = schedule(StandardPageFactory(parent=front, slug="late"), minutes=20)
    with time_machine.travel(timezone.now() + timedelta(minutes=30)):
        yield early, late


@pytest.fixture
def early_fails():
    """Publishing the first page fails after Wagtail forgot its date."""

    def fail(instance, **_rest):
        if instance.slug == "early":
            raise RuntimeError("the disk said no")

    page_published.connect(fail)
    yield lambda: page_published.disconnect(fail)
    page_published.disconnect(fail)


class PublishScheduledTests:
    def test_what_is_due_is_published(self, pages):
        call_command("publish_scheduled")

        assert [is_live(page) for page in pages] == [True, True]

    def test_one_failure_costs_the_next_nothing(self, pages, early_fails):
        with pytest.raises(CommandError, match="1 scheduled change"):
            call_command("publish_scheduled")

        assert [is_live(page) for page in pages] == [False, True]

    def test_what_failed_is_tried_again(self, pages, early_fails):
        with pytest.raises(CommandError):
            call_command("publish_scheduled")

        early_fails()
        call_command("publish_scheduled")

        assert is_live(pages[0])

    def test_what_expired_is_taken_down(self, home):
        page = StandardPageFactory(parent=home.homes["en"], slug="old")
        type(page).objects.filter(pk=page.pk).update(
            expire_at=timezone.now() - timedelta(minutes=1)
        )

        call_command("publish_scheduled")

        assert not is_live(page)

    def test_a_dry_run_changes_nothing(self, pages):
        call_command("publish_scheduled", dryrun=True)

        assert [is_live(page) for page in pages] == [False, False]
