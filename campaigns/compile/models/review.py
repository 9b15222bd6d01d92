from django.db import models
from django.utils.translation import gettext_lazy as _

from uprcities.lib.addresses import web_address


class ReviewStatus(models.TextChoices):
    PLANNED = "planned", _("Planned")
    POSTPONED = "postponed", _("Postponed")
    STATE_ABSENT = "state_absent", _("The State did not take part")
    HELD = "held", _("Held, no outcome yet")
    ADOPTED = "adopted", _("Outcome adopted")


class Review(models.Model):
    """One State's turn in the Universal Periodic Review."""

    slug = models.SlugField(_("address"), unique=True)
    state_code = models.CharField(_("State (three letters)"), max_length=3, default="USA")
    cycle = models.PositiveSmallIntegerField(_("cycle"))
    session = models.PositiveSmallIntegerField(_("session"))
    status = models.CharField(
        _("status"), max_length=20, choices=ReviewStatus, default=ReviewStatus.PLANNED
    )
    first_planned_on = models.DateField(_("first planned for"), null=True, blank=True)
    held_on = models.DateField(_("held on, or now planned for"), null=True, blank=True)
    adopted_on = models.DateField(_("outcome adopted on"), null=True, blank=True)

    class Meta:
        verbose_name = _("review")
        verbose_name_plural = _("reviews")
        ordering = ["-cycle"]

    def __str__(self):
        return _("%(state)s, cycle %(cycle)s, session %(session)s") % {
            "state": self.state_code,
            "cycle": self.cycle,
            "session": self.session,
        }


class DocumentKind(models.TextChoices):
    NATIONAL_REPORT = "national_report", _("National report")
    UN_COMPILATION = "un_compilation", _("Compilation of UN information")
    STAKEHOLDER_SUMMARY = "stakeholder_summary", _("Summary of stakeholders’ submissions")
    WORKING_GROUP_REPORT = "working_group_report", _("Report of the Working Group")
    REPLY = "reply", _("The State’s reply")
    DECISION = "decision", _("Decision that adopts the outcome")


class ReviewDocument(models.Model):
    """A UN document of one review, found by its symbol."""

    review = models.ForeignKey(Review, models.CASCADE, related_name="documents")
    kind = models.CharField(_("kind"), max_length=30, choices=DocumentKind)
    symbol = models.CharField(_("symbol"), max_length=60, help_text=_("Such as A/HRC/46/15."))
    url = models.URLField(_("link"), blank=True, validators=[web_address])

    class Meta:
        verbose_name = _("UN document")
        verbose_name_plural = _("UN documents")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["review", "symbol"], name="symbol_once_per_review")
        ]

    def __str__(self):
        return self.symbol
