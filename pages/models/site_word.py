from django.db import models
from django.utils.translation import gettext_lazy as _


class SiteWord(models.Model):
    """One of our own words around the pages, as people of this site say it in a language."""

    language = models.CharField(_("language"), max_length=20)
    #: Tells it from all others: see other_texts/interface.py.
    key = models.CharField(max_length=40)
    msgid = models.TextField()
    #: The forms of what is counted stand in one, with “|” between.
    words = models.TextField()

    class Meta:
        verbose_name = _("word of the site")
        verbose_name_plural = _("words of the site")
        constraints = [
            models.UniqueConstraint(fields=["language", "key"], name="one_site_word_per_language")
        ]

    def __str__(self):
        return self.words
