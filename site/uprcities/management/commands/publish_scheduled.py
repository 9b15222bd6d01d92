import logging

from django.apps import apps
from django.core.management.base import CommandError
from django.db import transaction
from django.utils import timezone
from wagtail.management.commands import publish_scheduled
from wagtail.models import DraftStateMixin, Page, Revision

logger = logging.getLogger(__name__)


class Command(publish_scheduled.Command):
    """Wagtail's command, with each item in a transaction of its own.

    Wagtail's forgets an item's date before it has published it: an item that fails, or a machine
    that stops half-way, loses the release for good, and every item after it as well.
    """

    help = "Publish what is due and take down what has expired; what fails is tried again."

    def handle(self, *args, **options):
        if options["dryrun"]:
            return super().handle(*args, **options)
        failures = sum(not self.done(item, take_down) for item in expired())
        failures += sum(not self.done(revision, publish) for revision in due())
        if failures:
            raise CommandError(f"{failures} scheduled changes failed and will be tried again.")
        return None

    def done(self, item, change):
        try:
            with transaction.atomic():
                change(item)
        except Exception:
            logger.exception("Scheduled change of %s %s failed.", type(item).__name__, item.pk)
            return False
        return True


def publish(revision):
    revision.publish(log_action="wagtail.publish.scheduled")


def take_down(item):
    item.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")


def due():
    """Approved revisions whose hour has come, the earliest first."""
    return Revision.objects.filter(approved_go_live_at__lt=timezone.now()).order_by(
        "approved_go_live_at"
    )


def expired():
    """Everything that is public and should no longer be."""
    for model in [Page, *scheduled_models()]:
        late = model.objects.filter(live=True, expire_at__lt=timezone.now())
        yield from late.order_by("expire_at")


def scheduled_models():
    return [
        model
        for model in apps.get_models()
        if issubclass(model, DraftStateMixin) and not issubclass(model, Page)
    ]
