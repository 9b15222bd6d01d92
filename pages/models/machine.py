"""What translation services were sent, and the drafts that they are at."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .original import Original

#: A draft that wrote nothing for so long has lost its worker.
SILENCE = timedelta(minutes=5)


class MachineUse(models.Model):
    """How many signs of one city’s text services were sent in one month; None: the alliance’s."""

    city = models.ForeignKey(
        "places.City", models.CASCADE, null=True, related_name="+", verbose_name=_("city")
    )
    month = models.DateField(_("month"))  # its first day
    characters = models.PositiveIntegerField(_("characters"), default=0)

    class Meta:
        verbose_name = _("use of machine translation")
        verbose_name_plural = _("uses of machine translation")
        constraints = [
            models.UniqueConstraint(
                fields=["city", "month"],
                condition=Q(city__isnull=False),
                name="one_use_per_city_and_month",
            ),
            models.UniqueConstraint(
                fields=["month"],
                condition=Q(city__isnull=True),
                name="one_use_per_month_of_the_alliance",
            ),
        ]

    def __str__(self):
        return f"{self.city or '–'} {self.month:%Y-%m}: {self.characters}"


class MachineDraft(models.Model):
    """Somebody let a machine draft what one text lacks in one language, and how far that is."""

    original = models.ForeignKey(Original, models.CASCADE, related_name="+")
    language = models.CharField(max_length=20)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    asked_at = models.DateTimeField(default=timezone.now)
    #: Counts how often it was begun: a worker that was given up for dead writes nothing more.
    run = models.PositiveIntegerField(default=1)
    heard_at = models.DateTimeField(default=timezone.now)
    sentences = models.PositiveIntegerField(default=0)
    written = models.PositiveIntegerField(default=0)
    refused = models.PositiveIntegerField(default=0)
    #: Signs of the parcel on its way, already counted in ``use``.
    reserved = models.PositiveIntegerField(default=0)
    use = models.ForeignKey(MachineUse, models.SET_NULL, null=True, related_name="+")
    trouble = models.TextField(blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("machine draft")
        verbose_name_plural = _("machine drafts")
        constraints = [
            models.UniqueConstraint(
                fields=["original", "language"], name="one_machine_draft_per_language"
            )
        ]

    def __str__(self):
        return f"{self.original} ({self.language})"

    @property
    def is_running(self):
        return self.finished_at is None and timezone.now() - self.heard_at < SILENCE

    @property
    def has_stopped(self):
        """Whether its worker is gone before it was done."""
        return self.finished_at is None and not self.is_running
