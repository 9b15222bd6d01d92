from django.db import models
from modelcluster.fields import ParentalKey
from taggit.models import ItemBase

from campaigns.treaties.models import RightsTag, Theme


class PageRight(ItemBase):
    """A page rests on a treaty or on one of its articles."""

    tag = models.ForeignKey(RightsTag, models.CASCADE, related_name="page_items")
    content_object = ParentalKey(
        "wagtailcore.Page", on_delete=models.CASCADE, related_name="right_items"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["tag", "content_object"], name="right_once_per_page")
        ]


class PageTheme(ItemBase):
    """A page is about one of the city topics."""

    tag = models.ForeignKey(Theme, models.CASCADE, related_name="page_items")
    content_object = ParentalKey(
        "wagtailcore.Page", on_delete=models.CASCADE, related_name="theme_items"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["tag", "content_object"], name="theme_once_per_page")
        ]
