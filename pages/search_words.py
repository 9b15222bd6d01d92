"""The words of a text as the index keeps them, and as a question is asked.

A word is kept without accents and without its ending, in the manner of its script and language:
«educaciones» and «educacion», «выселений» and «выселение», «والسكن» and «سكن» are one. Chinese,
which sets no spaces, is kept as pairs of signs. Each carries its language in front, so that a
question is answered by texts of the language it was put to.
"""

import re
import unicodedata
from functools import lru_cache
from threading import local

import snowballstemmer
from wagtail.search import index

HAN = r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
WORD = re.compile(rf"[{HAN}]+|[^\W_{HAN}]+")
MARKS = re.compile(r"[\u0640\u064b-\u065f\u0670]")  # Arabic vowels and the stretching stroke
IS_HAN = re.compile(rf"[{HAN}]")
IS_ARABIC = re.compile(r"[\u0600-\u06ff]")
IS_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
ONE_LETTER = str.maketrans("أإآٱىئؤة", "ااااييوه")
#: “And”, “in”, “as”, “for” and “the”, which Arabic writes onto the next word.
ARABIC_BEGINNINGS = re.compile(r"^[وف]?(?:[بك]?ال|لل)(?=..)")
LATIN_STEMMERS = {"en": "english", "es": "spanish", "fr": "french", "pt": "portuguese"}
LONGEST_WORD = 60
_of_this_thread = local()


class WordsField(index.SearchField):
    """A text of something with a language, put into Wagtail’s index as we keep words."""

    def get_value(self, obj):
        return index_words(super().get_value(obj), obj.language)


def index_words(text, language):
    """A text as the index keeps it; of Chinese also the single signs, which may be asked for."""
    kept = []
    for word in words_of(text):
        kept.append(kept_word(word, language))
        if IS_HAN.match(word) and len(word) > 1:
            kept += [kept_word(sign, language) for sign in word]
    return " ".join(kept)


def question_words(text, language):
    """The words that a question asks for, as the index of one language keeps them, each once."""
    return list(dict.fromkeys(kept_word(word, language) for word in words_of(text)))


def words_of(text):
    """The words of a text in their order; Chinese in pairs of signs."""
    for found in WORD.finditer(_plain(text)):
        run = found.group()
        yield from _pairs(run) if IS_HAN.match(run) else [run[:LONGEST_WORD]]


@lru_cache(maxsize=50_000)
def kept_word(word, language):
    """One word as the index keeps it, with its language in front."""
    return f"{language.replace('-', '')}{_stem(word, language)}"


def _stem(word, language):
    if IS_HAN.match(word):
        return word
    if IS_ARABIC.match(word):
        bare = ARABIC_BEGINNINGS.sub("", word)
        return _fold(_stemmer("arabic").stemWord(bare) or bare)
    # Without accents first: then it makes no difference whether they were typed.
    return _stemmer(_family(word, language)).stemWord(_fold(word))


def _plain(text):
    """One way of writing: compatible signs made equal, no capitals, no elided articles."""
    text = MARKS.sub("", unicodedata.normalize("NFKC", text)).casefold()
    return re.sub(r"\b(?:[cdjlmnst]|qu)['’](?=\w)", "", text)


def _pairs(run):
    return [run[place : place + 2] for place in range(max(1, len(run) - 1))]


def _fold(word):
    """Without accents, and with the ways to write one Arabic or Russian letter made equal."""
    bare = unicodedata.normalize("NFD", word.translate(ONE_LETTER))
    return "".join(letter for letter in bare if not unicodedata.combining(letter))


def _family(word, language):
    if IS_CYRILLIC.match(word):
        return "russian"
    # A Latin word on an Arabic, Russian or Chinese page is mostly an English name.
    return LATIN_STEMMERS.get(language, "english" if language in ("ar", "ru", "zh-hans") else "")


def _stemmer(family):
    """A stemmer works on one word at a time, so every thread has its own."""
    stemmers = vars(_of_this_thread)
    if family not in stemmers:
        stemmers[family] = snowballstemmer.stemmer(family) if family else _AsItIs()
    return stemmers[family]


class _AsItIs:
    """For languages whose endings we do not know."""

    @staticmethod
    def stemWord(word):  # noqa: N802  as the stemmers call it
        return word
