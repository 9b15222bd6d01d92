"""In which languages a page can really be read, for the switcher, search engines and the note.

``reading_languages`` is a context processor. It gives every public template

- ``page_language``, ``page_direction``: the language that the page is written in;
- ``interface_language``, ``interface_direction``: the language of our own words around it, which
  is another one where a site added a language for content only;
- ``page_languages``: ``Edition`` for each visible translation, in the order of the settings; where
  a page is missing in one language, those that have it, and the front doors of the others;
- ``alternates``: an ``Alternates`` for the head of the page, or None where there is nothing;
- ``translation_note``: a ``TranslationNote`` on a translation, None on an original;
- ``page_is_behind``: whether the original’s words changed since.

Nothing is asked of the database before a template uses it, and then one question is enough.
"""

from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache, cached_property, lru_cache
from urllib.parse import quote, urlencode

from babel import Locale, UnknownLocaleError
from django.conf import settings
from django.utils.translation import get_language, get_language_info, to_locale
from django.utils.translation.trans_real import parse_accept_lang_header

from uprcities import site_words
from uprcities.settings.languages import SIX_LANGUAGES

from .models import Entry


@dataclass(frozen=True)
class Tongue:
    """A language by its own name, and the way it is written."""

    code: str
    name: str
    direction: str


@dataclass(frozen=True)
class Edition:
    """One page in one language."""

    code: str
    name: str
    direction: str
    url: str
    is_current: bool
    is_original: bool
    #: It leads to the first page of that language: this one does not exist there.
    is_front_door: bool = False


@dataclass(frozen=True)
class Alternates:
    """What search engines are told; full addresses."""

    canonical: str
    editions: list
    default: str


@dataclass(frozen=True)
class TranslationNote:
    """What a reader should know about a translation."""

    from_language: str
    from_direction: str
    from_language_name: str
    made: str
    is_behind: bool
    original_url: str
    original_changed_on: datetime | None
    reviewed_on: date | None = None
    #: How many paragraphs of the original are newer; 0 where that is not known, or none is.
    paragraphs_behind: int = 0
    #: The original, at the first of them where a browser can find it.
    newer_url: str = ""
    #: Of our own words in the note.
    language: str = ""
    direction: str = ""


@cache
def tongue(code):
    """A language as its own speakers name and write it."""
    try:
        known = Locale.parse(code, sep="-")
        direction, name = known.text_direction, known.get_display_name()
    except (UnknownLocaleError, ValueError):
        direction, name = "ltr", code
    with suppress(KeyError):  # Django knows most, and some better
        name = get_language_info(code)["name_local"]
    return Tongue(code, name or code, direction)


def interface_codes():
    """Codes of the languages that our own words are translated into, as the settings order them."""
    return _interface_codes(site_words.edition())


@lru_cache(maxsize=4)
def _interface_codes(edition):
    ours = {code for code, _name in SIX_LANGUAGES}
    return [code for code, _name in settings.LANGUAGES if code in ours or _has_catalogue(code)]


def interface_language(code):
    """The language of our own words around a page written in ``code``."""
    return code if code in interface_codes() else "en"


def _has_catalogue(code):
    """Shipped with the project, or translated by people of this site, to the last word."""
    return (
        site_words.is_whole(code)
        or (settings.BASE_DIR / "locale" / to_locale(code) / "LC_MESSAGES").is_dir()
    )


def in_settings_order(entries):
    """Entries of one page in several languages: the original first, then in settings order."""
    order = {code: number for number, (code, _name) in enumerate(settings.LANGUAGES)}
    return sorted(entries, key=lambda entry: (not entry.is_original, order.get(entry.language, 99)))


def best_language(header, available):
    """The code of ``available`` that a browser’s Accept-Language asks for first, or None."""
    wanted = [code for code, quality in parse_accept_lang_header(header) if quality and code != "*"]
    for code in wanted:
        if match := _offered(code, available):
            return match
    # Somebody who reads traditional Chinese can mostly read simplified: better than none.
    if "zh-hans" in available and any(code.split("-")[0] == "zh" for code in wanted):
        return "zh-hans"
    return None


def _offered(code, available):
    if code in ("zh", "zh-cn", "zh-sg", "zh-my"):
        code = "zh-hans"
    parts = code.split("-")
    shorter = ("-".join(parts[:length]) for length in range(len(parts), 0, -1))
    return next((candidate for candidate in shorter if candidate in available), None)


