"""A sentence that a machine began stays marked so, by whichever screen, file or command it is saved."""

from django.db.models.signals import pre_save
from django.dispatch import receiver
from wagtail_localize.models import StringTranslation

from ..models.made import CHECKED, MACHINE, MANUAL


@receiver(pre_save, sender=StringTranslation, dispatch_uid="pages-machine-began-it")
def note_that_a_machine_began_it(instance, raw=False, **kwargs):
    """Words over a machine’s are a person’s check of them; taken out first, they are their own."""
    if raw or not instance.pk or instance.translation_type != MANUAL:
        return
    before = StringTranslation.objects.filter(pk=instance.pk)
    made = before.values_list("translation_type", "earlier_wording__made").first()
    if made and {MACHINE, CHECKED} & set(made):
        instance.translation_type = CHECKED
