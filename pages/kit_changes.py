"""Hears what may change a kit: it is packed anew in the background, or dropped at once."""

from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult
from wagtail.signals import page_published, page_unpublished

from campaigns.clamor.models import KitBuild
from campaigns.collect.models import Testimony
from campaigns.collect.news import consent_withdrawn
from uprcities.library.models import Document, Image

from .kits import kits_showing, kits_touched_by
from .models import BasePage
from .tasks import pack_kits


@receiver([page_published, page_unpublished], dispatch_uid="pages-kits-after-pages")
def pack_after_page(instance, **kwargs):
    if isinstance(instance, BasePage):
        ask_for_packing(kits_touched_by(instance.city.pk if instance.city else None))


@receiver([post_save, post_delete], sender=Image, dispatch_uid="pages-kits-after-images")
@receiver([post_save, post_delete], sender=Document, dispatch_uid="pages-kits-after-documents")
def pack_after_file(instance, **kwargs):
    ask_for_packing(kits_showing(instance))


@receiver(consent_withdrawn, dispatch_uid="pages-kits-after-withdrawal")
def drop_after_withdrawal(testimony_id, **kwargs):
    """The zips that may hold the teller’s words go at once; they come back without them."""
    city_id = Testimony.objects.filter(pk=testimony_id).values_list("city_id", flat=True).first()
    touched = kits_touched_by(city_id)
    for build in KitBuild.objects.filter(page_id__in=touched):
        build.drop_file()
    ask_for_packing(touched)


def ask_for_packing(page_ids):
    """Put the work into the queue after the commit, unless the same work waits there already."""
    if page_ids:
        transaction.on_commit(lambda: _enqueue_once(sorted(page_ids)))


def _enqueue_once(page_ids):
    waiting = DBTaskResult.objects.filter(
        task_path=pack_kits.module_path,
        status=TaskResultStatus.READY,
        args_kwargs={"args": [page_ids], "kwargs": {}},
    )
    if not waiting.exists():
        pack_kits.enqueue(page_ids)
