"""How long a text is, by the measure that translators of its script go by."""

import re

#: Scripts that are written without spaces between words: there each sign counts.
_SIGNS = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\U00020000-\U0003ffff]"
)
_WORDS = re.compile(r"[^\W_]+(?:[’'ʼ.,\-\u00ad\u200c\u0640][^\W_]+)*[\u064b-\u065f\u0670]*")
_TAGS = re.compile(r"<[^>]*>|&[a-zA-Z]+;|&#\d+;")
_MARKS = re.compile("[\u0300-\u036f\u064b-\u065f\u0670]")

COUNTED_BY_SIGN = {"zh", "ja", "th", "lo", "km", "my"}


def count_words(text):
    """How many words a text has; Chinese, Japanese, Thai, Lao, Khmer and Burmese by their signs.

    ``text`` may hold HTML, which does not count. Latin words and numbers in a Chinese text count
    as one each, as translators’ word counts do.
    """
    plain = _MARKS.sub("", _TAGS.sub(" ", text))
    return len(_SIGNS.findall(plain)) + len(_WORDS.findall(_SIGNS.sub(" ", plain)))


def is_counted_by_sign(language):
    """Whether the length of a text in this language (a code) is told in signs, not words."""
    return language.split("-")[0] in COUNTED_BY_SIGN
