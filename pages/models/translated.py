"""A page that knows what was written first, and whether it still follows it."""

from django.core.exceptions import PermissionDenied
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page
from wagtail_localize.fields import SynchronizedField, get_translatable_fields
from wagtail_localize.models import Translation

from .made import EARLIER, TranslationMade, made_of, note_reviewed
from .sentences import needed_sentences
from .wording import BOOKKEEPING, wording


class CannotPublishYetError(PermissionDenied):
    """A translation that would show the wrong language, or appear before its original."""


class KnowsItsOriginal(models.Model):
    """Keeps the truth about translations, however a page is saved and published."""

    written_in = models.CharField(
        _("first written in"), max_length=20, blank=True, editable=False, default=""
    )
    translation_made = models.CharField(
        _("translated"), max_length=20, choices=TranslationMade, blank=True, default=""
    )
    words_changed_at = models.DateTimeField(null=True, blank=True, editable=False)
    follows_words_of = models.DateTimeField(null=True, blank=True, editable=False)
    untranslated = models.PositiveIntegerField(default=0, editable=False)

    #: Ticked in the editor for a comma: readers of translations are not told of it.
    is_small_correction = False

    #: A copy finds out for itself what it is a version of.
    exclude_fields_in_copy = sorted(BOOKKEEPING)

    class Meta:
        abstract = True

    @property
    def is_original(self):
        return self.written_in in ("", self.locale.language_code)

    def find_original(self):
        """The page that was written first, in its own type, or None when it is gone."""
        return self._others().filter(locale__language_code=self.written_in).first()

    def find_translations(self):
        """The pages that were made from this one, in its own type."""
        return self._others() if self.is_original else self._others().none()

    def save(self, *args, **kwargs):
        if self.locale_id and not (self.written_in or self.alias_of_id):
            self.note_words()
        return super().save(*args, **kwargs)

    def save_revision(self, *args, **kwargs):
        self.note_words()
        return super().save_revision(*args, **kwargs)

    def publish(self, revision, *args, **kwargs):
        is_translation = revision.content.get("written_in") != self.locale.language_code
        if is_translation and not self._may_go_live(revision):
            return
        super().publish(revision, *args, **kwargs)
        if not is_translation:
            reschedule_translations(self, revision)

    def note_words(self):
        """Write down what this version is a version of; called for every version saved."""
        self._note_first_language()
        if self.is_original:
            self._note_own_words()
        else:
            self._note_followed_words()

    def note_reviewed(self, revision, user):
        """This person approves this version of the page: they read what a machine wrote in it."""
        if not self.is_original:
            note_reviewed(self, revision, user)

    def why_not_yet(self):
        """Why this translation cannot go live, as a sentence, or an empty string."""
        original = None if self.is_original else self.find_original()
        if original is None:
            return ""
        if self.untranslated:
            return gettext(
                "Some sentences still stand in the language of the original. Translate them first."
            )
        if not original.live and not _due_version(original):
            return gettext(
                "The original is not published. Publish it first, then its translations."
            )
        return ""

    def _others(self):
        return (
            type(self)
            .objects.filter(translation_key=self.translation_key, alias_of=None)
            .exclude(pk=self.pk)
        )

    def _note_first_language(self):
        if self.written_in:
            return
        first = self._others().select_related("locale").order_by("pk").first()
        language = first and (first.written_in or first.locale.language_code)
        self.written_in = language or self.locale.language_code

    def _note_own_words(self):
        self.translation_made, self.follows_words_of, self.untranslated = "", None, 0
        before, changed_at = self._version_to_compare()
        if before is None:
            self.words_changed_at = self.words_changed_at or _now()
        elif self.is_small_correction or self._says_the_same(before):
            self.words_changed_at = changed_at or _now()
        else:
            self.words_changed_at = _now()

    def _version_to_compare(self):
        """The version readers see, else the last one saved, with when its words had changed."""
        published = type(self).objects.filter(pk=self.pk, live=True).first() if self.pk else None
        if published:
            return published.serializable_data(), published.words_changed_at
        if self.latest_revision:
            return self.latest_revision.content, self.words_changed_at
        return None, None

    def _says_the_same(self, content):
        mine = wording(type(self), self.serializable_data())
        return mine == wording(type(self), content)

    def _note_followed_words(self):
        self.words_changed_at = None
        missing, earlier, origins = _work_left(self)
        self.translation_made = made_of(origins, self.translation_made)
        self.untranslated = missing
        original = self.find_original()
        if original and not (earlier or self.is_small_correction):
            self.follows_words_of = original.words_changed_at

    def _may_go_live(self, revision):
        """Whether a version of a translation may be published now; raises with the reason.

        A scheduled version whose original was held back is dropped from the schedule instead:
        the command that publishes what is due goes on with the others.
        """
        kept = revision.as_object()
        reason = kept.why_not_yet()
        if not reason:
            follow_original(kept, revision)
            return True
        if not revision.approved_go_live_at:
            raise CannotPublishYetError(reason)
        revision.approved_go_live_at = None
        revision.save(update_fields=["approved_go_live_at"])
        return False


