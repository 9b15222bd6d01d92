from django.db import models
from django.utils.translation import gettext_lazy as _


class EarlierWording(models.Model):
    """What the original said when a sentence was translated that is now behind it.

    It goes with the translated sentence: when that is mended, found still right, or forgotten.
    """

    translation = models.OneToOneField(
        "wagtail_localize.StringTranslation", models.CASCADE, related_name="earlier_wording"
    )
    words = models.TextField()
    #: Who had written the sentence: “manual”, “machine” or “checked”.
    made = models.CharField(max_length=20, default="manual")

    class Meta:
        verbose_name = _("earlier wording")
        verbose_name_plural = _("earlier wordings")

    def __str__(self):
        return self.words[:80]
