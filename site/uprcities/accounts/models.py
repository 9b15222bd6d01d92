from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

ADDRESS_TAKEN = _("Another account has this e-mail address.")


class User(AbstractUser):
    """Somebody who signs in: a volunteer of a local group or of the alliance."""

    wants_reminders = models.BooleanField(
        _("remind me by e-mail"),
        default=True,
        help_text=_("In the morning, when something waits for you: once a day at most."),
    )

    class Meta(AbstractUser.Meta):
        constraints = [
            # People sign in with it, and get there what opens their account again.
            models.UniqueConstraint(
                Lower("email"),
                condition=~models.Q(email=""),
                name="one_account_per_address",
                violation_error_message=ADDRESS_TAKEN,
            )
        ]


class Reminder(models.Model):
    """When somebody was last looked at for a reminder, and what the last one said, as a hash."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="reminder")
    looked_on = models.DateField(_("looked at on"), null=True, blank=True)
    told_on = models.DateField(_("reminded on"), null=True, blank=True)
    told = models.CharField(max_length=64, blank=True)

    class Meta:
        verbose_name = _("reminder")
        verbose_name_plural = _("reminders")

    def __str__(self):
        return f"{self.user}: {self.told_on}"


class SignInEvent(models.Model):
    """Something that happened at the door of an account; kept for thirty days for its owner."""

    class Kind(models.TextChoices):
        SIGNED_IN = "signed_in", _("Signed in")
        FAILED = "failed", _("Wrong password or code")
        LOCKED = "locked", _("Locked after too many tries")
        STEP_ADDED = "step_added", _("Second step added")
        STEP_REMOVED = "step_removed", _("Second step removed")
        CODES_RENEWED = "codes_renewed", _("New recovery codes made")
        STEP_RESET = "step_reset", _("Second step reset by an administrator")
        SESSIONS_ENDED = "sessions_ended", _("Signed out elsewhere")

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="sign_in_events"
    )
    kind = models.CharField(_("what happened"), max_length=20, choices=Kind)
    at = models.DateTimeField(_("when"), default=timezone.now, db_index=True)
    address = models.GenericIPAddressField(_("network address"), null=True, blank=True)
    browser = models.CharField(_("browser"), max_length=80, blank=True)

    class Meta:
        verbose_name = _("sign-in event")
        verbose_name_plural = _("sign-in events")
        ordering = ["-at", "-pk"]

    def __str__(self):
        return f"{self.user}: {self.get_kind_display()}"
