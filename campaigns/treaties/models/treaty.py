from django.core.exceptions import ValidationError
from django.db import models
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel

from campaigns.treaties.choices import STANDING, STATUS_SENTENCES, Kind, UsStatus
from campaigns.treaties.models.edition import InCatalogue
from uprcities.lib.addresses import web_address

NEEDS_A_DAY = [
    (UsStatus.PARTY, "us_ratified", _("Say since when the US is a party: readers see the year.")),
    (
        UsStatus.PARTY_WITH_RESERVATIONS,
        "us_ratified",
        _("Say since when the US is a party: readers see the year."),
    ),
    (UsStatus.SIGNED, "us_signed", _("Say when the US signed: readers see the year.")),
    (UsStatus.BOUND_THROUGH_PROTOCOL, "us_bound_by", _("Choose the Protocol that binds the US.")),
    (
        UsStatus.DECLARATION_SUPPORTED,
        "us_supported",
        _("Say when the US voted for it: readers see the year."),
    ),
    (
        UsStatus.DECLARATION_SUPPORTED_LATER,
        "us_supported",
        _("Say when the US announced its support: readers see the year."),
    ),
]


class MonitoringBody(InCatalogue, ClusterableModel):
    """The committee that watches whether States keep to an instrument."""

    abbreviation = models.CharField(_("abbreviation"), max_length=20, unique=True)

    class Meta:
        verbose_name = _("monitoring body")
        verbose_name_plural = _("monitoring bodies")
        ordering = ["abbreviation"]

    def __str__(self):
        return self.abbreviation


class Treaty(InCatalogue, ClusterableModel):
    """A promise between States about how people are treated: facts only, words are in its labels."""

    slug = models.SlugField(_("address"), max_length=60, unique=True)
    abbreviation = models.CharField(_("abbreviation"), max_length=40, unique=True)
    also_known_as = models.JSONField(_("also known as"), default=list, blank=True)
    position = models.PositiveSmallIntegerField(_("order"), default=0)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind)
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="protocols",
        verbose_name=_("protocol to"),
    )
    is_binding = models.BooleanField(_("legally binding on its parties"), default=True)
    is_core = models.BooleanField(_("core UN instrument"), default=False)
    adopted = models.DateField(_("adopted on"))
    in_force = models.DateField(_("in force since"), null=True, blank=True)
    resolution = models.CharField(_("UN resolution"), max_length=60, blank=True)
    body = models.ForeignKey(
        MonitoringBody,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="treaties",
        verbose_name=_("watched by"),
    )
    us_status = models.CharField(_("status in the US"), max_length=40, choices=UsStatus)
    us_signed = models.DateField(_("signed by the US on"), null=True, blank=True)
    us_ratified = models.DateField(
        _("US a party since"),
        null=True,
        blank=True,
        help_text=_("The day of ratification or accession."),
    )
    us_supported = models.DateField(
        _("supported by the US on"),
        null=True,
        blank=True,
        help_text=_("For declarations: the vote or the statement."),
    )
    us_bound_by = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("US bound through"),
    )
    url = models.URLField(_("official text"), max_length=300, validators=[web_address])
    article_range = models.CharField(_("articles"), max_length=20)
    substantive_articles = models.CharField(
        _("articles that grant rights"), max_length=20, blank=True
    )
    to_confirm = models.JSONField(
        _("still to confirm"),
        default=list,
        blank=True,
        help_text=_(
            "Values that came without a published source. Check them before relying on them."
        ),
    )
    edited_by_hand = models.BooleanField(
        _("facts edited here"),
        default=False,
        help_text=_("Loading the treaties again leaves these facts as they are."),
    )

    class Meta:
        verbose_name = _("treaty")
        verbose_name_plural = _("treaties")
        ordering = ["position", "abbreviation"]

    def __str__(self):
        return self.abbreviation

    def clean(self):
        """A status that names a year needs the day it happened on."""
        for status, field, what in NEEDS_A_DAY:
            if self.us_status == status and not getattr(self, field):
                raise ValidationError({field: what})

    @property
    def url_path(self):
        """Its address below /<language>/."""
        return f"treaties/{self.slug}/"

    @property
    def standing(self):
        return STANDING[UsStatus(self.us_status)]

    def us_status_short(self, language=None):
        """The two or three words that stand beside a tag."""
        with translation.override(language or translation.get_language()):
            return str(UsStatus(self.us_status).label)

    def us_status_words(self, language=None):
        """The status as a sentence with its year, in the language asked for or the active one."""
        days = {
            "signed": self.us_signed,
            "ratified": self.us_ratified,
            "supported": self.us_supported,
            "bound": self.us_bound_by.us_ratified if self.us_bound_by_id else None,
        }
        years = {name: day.year if day else "…" for name, day in days.items()}
        with translation.override(language or translation.get_language()):
            return STATUS_SENTENCES[UsStatus(self.us_status)] % years


class TreatyArticle(InCatalogue, ClusterableModel):
    """One article: the line of an instrument that a story or a finding is about."""

    treaty = models.ForeignKey(
        Treaty, models.CASCADE, related_name="articles", verbose_name=_("treaty")
    )
    number = models.CharField(_("number"), max_length=20)
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        ordering = ["treaty__position", "position"]
        constraints = [
            models.UniqueConstraint(fields=["treaty", "number"], name="one_article_of_a_number")
        ]

    def __str__(self):
        return self.code

    @property
    def code(self):
        """How lawyers and editors cite it: "ICESCR 11"."""
        return f"{self.treaty.abbreviation} {self.number}"

    @property
    def slug(self):
        return self.number.lower()

    @property
    def url_path(self):
        """Its address below /<language>/."""
        return f"{self.treaty.url_path}{self.slug}/"
