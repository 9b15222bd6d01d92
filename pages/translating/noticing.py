"""What changes how far a text is, by whichever way it happened, is measured when it is saved."""

from django.db.models.signals import post_delete, post_save, pre_delete
from django.dispatch import receiver
from wagtail.models import Page, TaskState
from wagtail.signals import page_published, page_unpublished, post_page_move
from wagtail_localize.models import StringTranslation, Translation

from campaigns.collect.models import Consent

from ..models import BasePage, Entry, TestimonyStoryPage, TranslationRequest
from ..models.links import pages_naming
from .measuring import measure_soon, measure_soon_around
from .placing import place_below

#: What may change of a page without any text being further or less far.
UNRELATED = {"locked", "locked_by", "locked_at", "numchild", "owner", "has_unpublished_changes"}


@receiver([page_published, page_unpublished], dispatch_uid="pages-notice-page")
def notice_page(instance, **kwargs):
    measure_soon(instance.translation_key)


@receiver(post_page_move, dispatch_uid="pages-notice-moved")
def notice_moved(instance, **kwargs):
    measure_soon(instance.translation_key)
    place_below(instance)


@receiver(post_save, dispatch_uid="pages-notice-saved")
def notice_saved(sender, instance, raw=False, update_fields=None, **kwargs):
    if raw:
        return
    if issubclass(sender, BasePage):
        if not (update_fields and UNRELATED.issuperset(update_fields)):
            measure_soon(instance.translation_key)
    elif sender is TranslationRequest and instance.original.page_id:
        measure_soon(instance.original.key)


@receiver(post_delete, sender=TranslationRequest, dispatch_uid="pages-notice-request-deleted")
def notice_request_deleted(instance, **kwargs):
    if instance.original.page_id:
        measure_soon(instance.original.key)


@receiver(pre_delete, dispatch_uid="pages-notice-deleted")
def notice_deleted(sender, instance, **kwargs):
    if issubclass(sender, BasePage):
        measure_soon(instance.translation_key)


@receiver([post_save, post_delete], sender=StringTranslation, dispatch_uid="pages-notice-sentence")
def notice_sentence(instance, **kwargs):
    if instance.context_id:
        measure_soon_around(instance.context_id)


@receiver([post_save, post_delete], sender=Translation, dispatch_uid="pages-notice-translation")
def notice_translation(instance, **kwargs):
    measure_soon(instance.source.object_id)


@receiver([post_save, post_delete], sender=Entry, dispatch_uid="pages-notice-entry")
def notice_entry(instance, **kwargs):
    measure_soon(instance.translation_key)


@receiver(post_save, sender=Consent, dispatch_uid="pages-notice-consent")
def notice_consent(instance, raw=False, **kwargs):
    """Who quotes a testimony has fewer sentences when its teller takes it back, or more of them."""
    if raw:
        return
    stories = TestimonyStoryPage.objects.filter(testimony=instance.testimony_id)
    quoting = Page.objects.filter(pk__in=pages_naming(stories.values_list("pk", flat=True)))
    for key in set(quoting.values_list("translation_key", flat=True)):
        measure_soon(key)


@receiver(post_save, sender=TaskState, dispatch_uid="pages-notice-approval")
def notice_approval(instance, **kwargs):
    page = instance.workflow_state.content_object
    if isinstance(page, BasePage):
        measure_soon(page.translation_key)
