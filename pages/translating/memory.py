"""What people translated before, for a sentence that says the same or nearly so.

Nothing comes from where a person may not read it: only what readers have now, and what the person
may change. Nothing comes from testimony that may not be shown any more, and nothing that no page
says any longer.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass
from difflib import SequenceMatcher

from django.db.models import Case, Exists, F, IntegerField, OuterRef, Q, Value, When
from wagtail.models import Page
from wagtail_localize.models import String, StringSegment, StringTranslation, TranslationSource

from campaigns.collect.publishable import consent_is_live
from campaigns.places.rights import paths_of
from uprcities.lib.differing import differing, parts_of
from uprcities.lib.word_count import is_counted_by_sign

from ..models import Entry, TestimonyStoryPage
from ..models.made import CHECKED, MANUAL
from ..models.sentences import withheld_paths
from .sheets.unit import UnitStage
from .showing import plain

#: Sentences that are compared at most, the newest first.
MOST = 500
LEAST_LIKENESS = 0.7
#: Of their words, two sentences must share as much before they are compared sign by sign.
LEAST_SHARED = 0.5
MOST_COMPARED = 12
MOST_SHOWN = 3
OPEN = {UnitStage.MISSING, UnitStage.BEHIND}


@dataclass(frozen=True)
class Memory:
    """How people turned a sentence that is like this one."""

    source: str  # plain text, as is the target
    target: str
    words: str  # the target as it was kept, with its tags
    per_cent: int
    pieces: tuple = ()  # the source, with what differs from this sentence

    @property
    def is_exact(self):
        return self.per_cent == 100


def memories_for(sheet, units, user):
    """``{unit key: [Memory, …]}`` for those of the Units that are still open; few queries."""
    todo = [unit for unit in units if unit.stage in OPEN]
    if not todo:
        return {}
    kept = list(_kept_for(sheet, todo, user))
    by_sign = is_counted_by_sign(sheet.original.language)
    store = _Store(kept, by_sign)
    found = {unit.key: _closest(unit, store, by_sign) for unit in todo}
    return {key: memories for key, memories in found.items() if memories}


class _Store:
    """Translated sentences by their words, so that few have to be compared sign by sign."""

    def __init__(self, kept, by_sign):
        self.kept = [(source, plain(source), words) for source, words in kept]
        self.sizes, self.places = [], defaultdict(list)
        for number, (_data, source, _words) in enumerate(self.kept):
            words = _counted(source, by_sign)
            self.sizes.append(words.total())
            for word, times in words.items():
                self.places[word].append((number, times))

    def likely(self, text, by_sign):
        """(data, source, words) of those that share most of their words with a text, the best first."""
        words, shared = _counted(text, by_sign), Counter()
        for word, times in words.items():
            for number, there in self.places.get(word, ()):
                shared[number] += min(times, there)
        size = words.total()
        share = {n: 2 * same / (size + self.sizes[n]) for n, same in shared.items()}
        best = sorted((n for n in share if share[n] >= LEAST_SHARED), key=lambda n: -share[n])
        return [self.kept[number] for number in best[:MOST_COMPARED]]


def _counted(text, by_sign):
    return Counter(part for part in parts_of(text.casefold(), by_sign) if part[0].isalnum())


def _kept_for(sheet, units, user):
    """(source, target) of what this person may be shown: the same sentences, then the newest."""
    hashes = [String._get_data_hash(unit.source) for unit in units]
    is_same = Case(
        When(translation_of__data_hash__in=hashes, then=Value(0)),
        default=Value(1),
        output_field=IntegerField(),
    )
    found = (
        StringTranslation.objects.filter(
            translation_of__locale__language_code=sheet.original.language,
            locale__language_code=sheet.language,
            translation_type__in=[MANUAL, CHECKED],
            has_error=False,
        )
        .exclude(data="")
        .filter(_is_still_said(), ~_is_closed_testimony())
        .filter(_is_public(sheet.language) | _is_own(sheet.language, user))
    )
    found = found.order_by(is_same, F("updated_at").desc())
    told = ("translation_of__data", "data", "context__object_id", "context__path")
    kept = list(found.values_list(*told)[:MOST])
    closed = _closed_quotes({key for _source, _words, key, _path in kept})
    return [
        (source, words)
        for source, words, key, path in kept
        if not path.startswith(closed.get(key, ()))
    ]


def _closed_quotes(keys):
    """``{translation key: beginnings of paths}`` of a teller’s words that pages may not show now."""
    sources = TranslationSource.objects.filter(object_id__in=keys, content_json__contains="story")
    return {source.object_id: tuple(withheld_paths(source)) for source in sources}


def _is_still_said():
    said = StringSegment.objects.filter(
        context=OuterRef("context"), string=OuterRef("translation_of")
    )
    return Q(Exists(said))


def _is_public(language):
    """Readers have it: the page is visible in both languages, as it was when these words were kept."""
    here = Entry.objects.visible().filter(
        translation_key=OuterRef("context__object_id"), tells_testimony=False
    )
    read = here.filter(
        language=language, page__live_revision__created_at__gte=OuterRef("updated_at")
    )
    return Q(Exists(here.filter(is_original=True))) & Q(Exists(read))


def _is_own(language, user):
    """The person may change the page that says it in this language."""
    pages = Page.objects.filter(
        translation_key=OuterRef("context__object_id"), locale__language_code=language
    )
    paths = paths_of(user, "change")
    if paths is None:
        return Q(Exists(pages))
    below = Q(pk__in=[])
    for path in paths:
        below |= Q(path__startswith=path)
    return Q(Exists(pages.filter(below)))


def _is_closed_testimony():
    stories = TestimonyStoryPage.objects.filter(translation_key=OuterRef("context__object_id"))
    return Exists(stories.exclude(consent_is_live("testimony")))


def _closest(unit, store, by_sign):
    text = plain(unit.source)
    matcher = SequenceMatcher(None, autojunk=False)
    matcher.set_seq2(text)
    likely = []
    for data, source, words in store.likely(text, by_sign):
        likeness = 1 if data == unit.source else _likeness(matcher, source)
        if likeness >= LEAST_LIKENESS:
            likely.append((likeness, source, words))
    likely.sort(key=lambda found: -found[0])
    return _different(text, likely, by_sign)


def _likeness(matcher, source):
    """Between 0 and 0.99: only the very same sentence is the same."""
    matcher.set_seq1(source)
    if matcher.real_quick_ratio() < LEAST_LIKENESS or matcher.quick_ratio() < LEAST_LIKENESS:
        return 0
    return min(matcher.ratio(), 0.99)


def _different(text, likely, by_sign):
    """The best of them, no translation twice."""
    shown = {}
    for likeness, source, words in likely:
        if words not in shown and len(shown) < MOST_SHOWN:
            pieces, _mine = differing(source, text, by_sign)
            shown[words] = Memory(
                source,
                plain(words),
                words,
                int(likeness * 100),
                tuple(pieces) if likeness < 1 else (),
            )
    return list(shown.values())
