from django.db import models
from django.utils.translation import gettext_lazy as _

from .review import Review


class Position(models.TextChoices):
    SUPPORTED = "supported", _("Supported")
    IN_PART = "supported_noted", _("Supported in part")
    NOTED = "noted", _("Noted")
    PENDING = "pending", _("No answer yet")


class RecommendationQuerySet(models.QuerySet):
    def counts(self):
        """How the State answered, as ``{position: number}`` in one query."""
        rows = self.order_by().values("position").annotate(number=models.Count("pk"))
        return {row["position"]: row["number"] for row in rows}


class Recommendation(models.Model):
    """One recommendation that other States made in a review, with the State's answer."""

    review = models.ForeignKey(Review, models.CASCADE, related_name="recommendations")
    paragraph = models.CharField(_("paragraph"), max_length=20)
    number = models.PositiveIntegerField(_("number"))
    recommending_states = models.CharField(_("recommending States"), max_length=255)
    position = models.CharField(
        _("the State’s answer"), max_length=20, choices=Position, default=Position.PENDING
    )
    theme = models.CharField(_("UN theme"), max_length=160, blank=True)
    names_local_government = models.BooleanField(
        _("mentions state or local government"), default=False
    )

    objects = RecommendationQuerySet.as_manager()

    class Meta:
        verbose_name = _("recommendation")
        verbose_name_plural = _("recommendations")
        ordering = ["review", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["review", "paragraph"], name="paragraph_once_per_review"
            )
        ]

    def __str__(self):
        return self.paragraph
