"""No page of one language stands in for another: the package’s copying of whole trees is off."""

from django.core.exceptions import ImproperlyConfigured
from django.db.models.signals import pre_save
from django.dispatch import receiver
from wagtail_localize.locales.components import LOCALE_COMPONENTS
from wagtail_localize.models import LocaleSynchronization

# The form for a language no longer offers it.
LOCALE_COMPONENTS[:] = [
    component for component in LOCALE_COMPONENTS if component["model"] is not LocaleSynchronization
]


@receiver(pre_save, sender=LocaleSynchronization, dispatch_uid="pages-no-locale-sync")
def refuse_synchronisation(**kwargs):
    raise ImproperlyConfigured(
        "A language is never filled with copies of another: readers would find English at a"
        " Spanish address. Translate pages one by one instead."
    )