def _now():
    """As exact as a version keeps it: a translation must not be a microsecond behind for ever."""
    now = timezone.now()
    return now.replace(microsecond=now.microsecond // 1000 * 1000)


def follow_original(page, revision):
    """Give a version of a translation what is the same in every language, and the schedule."""
    original = page.find_original()
    if original is None:
        return
    kept = original.serializable_data()
    revision.content |= {name: kept[name] for name in same_in_every_language(type(page))}
    due = None if original.live else _due_version(original)
    revision.content |= _schedule(due.content if due else kept)
    revision.save(update_fields=["content"])


def reschedule_translations(original, revision):
    """Move versions of translations that wait for their day to the day of the original."""
    if not revision.approved_go_live_at:
        return
    for translation in original.find_translations():
        for waiting in translation.revisions.filter(approved_go_live_at__isnull=False):
            waiting.content |= _schedule(revision.content)
            waiting.approved_go_live_at = revision.approved_go_live_at
            waiting.save(update_fields=["content", "approved_go_live_at"])


def _schedule(content):
    return {name: content.get(name) for name in ("go_live_at", "expire_at")}


def _due_version(page):
    return page.revisions.filter(approved_go_live_at__isnull=False).first()


def same(*names):
    """For ``override_translatable_fields``: what an original decides and no translator changes."""
    return [SynchronizedField(name, overridable=False) for name in names]


def same_in_every_language(page_class):
    """The names of the fields that an original decides for all its translations."""
    concrete = {field.name for field in page_class._meta.concrete_fields} - _OF_WAGTAIL
    return [
        field.field_name
        for field in get_translatable_fields(page_class)
        if isinstance(field, SynchronizedField) and field.field_name in concrete
    ]


_OF_WAGTAIL = {field.name for field in Page._meta.concrete_fields}


def _work_left(page):
    """(Missing, behind, origins) of the sentences in the page’s language: numbers, and a set."""
    translation = (
        Translation.objects.select_related("source")
        .filter(
            source__object_id=page.translation_key, target_locale_id=page.locale_id, enabled=True
        )
        .first()
    )
    if translation is None:
        return 0, 0, set()
    segments = needed_sentences(translation.source, page.locale.language_code)
    missing = segments.annotate_translation(page.locale_id).filter(translation=None)
    there = segments.get_translations(page.locale_id)
    made = list(there.values_list("translation_type", "earlier_wording__made"))
    origins = {earlier or kind for kind, earlier in made}
    return missing.count(), sum(kind == EARLIER for kind, _earlier in made), origins


def sentences_left(translation):
    """How many sentences of a translation are (missing, from an earlier wording); two queries."""
    segments = needed_sentences(translation.source, translation.target_locale.language_code)
    missing = segments.annotate_translation(translation.target_locale).filter(translation=None)
    earlier = segments.get_translations(translation.target_locale).filter(translation_type=EARLIER)
    return missing.count(), earlier.count()
