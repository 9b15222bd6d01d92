from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class GovernmentLevel(models.TextChoices):
    CITY = "city", pgettext_lazy("level of government", "City")
    COUNTY = "county", pgettext_lazy("level of government", "County")
    SCHOOLS = "schools", _("School district")
    STATE = "state", pgettext_lazy("level of government", "State")
    FEDERAL = "federal", _("Federal")


class Answer(models.TextChoices):
    """How a State may answer a recommendation, in the words that readers see."""

    SUPPORTED = "supported", _("Supported")
    IN_PART = "supported_noted", _("Supported in part")
    NOTED = "noted", _("Noted")
    PENDING = "pending", _("No answer yet")


class DeadlineReach(models.TextChoices):
    LOCAL = "local", _("Our group")
    NATIONAL = "national", _("National")
    UN = "un", _("United Nations")


class CampaignStep(models.TextChoices):
    COLLECT = "collect", _("Collect")
    COMPILE = "compile", _("Compile")
    REVIEW = "review", _("Review")
    OUTCOME = "outcome", _("Outcome")
    CLAMOR = "clamor", _("Clamor")
