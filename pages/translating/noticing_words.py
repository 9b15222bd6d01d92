"""What changes the words of a picture or a treaty is measured when it is saved, however it came."""

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


class _Waiting:
    """What changed in one transaction, measured once when it is saved."""

    def __init__(self):
        self.pictures, self.pages, self.site_words = set(), set(), set()
        self.all_pictures = self.labels = self.is_done = False

    def measure(self):
        if self.is_done:
            return
        self.is_done = True
        if self.all_pictures:
            measure_all_pictures()
        elif pictures := self.pictures | _pictures_on(self.pages):
            measure_pictures(pictures)
        if self.labels:
            measure_labels()
        for code in self.site_words & set(other_codes()):
            write_site_words(code)
        if self.site_words:
            measure_interface()


def measure_words_soon(pictures=(), *, pages=(), all_pictures=False, labels=False, site_words=()):
    """Measure these pictures (ids), or everything of a sort, once, when what happens now is saved.

    ``pages`` are ids of pages whose pictures are meant; ``site_words`` are codes of languages in
    which the site has new words of its own.
    """
    waiting = _known_in_this_transaction() or _Waiting()
    waiting.pictures |= set(pictures)
    waiting.pages |= set(pages)
    waiting.site_words |= set(site_words)
    waiting.all_pictures |= all_pictures
    waiting.labels |= labels
    transaction.on_commit(waiting.measure, robust=True)


def _known_in_this_transaction():
    """What waits already; what was undone in between waits no more."""
    registered = reversed(transaction.get_connection().run_on_commit)
    tasks = (task for _savepoints, task, _robust in registered)
    waiting = (getattr(task, "__self__", None) for task in tasks)
    return next((one for one in waiting if isinstance(one, _Waiting) and not one.is_done), None)


@receiver([post_save, post_delete], sender=ImageText, dispatch_uid="pages-notice-picture-words")
def notice_picture_words(instance, raw=False, **kwargs):
    if not raw:
        measure_words_soon({instance.image_id})


@receiver([post_save, pre_delete], sender=Image, dispatch_uid="pages-notice-picture")
def notice_picture(instance, raw=False, **kwargs):
    """It may have moved into a collection that is closed, or out of one."""
    if not raw:
        measure_words_soon({instance.pk})


@receiver([post_save, post_delete], sender=TellersFile, dispatch_uid="pages-notice-tellers-picture")
def notice_tellers_picture(instance, **kwargs):
    if instance.image_id:
        measure_words_soon({instance.image_id})


@receiver([post_save, pre_delete], sender=Entry, dispatch_uid="pages-notice-shown-pictures")
def notice_shown_pictures(instance, signal, **kwargs):
    """Pictures of a page that readers got or get no longer: those it had, and those it has then."""
    if signal is pre_delete:
        measure_words_soon(_pictures_on({instance.page_id}))
    measure_words_soon(pages={instance.page_id})


def _pictures_on(page_ids):
    """Ids of the pictures that these pages name."""
    if not page_ids:
        return set()
    references = ReferenceIndex.objects.filter(
        to_content_type=ContentType.objects.get_for_model(get_image_model()),
        base_content_type=ContentType.objects.get_for_model(Page),
        object_id__in=list(map(str, page_ids)),
    )
    return {int(pk) for pk in references.values_list("to_object_id", flat=True)}


@receiver(
    [post_save, post_delete],
    sender=CollectionViewRestriction,
    dispatch_uid="pages-notice-closed-pictures",
)
@receiver(post_save, sender=LocalGroup, dispatch_uid="pages-notice-pictures-of-group")
def notice_collections(**kwargs):
    """Whose the pictures are, and which are nobody else’s, may be another answer now."""
    measure_words_soon(all_pictures=True)


@receiver(post_save, sender=CatalogueEdition, dispatch_uid="pages-notice-catalogue")
def notice_catalogue(**kwargs):
    """Whatever changes treaties and their words, one by one or at once, begins a new edition."""
    measure_words_soon(labels=True)


@receiver(post_save, sender=TranslationRequest, dispatch_uid="pages-notice-words-asked-for")
def notice_request(instance, raw=False, **kwargs):
    if not (raw or instance.original.page_id):
        transaction.on_commit(lambda: measure_other_text(instance.original), robust=True)


@receiver([post_save, post_delete], sender=SiteWord, dispatch_uid="pages-notice-site-word")
def notice_site_word(instance, raw=False, **kwargs):
    if not raw:
        measure_words_soon(site_words={instance.language})
