"""A request is closed when its text is measured as read: live, and not behind its original."""

from django.db.models.signals import post_save
from django.dispatch import receiver

from ..models import Stage, TranslationState
from .requesting import close_request


@receiver(post_save, sender=TranslationState, dispatch_uid="pages-close-request")
def close_what_readers_have(instance, raw=False, **kwargs):
    if not raw and instance.request_id and instance.stage == Stage.LIVE:
        close_request(instance.original, instance.language)
