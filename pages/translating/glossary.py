"""The official titles of treaties and names of UN bodies, found in a sentence and asked for in its translation."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from campaigns.treaties.models.catalogue import catalogue

_WORD = re.compile(
    r"[^\W_]+[\u0300-\u036f\u064b-\u065f\u0670\u0640]*(?:[\u0640\u064b-\u065f\u0670]|[^\W_])*"
)
_HAN = re.compile("([\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff])")
#: Words that come and go around a title, and two that have become one.
_SAME = {
    "en": dict.fromkeys(["the", "a", "an"], ""),
    "es": dict.fromkeys(["el", "la", "los", "las"], "") | {"del": "de", "al": "a"},
    "fr": dict.fromkeys(["le", "la", "les", "l"], "")
    | {"du": "de", "des": "de", "d": "de", "au": "a", "aux": "a"},
}
_ARABIC_BEGINNING = re.compile("^[وف]?(?:[بك]?ال|لل|[بكل](?=.{4}))(?=.{2})|^و(?=.{4})")
_RUSSIAN_END = re.compile("(?:[ое]го|[ое]му|[ыи]ми|[аеиоуыэюяйьмх])+$")


@dataclass(frozen=True)
class Term:
    """A treaty or a body by its official name in both languages."""

    key: str
    source: str
    target: str
    accepted: tuple[str, ...] = ()  # abbreviations that may stand for it


class Glossary:
    """What has an official name in both of two languages (codes)."""

    def __init__(self, source_language, target_language):
        self.source_language, self.target_language = source_language, target_language
        edition = catalogue(source_language).edition
        self._names, self._short = _index(source_language, target_language, edition)

    def terms_in(self, text):
        """The Terms that a plain text names, each once; of two, the one with the longer title."""
        words = _words(text, self.source_language)
        found, place = {}, 0
        while place < len(words):
            term, length = self._at(words, place)
            if term:
                found.setdefault(term.key, term)
            place += length
        return list(found.values())

    def missing_in(self, terms, text):
        """Those of the Terms whose official name the text of a translation lacks."""
        words = _words(text, self.target_language)
        kept = [normal for normal, _raw in words]
        raw = [raw for _normal, raw in words]
        return [term for term in terms if not self._is_said(term, kept, raw)]

    def _at(self, words, place):
        normal = words[place][0]
        for tokens, term in self._names.get(normal, ()):
            if tuple(word for word, _raw in words[place : place + len(tokens)]) == tokens:
                return term, len(tokens)
        for tokens, term in self._short.get(words[place][1], ()):
            if tuple(raw for _normal, raw in words[place : place + len(tokens)]) == tokens:
                return term, len(tokens)
        return None, 1

    def _is_said(self, term, kept, raw):
        name = [normal for normal, _raw in _words(term.target, self.target_language)]
        return _holds(kept, name) or any(_holds(raw, _raw_words(s)) for s in term.accepted)


def _terms(source_language, target_language):
    """Every treaty and body that both languages name; the catalogue is kept in memory."""
    here, there = catalogue(source_language), catalogue(target_language)
    terms = {}
    for slug, entry in here.treaties.items():
        other = there.treaties[slug]
        treaty = entry.treaty
        short = (treaty.abbreviation, *treaty.also_known_as)
        terms[slug] = _term(slug, entry.label, other.label, here, there, short)
        if treaty.body:
            key = f"body-{treaty.body_id}"
            terms[key] = _term(
                key, entry.body, other.body, here, there, (treaty.body.abbreviation,)
            )
    return tuple(term for term in terms.values() if term)


def _term(key, source, target, here, there, short):
    """None where one of the languages has no name of its own for it."""
    if (source.lang, target.lang) == (here.language, there.language) and source and target:
        return Term(key, source.text, target.text, tuple(short))
    return None


@lru_cache(maxsize=64)
def _index(source_language, target_language, edition):
    """Names by their first word and abbreviations by theirs, the longest first.

    Made once for each edition of the catalogue.
    """
    names, short = {}, {}
    for term in _terms(source_language, target_language):
        tokens = tuple(normal for normal, _raw in _words(term.source, source_language))
        names.setdefault(tokens[0], []).append((tokens, term))
        for letters in () if term.key.startswith("body-") else term.accepted:
            raw = tuple(_raw_words(letters))
            short.setdefault(raw[0], []).append((raw, term))
    for index in (names, short):
        for found in index.values():
            found.sort(key=lambda pair: -len(pair[0]))
    return names, short


def _words(text, language):
    """``[(normal form, as it stands), …]`` of a text, without articles."""
    words = ((_normal(raw, language.split("-")[0]), raw) for raw in _raw_words(text))
    return [(normal, raw) for normal, raw in words if normal]


def _raw_words(text):
    text = _HAN.sub(r" \1 ", unicodedata.normalize("NFC", text))
    return _WORD.findall(text)


@lru_cache(maxsize=20_000)
def _normal(word, language):
    """A word without case, accents, vowel signs and what its language puts before or after it."""
    apart = unicodedata.normalize("NFKD", word.casefold())
    bare = "".join(sign for sign in apart if not unicodedata.combining(sign)).replace("\u0640", "")
    if language == "ar":
        bare = bare.translate(str.maketrans("ىة", "يه"))
        return _ARABIC_BEGINNING.sub("", bare)
    if language == "ru":
        return _RUSSIAN_END.sub("", bare) or bare
    return _SAME.get(language, {}).get(bare, bare)


def _holds(words, name):
    length = len(name)
    return any(words[n : n + length] == name for n in range(len(words) - length + 1))
