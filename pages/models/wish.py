from django.db import models
from django.utils.translation import gettext_lazy as _


class LanguageWish(models.Model):
    """How often readers of a language said in one month that they need a page.

    A number and nothing else: not who, not when, not from where.
    """

    translation_key = models.UUIDField()
    language = models.CharField(max_length=20)
    month = models.DateField(help_text="Its first day.")
    count = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("wish for a language")
        verbose_name_plural = _("wishes for languages")
        constraints = [
            models.UniqueConstraint(
                fields=["translation_key", "language", "month"], name="wish_once_a_month"
            )
        ]

    def __str__(self):
        return f"{self.language}: {self.count}"
