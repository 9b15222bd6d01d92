from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.api import APIField
from wagtail.fields import StreamField
from wagtail.search import index

from campaigns.collect.models import Naming
from campaigns.places.models import Role
from uprcities.lib.language_choices import LanguageSelect

from ..blocks.story import StoryBlocks
from ..panels import guide
from ..story_form import StoryForm
from .base import TaggedPage
from .entry import Entry, EntryKind
from .links import findings_resting_on
from .place import BelongsToCity
from .prose import ProseField
from .telling import TellsTestimony
from .translated import same


class TestimonyStoryPage(TellsTestimony, BelongsToCity, TaggedPage):
    """One person’s testimony, told with their agreement."""

    testimony = models.ForeignKey(
        "collect.Testimony",
        models.PROTECT,
        related_name="+",
        verbose_name=_("testimony record"),
        help_text=_("Without a live consent on this record nobody sees the page."),
    )
    teller_name = models.CharField(
        _("name shown to readers"),
        max_length=80,
        blank=True,
        help_text=_("As the teller agreed: “Rosa”. Empty when no name may be told."),
    )
    about_teller = models.CharField(
        _("who is telling"), max_length=160, help_text=_("Such as: a tenant and mother of two.")
    )
    told_place = models.CharField(
        _("place"), max_length=120, blank=True, help_text=_("No finer than the teller agreed to.")
    )
    told_when = models.CharField(
        _("when it was told"), max_length=80, blank=True, help_text=_("Such as: spring 2019.")
    )
    words_language = models.CharField(
        _("language of the teller’s words"),
        max_length=20,
        default="en",
        help_text=_("The language in which the teller spoke."),
    )
    content_warning = models.CharField(
        _("content warning"),
        max_length=200,
        blank=True,
        help_text=_("Such as: speaks of a death in custody. Readers see it before the story."),
    )
    photo = models.ForeignKey(
        "library.Image",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("picture"),
    )
    body = StreamField(StoryBlocks(), verbose_name=_("story"))
    support = ProseField(
        _("help for readers"),
        help_text=_("Phone lines and places that help with what the story tells."),
    )
    demo_note = models.CharField(
        _("note that this is invented"),
        max_length=300,
        blank=True,
        help_text=_("Only for demonstrations: says on the page that nobody told this."),
    )

    base_form_class = StoryForm
    approved_by = (Role.SAFETY_REVIEWER,)
    must_be_approved = is_never_approved_by_author = True
    entry_kind = EntryKind.STORY
    read_with = ("photo", "testimony__consent")
    parent_page_types = ["pages.CityProfilePage"]
    subpage_types = []

    content_panels = [
        *TaggedPage.content_panels,
        MultiFieldPanel([guide("plain"), "body", "photo"], heading=_("What happened?")),
        MultiFieldPanel(
            [
                guide("consent"),
                FieldPanel(
                    "testimony",
                    help_text=_(
                        "Readers see the page only while this record says that the teller agrees."
                    ),
                ),
                "teller_name",
                "about_teller",
                "told_place",
                "told_when",
                FieldPanel("words_language", widget=LanguageSelect),
            ],
            heading=_("Who is telling, and what did they agree to?"),
        ),
        MultiFieldPanel(["content_warning", "support"], heading=_("What do readers need?")),
        MultiFieldPanel(["rights", "themes"], heading=_("Where does it lead?")),
        "demo_note",
    ]
    search_fields = [*TaggedPage.search_fields, index.SearchField("body")]
    api_fields = [
        *TaggedPage.api_fields,
        APIField("teller_name"),
        APIField("about_teller"),
        APIField("told_place"),
        APIField("told_when"),
        APIField("words_language"),
        APIField("content_warning"),
        APIField("body"),
    ]

    override_translatable_fields = [
        *TaggedPage.override_translatable_fields,
        *same("testimony", "words_language", "photo"),
    ]

    class Meta:
        verbose_name = _("testimony story")
        verbose_name_plural = _("testimony stories")

    @property
    def consent(self):
        """What the teller agreed to, or None when there is no record."""
        return getattr(self.testimony, "consent", None) if self.testimony_id else None

    @property
    def name_is_changed(self):
        return bool(self.consent and self.consent.naming == Naming.PSEUDONYM and self.teller_name)

    def get_context(self, request, *args, **kwargs):
        language = self.locale.language_code
        return super().get_context(request, *args, **kwargs) | {
            "findings": findings_resting_on(self, language),
            "shows_original": self.words_language != language,
            "more_stories": Entry.objects.visible()
            .in_language(language)
            .of_kind(EntryKind.STORY)
            .for_city(self.city)
            .exclude(page_id=self.pk)
            .newest_first()[:3],
        }

    def entry_facts(self):
        return {
            "tells_testimony": True,
            "testimony": self.testimony,
            "picture": self.photo,
            "byline": self.teller_name or self.about_teller,
        }

    def clean(self):
        super().clean()
        if not self.consent:
            return
        if self.consent.naming == Naming.ANONYMOUS and self.teller_name:
            message = _("The teller asked not to be named. Leave the name empty.")
            raise ValidationError({"teller_name": message})
        if self.consent.place_precision == "hidden" and self.told_place:
            message = _("The teller asked that no place be told. Leave the place empty.")
            raise ValidationError({"told_place": message})
