from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel
from taggit.models import TagBase

from campaigns.treaties.models.catalogue import catalogue
from campaigns.treaties.models.edition import InCatalogue
from campaigns.treaties.models.entries import Words
from campaigns.treaties.models.treaty import Treaty, TreatyArticle


class RightsTag(TagBase):
    """A right that a page is about: a whole treaty, or one of its articles. Nobody can make one up."""

    free_tagging = False

    treaty = models.ForeignKey(
        Treaty, models.CASCADE, related_name="tags", verbose_name=_("treaty")
    )
    article = models.OneToOneField(
        TreatyArticle,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="tag",
        verbose_name=_("article"),
    )

    class Meta:
        verbose_name = _("right")
        verbose_name_plural = _("rights")
        ordering = ["treaty__position", "article__position"]
        constraints = [
            models.UniqueConstraint(
                fields=["treaty"],
                condition=models.Q(article=None),
                name="one_tag_for_a_whole_treaty",
            )
        ]

    def __str__(self):
        return self.name

    @property
    def code(self):
        """How editors cite it: "ICESCR 11", or "ICESCR" for the whole treaty."""
        return self.name

    def entry(self, language=None):
        """The treaty or article with its words, from memory."""
        return catalogue(language).right(self.slug)

    @property
    def url_path(self):
        """Its address below /<language>/: treaties/icescr/11/."""
        return self.entry().url_path

    def label(self, language=None):
        """What it is about, as Words: the text and the language it is really in."""
        entry = self.entry(language)
        return entry.label if entry else Words(self.name)

    def us_status_words(self, language=None):
        """Whether the US is bound, as a sentence: it stands wherever the tag stands."""
        return self.entry(language).treaty.us_status_words(language)

    def us_status_short(self, language=None):
        return self.entry(language).treaty.us_status_short(language)

    @property
    def standing(self):
        return self.entry().treaty.standing


class Theme(InCatalogue, ClusterableModel, TagBase):
    """A topic of city life that pages are filed under, with its names in the UN's own index."""

    free_tagging = False

    position = models.PositiveSmallIntegerField(_("order"), default=0)
    uhri_themes = models.JSONField(_("UHRI themes"), default=list, blank=True)
    sdgs = models.JSONField(_("Sustainable Development Goals"), default=list, blank=True)
    articles = models.ManyToManyField(
        TreatyArticle,
        blank=True,
        related_name="themes",
        verbose_name=_("articles it usually rests on"),
    )

    class Meta:
        verbose_name = _("theme")
        verbose_name_plural = _("themes")
        ordering = ["position"]

    def __str__(self):
        return str(self.label())

    def label(self, language=None):
        """Its name, as Words: the text and the language it is really in."""
        entry = catalogue(language).themes.get(self.slug)
        return entry.label if entry else Words(self.name)
