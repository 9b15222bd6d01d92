from django.db import models
from django.utils.translation import gettext_lazy as _


class BuildState(models.TextChoices):
    WAITING = "waiting", _("Waiting to be packed")
    READY = "ready", _("Ready")
    FAILED = "failed", _("Could not be packed")


class KitBuild(models.Model):
    """The zip file of one kit page in its language, and what it holds."""

    page = models.OneToOneField("wagtailcore.Page", models.CASCADE, related_name="kit_build")
    state = models.CharField(
        _("state"), max_length=10, choices=BuildState, default=BuildState.WAITING
    )
    file = models.FileField(upload_to="kits", blank=True)
    fingerprint = models.CharField(max_length=64, blank=True)
    made_at = models.DateTimeField(_("made at"), null=True, blank=True)
    size = models.PositiveBigIntegerField(_("size in bytes"), default=0)
    sha256 = models.CharField(max_length=64, blank=True)
    manifest = models.JSONField(default=dict, blank=True)
    error = models.TextField(_("what went wrong"), blank=True)

    class Meta:
        verbose_name = _("packed kit")
        verbose_name_plural = _("packed kits")

    def __str__(self):
        return f"{self.page_id}: {self.get_state_display()}"

    def holds(self, contents):
        """Whether the zip at hand is exactly what these contents would give."""
        return (
            self.state == BuildState.READY
            and bool(self.file)
            and self.fingerprint == contents.fingerprint()
        )

    def drop_file(self):
        """Delete the zip: nobody gets it any more."""
        if self.file:
            self.file.delete(save=False)
        self.state = BuildState.WAITING
        self.save()
