from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .made import TranslationMade


class Essentials(models.Model):
    """The title and summary of a page in a language in which the rest is not there yet.

    It is never the authority on whether readers may see it: the original is asked each time.
    """

    translation_key = models.UUIDField()
    language = models.CharField(max_length=20)
    title = models.CharField(_("title"), max_length=255)
    summary = models.TextField(_("summary"), blank=True)
    made = models.CharField(max_length=20, choices=TranslationMade)
    #: What the original said, and when its words had last changed.
    follows_title = models.CharField(max_length=255)
    follows_summary = models.TextField(blank=True)
    follows_words_of = models.DateTimeField(null=True)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    shown_since = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("title and summary")
        verbose_name_plural = _("titles and summaries")
        constraints = [
            models.UniqueConstraint(
                fields=["translation_key", "language"], name="essentials_once_per_language"
            )
        ]

    def __str__(self):
        return f"{self.title} ({self.language})"

    def is_behind(self, original):
        """Whether the title or summary of the original (its Entry) was reworded since."""
        says, said = (
            (original.title, original.summary),
            (self.follows_title, self.follows_summary),
        )
        if says == said:
            return False
        changed_at = original.words_changed_at  # a small correction leaves it as it was
        return not (changed_at and self.follows_words_of) or changed_at > self.follows_words_of