class Reading:
    """What one request reads: a page of the tree, an address of ours, or nothing at all."""

    def __init__(self, request):
        self.request = request
        self.language = get_language() or settings.LANGUAGE_CODE
        self.entry = getattr(request, "entry_here", None)
        self.is_missing = getattr(request, "is_missing", False)
        self.elsewhere = {e.language: e for e in getattr(request, "found_elsewhere", [])}

    @cached_property
    def entries(self):
        """Every visible version of this page (one query); of the front door where nothing is."""
        visible = Entry.objects.visible()
        if self.is_missing:
            return in_settings_order(visible.filter(tail=""))
        if self.entry:
            return in_settings_order(visible.filter(translation_key=self.entry.translation_key))
        return []

    @cached_property
    def editions(self):
        if self.is_missing:
            addresses = [self._way_out(entry) for entry in self.entries]
        elif self.entry:
            addresses = [(entry.language, entry.url, entry.is_original) for entry in self.entries]
        elif self._prefix_is_a_language:
            addresses = [(code, self._same_address_in(code), False) for code in interface_codes()]
        else:
            addresses = []
        return sorted((self._edition(*address) for address in addresses), key=_place_in_settings)

    def _way_out(self, front_door):
        """To the page that somebody looked for, where it can be read; else to the front door."""
        if there := self.elsewhere.get(front_door.language):
            return there.language, there.url, there.is_original
        return front_door.language, front_door.url, False, bool(self.elsewhere)

    def page_languages(self):
        return self.editions

    @cached_property
    def original(self):
        return next((entry for entry in self.entries if entry.is_original), None)

    def page_is_behind(self):
        return bool(self.entry and self.entry.is_behind(self.original))

    def alternates(self):
        """Addresses for the head, none of them for a page that is missing or for our own eyes."""
        if self.is_missing or not self.editions:
            return None
        shown = _shown_part(self.request.GET)
        editions = [
            (edition.code, f"{settings.SITE_URL}{_path(edition.url)}{shown}")
            for edition in self.editions
        ]
        here = self.entry.url if self.entry else self.request.path
        return Alternates(f"{settings.SITE_URL}{here}{shown}", editions, self._default(editions))

    def translation_note(self):
        entry, original = self.entry, self.original
        if entry is None or entry.is_original:
            return None
        first = tongue(original.language) if original else None
        is_behind = self.page_is_behind()
        interface = tongue(interface_language(self.language))
        return TranslationNote(
            from_language=first.code if first else "",
            from_direction=first.direction if first else "",
            from_language_name=first.name if first else "",
            made=entry.translation_made,
            is_behind=is_behind,
            original_url=original.url if original else "",
            original_changed_on=original.words_changed_at if original else None,
            reviewed_on=entry.reviewed_on,
            paragraphs_behind=(entry.paragraphs_behind or 0) if is_behind else 0,
            newer_url=_at_words(original.url, entry.newer_words) if is_behind else "",
            language=interface.code,
            direction=interface.direction,
        )

    def _default(self, editions):
        """For readers of any other language: the chooser, the original, or our first language."""
        if self.entry and not self.entry.tail:
            return f"{settings.SITE_URL}/"
        first = self.original.language if self.original else settings.LANGUAGE_CODE
        return dict(editions).get(first, editions[0][1])

    def _edition(self, code, url, is_original, is_front_door=False):
        known = tongue(code)
        is_current = code == self.language
        told = (is_current, is_original, is_front_door)
        return Edition(code, known.name, known.direction, url, *told)

    @property
    def _prefix_is_a_language(self):
        return self.request.path.split("/")[1:2] == [self.language]

    def _same_address_in(self, code):
        path = "/".join(["", code, *self.request.path.split("/")[2:]])
        query = self.request.GET.urlencode()
        return f"{path}?{query}" if query else path


def reading_languages(request):
    """Context processor: see the head of this module."""
    reading = Reading(request)
    interface = interface_language(reading.language)
    # Where there is no page, all words are our own.
    written_in = reading.language if reading.entry else interface
    return {
        "page_language": written_in,
        "page_direction": tongue(written_in).direction,
        "interface_language": interface,
        "interface_direction": tongue(interface).direction,
        "page_languages": reading.page_languages,
        "alternates": reading.alternates,
        "translation_note": reading.translation_note,
        "page_is_behind": reading.page_is_behind,
    }


def _place_in_settings(edition):
    codes = [code for code, _name in settings.LANGUAGES]
    return codes.index(edition.code) if edition.code in codes else len(codes)


def _at_words(url, words):
    """An address at which browsers that can look for words show them; others begin at the top."""
    return f"{url}#:~:text={quote(words, safe='').replace('-', '%2D')}" if words else url


def _path(url):
    return url.partition("?")[0]


def _shown_part(query):
    """The part of a query that makes another page of it: the second page of a list is its own."""
    return f"?{urlencode({'page': query['page']})}" if query.get("page", "1") != "1" else ""
