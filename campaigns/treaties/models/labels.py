from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from campaigns.treaties.models.edition import InCatalogue
from campaigns.treaties.models.treaty import MonitoringBody, Treaty, TreatyArticle


class Label(InCatalogue):
    """Words for one thing in one language: our own, never the official text."""

    language = models.CharField(_("language"), max_length=20)
    edited_by_hand = models.BooleanField(
        _("edited here"),
        default=False,
        help_text=_("Loading the treaties again leaves these words as they are."),
    )

    class Meta:
        abstract = True
        ordering = ["language"]


class BodyLabel(Label):
    """The name of a monitoring body."""

    body = ParentalKey(
        MonitoringBody, on_delete=models.CASCADE, related_name="labels", verbose_name=_("body")
    )
    name = models.CharField(_("name"), max_length=200)

    class Meta(Label.Meta):
        verbose_name = _("name of a monitoring body")
        verbose_name_plural = _("names of monitoring bodies")
        constraints = [
            models.UniqueConstraint(fields=["body", "language"], name="one_body_label_per_language")
        ]

    def __str__(self):
        return self.name


class TreatyLabel(Label):
    """What a treaty is called, and what it does, in plain words."""

    treaty = ParentalKey(
        Treaty, on_delete=models.CASCADE, related_name="labels", verbose_name=_("treaty")
    )
    title = models.CharField(_("title"), max_length=300, blank=True)
    plain = models.TextField(
        _("in plain words"),
        blank=True,
        help_text=_("Two or three sentences: what it is and what it does for people in a US city."),
    )

    class Meta(Label.Meta):
        verbose_name = _("words for a treaty")
        verbose_name_plural = _("words for treaties")
        constraints = [
            models.UniqueConstraint(
                fields=["treaty", "language"], name="one_treaty_label_per_language"
            )
        ]

    def __str__(self):
        return self.title or self.plain


class ArticleLabel(Label):
    """What an article is about, in plain words."""

    article = ParentalKey(
        TreatyArticle, on_delete=models.CASCADE, related_name="labels", verbose_name=_("article")
    )
    label = models.CharField(_("label"), max_length=200, blank=True)
    plain = models.TextField(
        _("in plain words"), blank=True, help_text=_("One sentence: what the article says.")
    )

    class Meta(Label.Meta):
        verbose_name = _("words for an article")
        verbose_name_plural = _("words for articles")
        constraints = [
            models.UniqueConstraint(
                fields=["article", "language"], name="one_article_label_per_language"
            )
        ]

    def __str__(self):
        return self.label or self.plain


class ThemeLabel(Label):
    """What a theme is called."""

    theme = ParentalKey(
        "treaties.Theme", on_delete=models.CASCADE, related_name="labels", verbose_name=_("theme")
    )
    label = models.CharField(_("label"), max_length=100)

    class Meta(Label.Meta):
        verbose_name = _("words for a theme")
        verbose_name_plural = _("words for themes")
        constraints = [
            models.UniqueConstraint(
                fields=["theme", "language"], name="one_theme_label_per_language"
            )
        ]

    def __str__(self):
        return self.label
