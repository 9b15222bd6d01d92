from datetime import UTC, datetime, time

from django.db import models
from django.utils import timezone
from django.utils.functional import classproperty
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.api import APIField
from wagtail.models import Page
from wagtail.search import index
from wagtail_localize.fields import BaseTranslatableField, TranslatableField

from campaigns.places.looking import person_looking
from campaigns.places.models import LocalGroup
from campaigns.places.rights import may_explore

from ..admin_forms import PageForm
from ..panels import tabs_of
from .approval import ApprovedByAnother
from .reading import HonestReading
from .translated import CannotPublishYetError, KnowsItsOriginal, same


def happened_on(day):
    """What puts a page into lists at the day it tells of, as fields of Entry.

    Empty without a day and for one that is still to come: a list has the newest first.
    """
    if not day or day > timezone.localdate():
        return {}
    return {"shown_on": datetime.combine(day, time(12), tzinfo=UTC)}


def group_is_away(city):
    """Whether the group of a city rests or is over; one query, none for the alliance’s pages."""
    group = LocalGroup.objects.filter(city=city).first() if city else None
    return bool(group) and not group.is_at_work


class BasePage(HonestReading, ApprovedByAnother, KnowsItsOriginal, Page):
    """What every page of ours carries: a summary, and the truth about its language."""

    summary = models.TextField(
        _("summary"),
        max_length=300,
        blank=True,
        help_text=_("Two sentences that stand alone in lists, feeds and search. 300 characters."),
    )
    content_panels = [*Page.content_panels, FieldPanel("summary")]
    promote_panels = [
        MultiFieldPanel(
            ["slug", "seo_title", "search_description"],
            heading=_("How it is found"),
        )
    ]
    settings_panels = [
        *Page.settings_panels,
        FieldPanel("translation_made"),
    ]
    base_form_class = PageForm
    #: Not “groups”: ours are computed from memberships, and their names say who works where.
    private_page_options = ["password", "login"]

    search_fields = [*Page.search_fields, index.SearchField("summary")]
    api_fields = [
        APIField("summary"),
        APIField("written_in"),
        APIField("translation_made"),
    ]
    override_translatable_fields = [
        *same("slug", "show_in_menus"),
        TranslatableField("summary"),
        BaseTranslatableField("translation_made"),
    ]

    #: What its template shows of it from other tables, fetched with it for readers.
    read_with = ()
    #: The last part of its address where nobody may choose it; "" where its editor may.
    fixed_slug = ""

    class Meta:
        abstract = True

    @classproperty
    def edit_handler(cls):
        return tabs_of(cls)

    @property
    def city(self):
        """The City this page belongs to, or None for a page of the whole alliance."""
        return None

    def why_not_shown_yet(self):
        return self.why_not_yet()

    def publish(self, revision, *args, **kwargs):
        """Nothing of a group that rests or is over becomes public by itself, on its day."""
        if self.is_template:
            raise CannotPublishYetError(self.why_not_yet())
        if revision.approved_go_live_at and group_is_away(self.city):
            revision.approved_go_live_at = None
            revision.save(update_fields=["approved_go_live_at"])
            return
        super().publish(revision, *args, **kwargs)

    def full_clean(self, *args, **kwargs):
        self.slug = self.fixed_slug or self.slug
        return super().full_clean(*args, **kwargs)

    @property
    def is_template(self):
        """Whether it only shows with what a new city begins, and so is never made public."""
        return bool(self.city and self.city.is_template)

    def why_not_yet(self):
        if self.is_template:
            return gettext(
                "This is what a new city begins with. It is never published; start a city instead."
            )
        return super().why_not_yet()

    def can_move_to(self, parent):
        """What readers see is not moved to where nobody ever reads."""
        becomes_template = getattr(parent.specific, "is_template", False)
        return super().can_move_to(parent) and not (self.live and becomes_template)

    def get_admin_display_title(self):
        """The draft’s title for those who may open the draft; for others what readers see."""
        person = person_looking()
        if person and not may_explore(person, self):
            return self.title
        return super().get_admin_display_title()

    def entry_facts(self):
        """What this type of page adds to its line in the lists, as fields of Entry."""
        return {}


class TaggedPage(BasePage):
    """A page that stands on treaty articles and belongs to city topics."""

    rights = ClusterTaggableManager(
        through="pages.PageRight",
        blank=True,
        verbose_name=_("rights and articles"),
        help_text=_("Cite the exact article: ICESCR 11 rather than ICESCR."),
    )
    themes = ClusterTaggableManager(
        through="pages.PageTheme",
        blank=True,
        verbose_name=_("topics"),
        help_text=_("What it is about; articles that usually go with a topic are suggested above."),
    )

    #: The tags themselves are copied; their manager is only a way to them.
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        BaseTranslatableField("rights"),
        BaseTranslatableField("themes"),
    ]

    class Meta:
        abstract = True
