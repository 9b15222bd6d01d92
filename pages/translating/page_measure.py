"""Measures how far a page is in each language, for the translation desk."""

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page, TaskState

from uprcities.lib.word_count import count_words

from ..models import BasePage, Entry, Original, Stage, TranslationRequest, TranslationState
from ..models.entry import EntryKind
from ..models.original import Importance
from .counting import Sentences, words_in

#: What a group wants first, before anybody has said otherwise.
WANTED_FIRST = {EntryKind.HOME, EntryKind.CITY, EntryKind.OUTCOME, EntryKind.FINDING}
#: What is measured of a language.
MEASURED = [
    "stage",
    "page",
    "request",
    "person",
    "strings",
    "strings_missing",
    "strings_behind",
    "words_left",
]


def measure_page(translation_key):
    """Write down what a page is and how far its languages are; forgets it when it is gone.

    Returns the Original or None. A dozen queries at most, and it writes only what differs. Two
    who measure one text at a time wait for each other.
    """
    key = str(translation_key)
    with transaction.atomic():
        known = Original.objects.select_for_update().filter(key=key).first()
        versions = _versions_of(key)
        first = next((page for page in versions if page.is_original), None)
        if first is None or first.is_template:
            if known:
                known.delete()
            return None
        sentences = Sentences(key)
        original = _write_original(known, first, sentences)
        _write_states(original, [page for page in versions if page.pk != first.pk], sentences)
    return original


def _versions_of(key):
    """The pages of a text in their own type, with their language; two queries."""
    pages = Page.objects.filter(translation_key=key, alias_of=None).order_by("pk")
    one = pages.first()
    model = one.specific_class if one else None
    if model is None or not issubclass(model, BasePage):
        return []
    found = model.objects.filter(translation_key=key, alias_of=None)
    return list(found.select_related("locale").order_by("pk"))


def _write_original(known, page, sentences):
    told = {
        "kind": page.entry_kind,
        "language": page.locale.language_code,
        # What readers see, where they do: whoever may not open the draft reads this.
        "title": page.title if page.live else page.draft_title or page.title,
        "city_id": page.city.pk if page.city else None,
        "page_id": page.pk,
        "is_public": page.live,
        "tells_testimony": bool(getattr(page, "testimony_id", None)),
    }
    if day := _changed_at(page):
        told["changed_at"] = day
    if known is None:
        told["importance"] = (
            Importance.FIRST if page.entry_kind in WANTED_FIRST else Importance.SOON
        )
        told["words"] = _words_of(page, sentences)
        Original.objects.filter(page=page).delete()  # under another key, if it ever had one
        return Original.objects.get_or_create(key=str(page.translation_key), defaults=told)[0]
    if sentences or not known.words or known.changed_at != told.get("changed_at"):
        told["words"] = _words_of(page, sentences)
    changed = [name for name, value in told.items() if getattr(known, name) != value]
    for name in changed:
        setattr(known, name, told[name])
    if changed:
        known.save(update_fields=changed)
    return known


def _changed_at(page):
    """Of a draft, when it was last saved: its row still tells how it began."""
    days = [page.words_changed_at, page.latest_revision_created_at]
    found = days if page.live else reversed(days)
    return next((day for day in found if day), page.last_published_at)


def _words_of(page, sentences):
    """As many as a translator would have to turn; of a page never asked for, read from it."""
    if sentences:
        return sum(map(count_words, sentences.texts()))
    return words_in(page if page.live else page.get_latest_revision_as_object())


def _write_states(original, pages, sentences):
    """The rows of a text’s languages, as they are now: a few questions for all of them."""
    requests = {r.language: r for r in TranslationRequest.objects.open().filter(original=original)}
    known = {state.language: state for state in original.states.all()}
    pages = {page.locale.language_code: page for page in pages}
    facts = _Facts(original, pages, requests, sentences)
    wanted = [facts.state(language) for language in sorted({*requests, *pages})]
    _close_what_readers_have(wanted)
    differing = [state for state in wanted if _differs(state, known.pop(state.language, None))]
    if differing:
        TranslationState.objects.bulk_create(
            differing,
            update_conflicts=True,
            unique_fields=["original", "language"],
            update_fields=MEASURED,
        )
    if known:
        TranslationState.objects.filter(pk__in=[state.pk for state in known.values()]).delete()


def _close_what_readers_have(states):
    """Live, and not behind: whoever asked for it has it."""
    done = [state for state in states if state.request_id and state.stage == Stage.LIVE]
    if done:
        ids = [state.request_id for state in done]
        TranslationRequest.objects.filter(pk__in=ids).update(closed_at=timezone.now())
    for state in done:
        state.request = state.person = None


def _differs(state, known):
    names = [TranslationState._meta.get_field(name).attname for name in MEASURED]
    return known is None or any(getattr(state, name) != getattr(known, name) for name in names)


class _Facts:
    """What decides how far each language of one text is; asked of the database once."""

    def __init__(self, original, pages, requests, sentences):
        self.original, self.pages, self.requests = original, pages, requests
        self.counts = sentences.counts() if pages else {}
        self.entries = self._entries() if any(page.live for page in pages.values()) else {}
        self.in_review = self._in_review() if pages else set()

    def state(self, language):
        request, page = self.requests.get(language), self.pages.get(language)
        untouched = (0, 0, 0, 0 if page else self.original.words)
        strings, missing, behind, left = self.counts.get(language, untouched)
        state = TranslationState(
            original=self.original,
            language=language,
            page=page,
            request=request,
            person_id=request and request.person_id,
            strings=strings,
            strings_missing=missing,
            strings_behind=behind,
            words_left=left,
        )
        state.stage = self._stage(page, request, state)
        return state

    def _stage(self, page, request, state):
        if page is None:
            return Stage.REQUESTED
        if str(page.pk) in self.in_review:
            return Stage.IN_REVIEW
        entry = self.entries.get(state.language) if page.live else None
        if entry:
            is_older = entry.is_behind(self.entries.get(self.original.language))
            has_gaps = state.strings_behind or state.strings_missing
            return Stage.BEHIND if is_older or has_gaps else Stage.LIVE
        return Stage.REQUESTED if request and not request.person_id else Stage.IN_WORK

    def _entries(self):
        names = ["language", "is_original", "words_changed_at", "follows_words_of"]
        found = Entry.objects.filter(translation_key=self.original.key).only(*names)
        return {entry.language: entry for entry in found}

    def _in_review(self):
        found = TaskState.objects.filter(
            status=TaskState.STATUS_IN_PROGRESS,
            workflow_state__object_id__in=[str(page.pk) for page in self.pages.values()],
        )
        return set(found.values_list("workflow_state__object_id", flat=True))
