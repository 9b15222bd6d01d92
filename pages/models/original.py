"""What was written once, and what its other languages are at."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .entry import EntryKind
from .made import TranslationMade


class Importance(models.IntegerChoices):
    """In which order a group wants its texts translated."""

    FIRST = 1, _("First")
    SOON = 2, _("Soon")
    LATER = 3, _("Later")


class OtherKind(models.TextChoices):
    """What is translated and is no page."""

    PICTURE = "picture", _("Picture")
    TREATY = "treaty", _("Treaty")
    ARTICLE = "article", _("Article")
    THEME = "theme", _("Topic")
    BODY = "body", _("Monitoring body")
    INTERFACE = "interface", _("Words of the site")


class Original(models.Model):
    """One text as it was first written: a page in any state, a picture’s words, a treaty’s name.

    A line of the translation desk. It is measured anew when the text changes and can be made
    again from it, except for how important a group holds it.
    """

    #: The translation key of a page; for anything else its kind and number, as in “picture-12”.
    key = models.CharField(max_length=60, unique=True)
    kind = models.CharField(
        _("type"), max_length=12, choices=[*EntryKind.choices, *OtherKind.choices]
    )
    language = models.CharField(_("first written in"), max_length=20)
    title = models.CharField(_("title"), max_length=300)
    city = models.ForeignKey(
        "places.City", models.CASCADE, null=True, related_name="+", verbose_name=_("city")
    )
    page = models.OneToOneField("wagtailcore.Page", models.CASCADE, null=True, related_name="+")
    is_public = models.BooleanField(default=False)
    tells_testimony = models.BooleanField(default=False)
    words = models.PositiveIntegerField(_("words"), default=0)
    changed_at = models.DateTimeField(default=timezone.now)
    importance = models.PositiveSmallIntegerField(
        _("importance"), choices=Importance, default=Importance.SOON
    )

    class Meta:
        verbose_name = _("original")
        verbose_name_plural = _("originals")
        indexes = [
            models.Index(fields=["city", "importance", "title", "id"], name="original_by_city"),
            models.Index(fields=["importance", "title", "id"], name="original_by_importance"),
        ]

    def __str__(self):
        return self.title


class TranslationRequestQuerySet(models.QuerySet):
    def open(self):
        """Requests that somebody still has to fulfil."""
        return self.filter(closed_at=None)


class TranslationRequest(models.Model):
    """Somebody asked for a text in a language; somebody takes it; closed when readers have it."""

    original = models.ForeignKey(Original, models.CASCADE, related_name="requests")
    language = models.CharField(_("language"), max_length=20)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    asked_at = models.DateTimeField(default=timezone.now)
    due_on = models.DateField(_("due on"), null=True, blank=True)
    note = models.TextField(_("note"), max_length=500, blank=True)
    is_essentials_only = models.BooleanField(_("only title and summary"), default=False)
    made = models.CharField(
        _("translated"), max_length=20, choices=TranslationMade, default=TranslationMade.PEOPLE
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("taken by"),
    )
    taken_at = models.DateTimeField(null=True, blank=True)
    #: When its draft stood ready; a worker makes it, never the request that asked.
    prepared_at = models.DateTimeField(null=True, blank=True)
    #: When it was put into the queue, then when a worker began with it.
    preparing_since = models.DateTimeField(null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    trouble = models.TextField(blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    objects = TranslationRequestQuerySet.as_manager()

    class Meta:
        verbose_name = _("request for a translation")
        verbose_name_plural = _("requests for translations")
        constraints = [
            models.UniqueConstraint(
                fields=["original", "language"],
                condition=Q(closed_at=None),
                name="one_open_request_per_language",
            )
        ]
        indexes = [
            models.Index(fields=["person", "due_on"], name="request_by_person"),
            models.Index(fields=["language", "due_on"], name="request_by_language"),
        ]

    def __str__(self):
        return f"{self.original} ({self.language})"


class Stage(models.TextChoices):
    """How far a text is in one language."""

    MISSING = "missing", _("Missing")
    REQUESTED = "requested", _("Requested")
    IN_WORK = "in_work", _("In work")
    IN_REVIEW = "in_review", _("In review")
    LIVE = "live", _("Live")
    BEHIND = "behind", _("Live, behind the original")


class TranslationState(models.Model):
    """A cell of the translation desk: one text in one other language, as last measured.

    No row means that nothing was asked for and nothing exists.
    """

    original = models.ForeignKey(Original, models.CASCADE, related_name="states")
    language = models.CharField(max_length=20)
    stage = models.CharField(max_length=10, choices=Stage, default=Stage.MISSING)
    page = models.ForeignKey("wagtailcore.Page", models.CASCADE, null=True, related_name="+")
    request = models.ForeignKey(TranslationRequest, models.SET_NULL, null=True, related_name="+")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    strings = models.PositiveIntegerField(default=0)
    strings_missing = models.PositiveIntegerField(default=0)
    #: Sentences whose original was reworded since they were translated.
    strings_behind = models.PositiveIntegerField(default=0)
    words_left = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("state of a translation")
        verbose_name_plural = _("states of translations")
        constraints = [
            models.UniqueConstraint(fields=["original", "language"], name="one_state_per_language")
        ]
        indexes = [
            models.Index(fields=["language", "stage"], name="state_by_stage"),
            models.Index(fields=["person"], name="state_by_person"),
        ]

    def __str__(self):
        return f"{self.original} ({self.language}): {self.stage}"
