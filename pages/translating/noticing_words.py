"""What changes the words of a picture or a treaty is measured when it is saved, however it came."""

import threading
from functools import partial

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models.signals import post_delete, post_save, pre_delete
from django.dispatch import receiver
from wagtail.images import get_image_model
from wagtail.models import CollectionViewRestriction, Page, ReferenceIndex

from campaigns.places.models import LocalGroup
from campaigns.treaties.models import CatalogueEdition
from uprcities.library.models import Image, ImageText

from ..models import Entry, SiteWord, TranslationRequest
from ..models.tellers_file import TellersFile
from .measuring_words import (
    measure_all_pictures,
    measure_interface,
    measure_labels,
    measure_other_text,
    measure_pictures,
)
from .other_texts.interface import other_codes, write_site_words


class _Waiting(threading.local):
    """What changed since it was last measured, as this thread knows."""

    def __init__(self):
        self.pictures, self.all_pictures, self.labels = set(), False, False
        self.site_words = set()


_waiting = _Waiting()


def measure_soon(pictures=(), *, all_pictures=False, labels=False, site_words=()):
    """Measure these pictures (ids), or everything of a sort, once, when what happens now is saved.

    ``site_words`` are codes of languages in which the site has new words of its own.
    """
    _waiting.pictures |= set(pictures)
    _waiting.all_pictures |= all_pictures
    _waiting.labels |= labels
    _waiting.site_words |= set(site_words)
    transaction.on_commit(_measure_once, robust=True)


def _measure_once():
    pictures, everything, labels = _waiting.pictures, _waiting.all_pictures, _waiting.labels
    languages = _waiting.site_words
    _waiting.__init__()
    if everything:
        measure_all_pictures()
    elif pictures:
        measure_pictures(pictures)
    if labels:
        measure_labels()
    for code in languages & set(other_codes()):
        write_site_words(code)
    if languages:
        measure_interface()


@receiver([post_save, post_delete], sender=ImageText, dispatch_uid="pages-notice-picture-words")
def notice_picture_words(instance, raw=False, **kwargs):
    if not raw:
        measure_soon({instance.image_id})


@receiver([post_save, pre_delete], sender=Image, dispatch_uid="pages-notice-picture")
def notice_picture(instance, raw=False, **kwargs):
    """It may have moved into a collection that is closed, or out of one."""
    if not raw:
        measure_soon({instance.pk})


@receiver([post_save, post_delete], sender=TellersFile, dispatch_uid="pages-notice-tellers-picture")
def notice_tellers_picture(instance, **kwargs):
    if instance.image_id:
        measure_soon({instance.image_id})


@receiver([post_save, pre_delete], sender=Entry, dispatch_uid="pages-notice-shown-pictures")
def notice_shown_pictures(instance, **kwargs):
    """Pictures of a page that readers got, or get no longer."""
    references = ReferenceIndex.objects.filter(
        to_content_type=ContentType.objects.get_for_model(get_image_model()),
        base_content_type=ContentType.objects.get_for_model(Page),
        object_id=str(instance.page_id),
    )
    if pks := set(references.values_list("to_object_id", flat=True)):
        measure_soon(map(int, pks))


@receiver(
    [post_save, post_delete],
    sender=CollectionViewRestriction,
    dispatch_uid="pages-notice-closed-pictures",
)
@receiver(post_save, sender=LocalGroup, dispatch_uid="pages-notice-pictures-of-group")
def notice_collections(**kwargs):
    """Whose the pictures are, and which are nobody else’s, may be another answer now."""
    measure_soon(all_pictures=True)


@receiver(post_save, sender=CatalogueEdition, dispatch_uid="pages-notice-catalogue")
def notice_catalogue(**kwargs):
    """Whatever changes treaties and their words, one by one or all at once, begins a new edition."""
    measure_soon(labels=True)


@receiver(post_save, sender=TranslationRequest, dispatch_uid="pages-notice-words-asked-for")
def notice_request(instance, raw=False, **kwargs):
    if not (raw or instance.original.page_id):
        transaction.on_commit(partial(measure_other_text, instance.original), robust=True)


@receiver([post_save, post_delete], sender=SiteWord, dispatch_uid="pages-notice-site-word")
def notice_site_word(instance, raw=False, **kwargs):
    if not raw:
        measure_soon(site_words={instance.language})
