import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _


class CatalogueEdition(models.Model):
    """Which edition of the treaties and their words is in force, so that no server goes on reading an old one."""

    token = models.UUIDField(_("edition"), default=uuid.uuid4)

    class Meta:
        verbose_name = _("edition of the treaty catalogue")
        verbose_name_plural = _("editions of the treaty catalogue")

    def __str__(self):
        return str(self.token)

    @classmethod
    def current(cls):
        return cls.objects.values_list("token", flat=True).filter(pk=1).first()

    @classmethod
    def renew(cls):
        cls.objects.update_or_create(pk=1, defaults={"token": uuid.uuid4()})


class InCatalogue(models.Model):
    """Something the catalogue repeats: changing it begins a new edition."""

    class Meta:
        abstract = True

    def save(self, **kwargs):
        super().save(**kwargs)
        CatalogueEdition.renew()

    def delete(self, **kwargs):
        outcome = super().delete(**kwargs)
        CatalogueEdition.renew()
        return outcome
