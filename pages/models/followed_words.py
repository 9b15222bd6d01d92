"""What the words of pictures, treaties and their like were translated from."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .made import MANUAL
from .original import Original


class FollowedWords(models.Model):
    """Which words of an original one text in another language was made from, and by whom.

    For what is no page and has no versions. The words that readers get stand where they always
    did; here stands how they came about, as far as anybody saw.
    """

    original = models.ForeignKey(Original, models.CASCADE, related_name="followed")
    language = models.CharField(_("language"), max_length=20)
    field = models.CharField(max_length=40)
    source_words = models.TextField()
    #: The translation as it was seen last: where it changed since, somebody wrote it anew.
    words = models.TextField(blank=True)
    #: “manual”, “machine” or “checked”, as a sentence of a page has it.
    made = models.CharField(max_length=20, default=MANUAL)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    written_at = models.DateTimeField(default=timezone.now)
    #: What a machine wrote, from which words, and nobody has looked at: readers do not get it.
    suggestion = models.TextField(blank=True)
    suggested_for = models.TextField(blank=True)
    tool = models.CharField(max_length=80, blank=True)

    class Meta:
        verbose_name = _("origin of translated words")
        verbose_name_plural = _("origins of translated words")
        constraints = [
            models.UniqueConstraint(
                fields=["original", "language", "field"], name="one_origin_per_words"
            )
        ]

    def __str__(self):
        return f"{self.original} ({self.language}): {self.field}"

    def is_behind(self, source):
        """Whether readers have words here that were made from others than ``source``."""
        return bool(self.words) and self.source_words != source

    def suggestion_for(self, source):
        """What a machine makes of ``source``, or an empty string."""
        return self.suggestion if self.suggested_for == source else ""
