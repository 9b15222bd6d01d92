from zoneinfo import ZoneInfo

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.search import index

from ..querysets import EntryQuerySet
from ..search_words import WordsField


class EntryKind(models.TextChoices):
    """What a reader is looking at, in the reader’s words."""

    HOME = "home", _("Home")
    CITY = "city", _("City")
    STORY = "story", _("Story")
    FINDING = "finding", _("Finding")
    OUTCOME = "outcome", _("UN outcome")
    RESOURCE = "resource", _("Resource")
    EVENT = "event", _("Event")
    NEWSROOM = "newsroom", _("Newsroom")
    RELEASE = "release", _("Press release")
    KIT = "kit", _("Media kit")
    LIST = "list", _("List")
    STANDARD = "standard", _("Page")


#: Pages whose words and files the press takes along.
FOR_THE_PRESS = {EntryKind.KIT, EntryKind.RELEASE, EntryKind.NEWSROOM}
#: What stands for years: the day on which it was put here tells a reader nothing.
WITHOUT_DAY = {
    EntryKind.HOME,
    EntryKind.CITY,
    EntryKind.RESOURCE,
    EntryKind.NEWSROOM,
    EntryKind.KIT,
    EntryKind.LIST,
    EntryKind.STANDARD,
}


class Entry(index.Indexed, models.Model):
    """One line about one live page in one language: what lists, feeds and search read.

    It is written when a page is published and is never the authority on whether the page may
    be seen: ``visible()`` asks the page, its restrictions and the teller’s consent each time.
    """

    page = models.OneToOneField("wagtailcore.Page", models.CASCADE, related_name="entry")
    translation_key = models.UUIDField(db_index=True)
    language = models.CharField(max_length=100)
    kind = models.CharField(_("type"), max_length=12, choices=EntryKind)
    tail = models.CharField(max_length=500, help_text=_("The address after the language."))
    title = models.CharField(_("title"), max_length=255)
    summary = models.TextField(_("summary"), blank=True)
    shown_on = models.DateTimeField(_("shown on"))
    changed_at = models.DateTimeField()

    city = models.ForeignKey("places.City", models.SET_NULL, null=True, related_name="+")
    tells_testimony = models.BooleanField(default=False)
    testimony = models.ForeignKey("collect.Testimony", models.SET_NULL, null=True, related_name="+")
    picture = models.ForeignKey("library.Image", models.SET_NULL, null=True, related_name="+")
    mark = models.CharField(max_length=20, blank=True)
    byline = models.CharField(max_length=200, blank=True)
    starts_at = models.DateTimeField(null=True)
    time_zone = models.CharField(max_length=40, blank=True)

    is_original = models.BooleanField(default=True)
    translation_made = models.CharField(max_length=20, blank=True)
    words_changed_at = models.DateTimeField(null=True)
    follows_words_of = models.DateTimeField(null=True)
    #: When somebody other than its translators had read a translation; None: nobody is known.
    reviewed_on = models.DateField(null=True)
    #: How many paragraphs of the original are newer than what readers of this translation read,
    #: and how the first of them begins. None: nobody can count them.
    paragraphs_behind = models.PositiveIntegerField(null=True)
    newer_words = models.CharField(max_length=120, blank=True)

    right_slugs = models.JSONField(default=list)
    theme_slugs = models.JSONField(default=list)
    rights = models.ManyToManyField("treaties.RightsTag", related_name="entries")
    themes = models.ManyToManyField("treaties.Theme", related_name="entries")

    #: All that a reader can read on the page, for search and its excerpts.
    words = models.TextField(blank=True, editable=False)

    objects = EntryQuerySet.as_manager()

    search_fields = [
        WordsField("title", boost=5),
        WordsField("words"),
        index.FilterField("language"),
        index.FilterField("kind"),
        index.FilterField("id"),
    ]

    class Meta:
        verbose_name = _("entry")
        verbose_name_plural = _("entries")
        indexes = [
            models.Index(fields=["language", "tail"], name="entry_by_address"),
            models.Index(fields=["language", "kind", "-shown_on", "-id"], name="entry_by_kind"),
            models.Index(fields=["city", "language", "kind", "-shown_on"], name="entry_by_city"),
        ]

    def __str__(self):
        return self.title

    @property
    def url(self):
        """The address on this site: ``/es/cities/pittsburgh/``."""
        return f"/{self.language}/{self.tail}"

    @property
    def city_name(self):
        """The city as readers of this language write it, where its profile is in their language."""
        return getattr(self, "city_title", None) or (self.city.name if self.city_id else "")

    @property
    def starts_there(self):
        """When an event starts, on the clock of its place; None for anything else."""
        zone = ZoneInfo(self.time_zone or "UTC")
        return self.starts_at.astimezone(zone) if self.starts_at else None

    @property
    def listed_on(self):
        """The day that a list shows: when it happens or happened, or None where no day tells."""
        if self.kind in WITHOUT_DAY:
            return None
        if self.starts_at:
            return self.starts_there.date()
        return timezone.localdate(self.shown_on)

    @property
    def published_at(self):
        """When it could first be read; reads the page unless that came with the entry."""
        if self.kind == EntryKind.RELEASE:
            return self.shown_on
        return self.page.first_published_at or self.shown_on

    @property
    def listed_to_the_month(self):
        """Whether a list names only the month: a story’s day may point to its teller."""
        return self.kind == EntryKind.STORY

    def is_behind(self, original):
        """Whether the original’s words changed after this translation was made."""
        if self.is_original or not (original and original.words_changed_at):
            return False
        return not self.follows_words_of or original.words_changed_at > self.follows_words_of
