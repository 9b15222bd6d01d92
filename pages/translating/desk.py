"""What waits for a translator: pages that a language lacks, and translations that are older."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from django.db.models import Count, Exists, OuterRef, Q
from wagtail.models import Page

from campaigns.places.rights import is_administrator, languages_by_city

from ..languages import Tongue, tongue
from ..models import Entry, EntryKind


@dataclass
class Work:
    """One original, with the languages of a person in which something is left to do."""

    original: Entry
    missing: list[Tongue] = field(default_factory=list)
    begun: list[tuple[Tongue, int]] = field(default_factory=list)  # with the page to edit
    behind: list[tuple[Tongue, int]] = field(default_factory=list)


def work_for(user, language=None):
    """Work on the pages that readers can see and that this person may translate.

    ``language`` (a code) keeps to one language. A handful of queries, however many pages.
    """
    visible = Entry.objects.visible().select_related("city").defer("words")
    entries = list(visible.order_by("city__name", "title"))
    originals = [entry for entry in entries if entry.is_original]
    shown = {(entry.translation_key, entry.language): entry for entry in entries}
    pages = _pages_by_language({entry.translation_key for entry in originals})
    mine = _languages_by_city_id(user, originals)
    for original in originals:
        codes = _codes(user, original, mine) & ({language} if language else mine[original.city_id])
        work = _sort(original, sorted(codes), shown, pages[original.translation_key])
        if work.missing or work.begun or work.behind:
            yield work


def counts_for(reach):
    """How many pages ``work_for`` would list, as ``{(city’s name or "", code): number}``.

    ``reach`` is a campaigns.places.rights.Reach. One query, and no page is read.
    """
    codes = sorted(reach.languages())
    if not codes:
        return {}
    originals = Entry.objects.visible().filter(is_original=True)
    if not reach.is_administrator:
        originals = originals.exclude(kind=EntryKind.HOME)
    numbers = {f"n{n}": Count("pk", filter=_lacks(code)) for n, code in enumerate(codes)}
    rows = originals.order_by().values_list("city_id", "city__name").annotate(**numbers)
    counts = Counter()  # two cities may have one name
    for city_id, city, *found in rows:
        for code, number in zip(codes, found, strict=True):
            if code in reach.languages_in(city_id):
                counts[city or "", code] += number
    return +counts


def _lacks(code):
    """A condition on originals: readers of this language have no such page, or an older one."""
    there = Entry.objects.visible().filter(
        translation_key=OuterRef("translation_key"), language=code
    )
    follows = Q(is_original=True) | Q(follows_words_of__gte=OuterRef("words_changed_at"))
    is_behind = Q(words_changed_at__isnull=False) & ~Exists(there.filter(follows))
    return ~Q(language=code) & (~Exists(there) | is_behind)


def _codes(user, original, mine):
    """A new language begins with its front door, and that is for administrators."""
    is_closed = original.kind == EntryKind.HOME and not is_administrator(user)
    return set() if is_closed else mine[original.city_id] - {original.language}


def _sort(original, codes, shown, pages):
    work = Work(original)
    for code in codes:
        entry = shown.get((original.translation_key, code))
        if code not in pages:
            work.missing.append(tongue(code))
        elif entry is None:
            work.begun.append((tongue(code), pages[code]))
        elif entry.is_behind(original):
            work.behind.append((tongue(code), pages[code]))
    return work


def _pages_by_language(translation_keys):
    """``{translation key: {language code: page id}}`` of pages in any state (one query)."""
    pages = defaultdict(dict)
    found = Page.objects.filter(translation_key__in=translation_keys, alias_of=None)
    for key, code, pk in found.values_list("translation_key", "locale__language_code", "pk"):
        pages[key][code] = pk
    return pages


def _languages_by_city_id(user, entries):
    cities = {entry.city for entry in entries}
    return {city and city.pk: codes for city, codes in languages_by_city(user, cities).items()}
