from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


def consent_conditions(path="consent__"):
    """What makes a consent live: given, for the website, by today, and not taken back.

    The one definition; ``path`` leads from the row at hand to its consent.
    """
    return models.Q(
        **{
            f"{path}website": True,
            f"{path}given_on__lte": timezone.localdate(),
            f"{path}withdrawn_on__isnull": True,
        }
    )


class TestimonyQuerySet(models.QuerySet):
    def publishable(self):
        """Testimony whose teller agreed to the website, and has not taken it back."""
        return self.filter(consent_conditions())

    def for_press(self):
        """Publishable testimony whose teller also agreed to the press kit."""
        return self.publishable().filter(consent__press_kit=True)

    def for_machines(self):
        """Publishable testimony whose teller also agreed to machine translation."""
        return self.publishable().filter(consent__machine_translation=True)

    def for_city(self, city):
        """Testimony that one city's group collected."""
        return self.filter(city=city)

    def for_cities(self, cities):
        """Testimony that the groups of these cities collected."""
        return self.filter(city__in=cities)


class Testimony(models.Model):
    """What one person told a local group; never holds the teller's real name."""

    reference = models.CharField(
        _("reference"),
        max_length=40,
        help_text=_("A code that names nobody, such as PGH-2026-004."),
    )
    city = models.ForeignKey(
        "places.City", models.PROTECT, related_name="testimonies", verbose_name=_("city")
    )
    heard_on = models.DateField(_("heard on"), null=True, blank=True)

    objects = TestimonyQuerySet.as_manager()

    class Meta:
        verbose_name = _("testimony")
        verbose_name_plural = _("testimonies")
        ordering = ["reference"]
        constraints = [
            # Per city: a group never learns which references another one has used.
            models.UniqueConstraint(
                fields=["city", "reference"],
                name="one_reference_per_city",
                violation_error_message=_("This city already has a record with this reference."),
            )
        ]

    def __str__(self):
        return self.reference

    def clean(self):
        super().clean()
        if self.heard_on and self.heard_on > timezone.localdate():
            raise ValidationError({"heard_on": _("Nobody can have been heard in the future.")})
