"""Finds a right as editors look for it, in any language: "CERD", "icescr 11", "vivienda", "السكن"."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from django.conf import settings

from campaigns.treaties.models.catalogue import catalogue
from campaigns.treaties.models.entries import ArticleEntry

# What people write around an article's number, already folded.
WORDS_FOR_ARTICLE = {"article", "art", "articulo", "статья", "ст", "ماده", "الماده", "第", "条"}
SAME_LETTERS = str.maketrans({"ٱ": "ا", "ى": "ي", "ة": "ه", "ـ": None, "’": "'"})
SCRIPTS_WITHOUT_WORD_STARTS = re.compile(r"[\u0600-\u06ff\u3400-\u9fff]")


def find_rights(words, language=None, limit=40):
    """The treaties and articles that every word of a query fits, best first."""
    tokens = [token for token in split(words) if token not in WORDS_FOR_ARTICLE]
    if not tokens:
        return []
    asks_for_number = any(token.isdigit() for token in tokens) and len(tokens) > 1
    ranked = []
    for place, index in enumerate(indexes(language)):
        scores = [index.score(token, asks_for_number) for token in tokens]
        if None not in scores:
            ranked.append((sum(scores), place, index.entry))
    return [entry for _, _, entry in sorted(ranked, key=lambda found: found[:2])][:limit]


def suggest_rights(theme_slugs, language=None):
    """The articles that the chosen themes usually rest on, each once."""
    book = catalogue(language)
    themes = [book.themes[slug] for slug in theme_slugs if slug in book.themes]
    slugs = dict.fromkeys(slug for theme in themes for slug in theme.rests_on)
    return [book.right(slug) for slug in slugs if book.right(slug)]


def fold(text):
    """Lower case, without accents, and with the spellings of one Arabic letter made equal."""
    bare = unicodedata.normalize("NFKD", text.translate(SAME_LETTERS))
    return "".join(letter for letter in bare if not unicodedata.combining(letter)).casefold()


def split(text):
    """ "ICESCR-11" and "icescr11" are both icescr, 11."""
    return re.findall(r"\d+|[^\W\d_]+", fold(text))


@dataclass(frozen=True)
class RightIndex:
    """The words by which one right can be found, from the surest to the vaguest."""

    entry: object
    names: frozenset
    label: str
    title: str
    texts: str
    elsewhere: str  # what it is called in the other languages of the editor

    def score(self, token, asks_for_number):
        """How well a word fits: 0 is best, None not at all."""
        if token in self.names:
            return 0
        if len(token) > 2 and any(name.startswith(token) for name in self.names):
            return 1
        if fits(token, self.label):
            return 2
        if asks_for_number and not token.isdigit() and fits(token, self.title):
            return 3
        if not token.isdigit() and fits(token, self.texts):
            return 4
        if fits(root(token), f"{self.label} {self.texts}"):
            return 5
        if fits(token, self.elsewhere):
            return 6
        if fits(root(token), self.elsewhere):
            return 7
        return None


def fits(token, text):
    """In Arabic and Chinese anywhere in the text; elsewhere at the start of a word."""
    if SCRIPTS_WITHOUT_WORD_STARTS.search(token):
        return token in text
    return len(token) > 1 and f" {token}" in f" {text}"


def root(token):
    """A word without its ending or its Arabic article: viviendas and vivienda, السكن and سكن."""
    if SCRIPTS_WITHOUT_WORD_STARTS.search(token):
        return token.removeprefix("ال") if len(token) > 4 else token
    return token[: -(2 if len(token) > 6 else 1)] if len(token) > 4 else token


def indexes(language=None):
    book, english = catalogue(language), catalogue("en")
    return read_indexes(book.language, (book.edition, english.edition))


@lru_cache(maxsize=16)
def read_indexes(language, editions):
    english = catalogue("en")
    others = [catalogue(code) for code, _name in settings.LANGUAGES if code != language]
    return [
        read_index(entry, english.right(slug), [book.right(slug) for book in others])
        for slug, entry in catalogue(language).rights.items()
    ]


def read_index(entry, in_english, in_others):
    treaty = entry.treaty
    names = {
        name
        for alias in [treaty.abbreviation, treaty.slug, *treaty.also_known_as]
        for name in split(alias)
    }
    title = ""
    if isinstance(entry, ArticleEntry):
        names |= {fold(entry.article.number), roman_as_digits(entry.article.number)}
        title = fold(f"{entry.treaty_label} {in_english.treaty_label}")
    label = " ".join(split(f"{entry.label} {in_english.label}"))
    texts = " ".join(split(str(entry.plain)))
    called = dict.fromkeys(str(other.label) for other in in_others)
    elsewhere = " ".join(split(" ".join(called)))
    return RightIndex(entry, frozenset(names), label, title, texts, elsewhere)


def roman_as_digits(number):
    """The American Declaration counts in Roman numerals; people type 11 for XI."""
    values = {"I": 1, "V": 5, "X": 10, "L": 50}
    if not set(number) <= set(values):
        return number
    digits = [values[letter] for letter in number]
    following = [*digits[1:], 0]
    return str(
        sum(-one if one < after else one for one, after in zip(digits, following, strict=True))
    )
