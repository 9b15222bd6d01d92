from django.db import models


class WhyGone(models.TextChoices):
    """What readers are told about an address that leads nowhere any more."""

    TAKEN_BACK = "taken_back"  # by the teller of a story
    TAKEN_DOWN = "taken_down"  # by the group that wrote it


class GoneAddress(models.Model):
    """The address of a page that readers knew, and that was deleted.

    A page that was only unpublished needs no line here: it says so itself.
    """

    language = models.CharField(max_length=100)
    tail = models.CharField(max_length=500, help_text="The address after the language.")
    why = models.CharField(max_length=12, choices=WhyGone)
    gone_on = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["language", "tail"], name="gone_once"),
        ]

    def __str__(self):
        return f"/{self.language}/{self.tail}"
