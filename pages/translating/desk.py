"""What waits for a translator: pages that a language lacks, and translations that are older."""

from collections import defaultdict
from dataclasses import dataclass, field

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
