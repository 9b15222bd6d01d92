from datetime import date

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..news import tell_withdrawn
from .testimony import Testimony, consent_conditions


class Naming(models.TextChoices):
    FULL_NAME = "full_name", _("Full name")
    FIRST_NAME = "first_name", _("First name only")
    PSEUDONYM = "pseudonym", _("Another name, marked as changed")
    ANONYMOUS = "anonymous", _("No name at all")


class PlacePrecision(models.TextChoices):
    HIDDEN = "hidden", _("No place")
    STATE = "state", _("State")
    CITY = "city", _("City")
    NEIGHBOURHOOD = "neighbourhood", _("Neighbourhood")


class ConsentQuerySet(models.QuerySet):
    def to_renew(self):
        """Consents for the website whose day to ask again has come; they are live all the same."""
        today = timezone.localdate()
        return self.filter(consent_conditions(""), review_on__lte=today)


class Consent(models.Model):
    """What the teller agreed to; without it nothing of theirs is shown."""

    testimony = models.OneToOneField(Testimony, models.CASCADE, related_name="consent")
    website = models.BooleanField(_("may stand on this website"), default=False)
    press_kit = models.BooleanField(_("may go to the press in a media kit"), default=False)
    machine_translation = models.BooleanField(
        _("may be handed to a machine translation service"), default=False
    )
    naming = models.CharField(
        _("how the teller is named"), max_length=20, choices=Naming, default=Naming.ANONYMOUS
    )
    place_precision = models.CharField(
        _("how exactly the place may be told"),
        max_length=20,
        choices=PlacePrecision,
        default=PlacePrecision.HIDDEN,
    )
    given_on = models.DateField(_("given on"), null=True, blank=True)
    review_on = models.DateField(_("ask again on"), null=True, blank=True)
    confirmed_on = models.DateField(_("asked again on"), null=True, blank=True, editable=False)
    withdrawn_on = models.DateTimeField(_("withdrawn on"), null=True, blank=True, editable=False)

    objects = ConsentQuerySet.as_manager()

    class Meta:
        verbose_name = _("consent")
        verbose_name_plural = _("consents")

    def __str__(self):
        return _("Consent for %(testimony)s") % {"testimony": self.testimony}

    @property
    def is_withdrawn(self):
        return self.withdrawn_on is not None

    @property
    def is_live(self):
        """Whether the teller agreed to the website by now and has not taken it back."""
        given = self.given_on and self.given_on <= timezone.localdate()
        return bool(self.website and given and not self.is_withdrawn)

    @property
    def is_to_renew(self):
        """Whether the day has come on which the group asks the teller again."""
        return bool(self.is_live and self.review_on and self.review_on <= timezone.localdate())

    def clean(self):
        super().clean()
        errors = {}
        if self.given_on and self.given_on > timezone.localdate():
            errors["given_on"] = _("Consent cannot be given in the future.")
        agreed = self.website or self.press_kit or self.machine_translation
        if agreed and not self.given_on:
            errors["given_on"] = _("Write the day on which the teller agreed.")
        if self.press_kit and not self.website:
            errors["press_kit"] = _("What goes to the press also stands on the website.")
        if self.machine_translation and not self.website:
            errors["machine_translation"] = _(
                "Only what also stands on the website is handed to a machine."
            )
        if self.given_on and self.review_on and self.review_on <= self.given_on:
            errors["review_on"] = _("Choose a day after the one on which the teller agreed.")
        if errors:
            raise ValidationError(errors)

    def save(self, *args, **kwargs):
        if self.given_on and not self.review_on:
            self.review_on = a_year_after(self.given_on)
        super().save(*args, **kwargs)
        if not self.is_live:
            transaction.on_commit(self._tell_withdrawn)

    def withdraw(self):
        """Take the testimony back everywhere; its address answers 410 from now on."""
        if not self.is_withdrawn:
            self.withdrawn_on = timezone.now()
            self.save()

    def give_anew(self):
        """The teller agreed once more: the earlier withdrawal no longer counts. Not saved yet."""
        self.withdrawn_on = self.confirmed_on = None

    def renew(self, day):
        """The teller was asked on this day and still agrees; they are asked again in a year."""
        self.confirmed_on = day
        self.review_on = a_year_after(day)
        self.save()

    def _tell_withdrawn(self):
        tell_withdrawn(Consent, self.testimony_id)


def a_year_after(day):
    """The same day of the next year; 1 March for a leap day."""
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return date(day.year + 1, 3, 1)
