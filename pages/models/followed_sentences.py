from django.db import models


class FollowedSentences(models.Model):
    """Which sentences of the original the published version of a translation was made from.

    Drafts do not touch it: it tells what readers read.
    """

    entry = models.OneToOneField("pages.Entry", models.CASCADE, related_name="followed")
    #: “<context>-<string>” of the translation package, as in the keys of a Sheet.
    sentences = models.JSONField(default=list)

    class Meta:
        verbose_name = "sentences that a translation follows"
        verbose_name_plural = "sentences that translations follow"

    def __str__(self):
        return f"{self.entry} ({len(self.sentences)})"
