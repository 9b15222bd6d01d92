"""When a page is deleted, its sentences go too.

The translation package keeps each sentence and its translations for ever, also of what a teller
took back and a group then deleted.
"""

from functools import partial

from django.db import transaction
from django.db.models.signals import pre_delete
from django.dispatch import receiver
from wagtail_localize.models import String, StringSegment

from ..models import BasePage


@receiver(pre_delete, dispatch_uid="pages-forget-sentences")
def forget_sentences(sender, instance, **kwargs):
    if not issubclass(sender, BasePage):
        return
    segments = StringSegment.objects.filter(source__object=instance.translation_key)
    if said := set(segments.values_list("string", flat=True)):
        transaction.on_commit(partial(forget, said))


def forget(strings):
    """Delete those of these sentences (ids) that no page says any more, with their translations."""
    still_said = StringSegment.objects.filter(string__in=strings).values("string")
    String.objects.filter(pk__in=strings).exclude(pk__in=still_said).delete()
