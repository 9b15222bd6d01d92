"""What follows when a page is published, taken down, moved or deleted."""

from django.dispatch import receiver
from wagtail.signals import (
    page_published,
    page_slug_changed,
    page_unpublished,
    post_page_move,
)

from .record import forget, readdress_below, record, record_below


@receiver(page_published, dispatch_uid="pages-record-published")
def record_published(instance, **kwargs):
    record(instance)


@receiver(page_unpublished, dispatch_uid="pages-forget-unpublished")
def forget_unpublished(instance, **kwargs):
    forget(instance)


@receiver(page_slug_changed, dispatch_uid="pages-record-new-address")
def record_new_address(instance, instance_before, **kwargs):
    readdress_below(instance, instance_before.url_path)


@receiver(post_page_move, dispatch_uid="pages-record-moved")
def record_moved(instance, **kwargs):
    record_below(instance)
