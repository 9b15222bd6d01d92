"""What a careful reader would notice in a translated sentence: hints, never a refusal.

Each check takes the plain text of the original and of the translation, and answers whether there
is something to look at. Nothing is asked of the database.
"""

import re
import unicodedata

from django.utils.translation import gettext as _

from uprcities.lib.lists import listed

#: Numbers that are named at most in one hint.
MOST_NUMBERS = 5
_STOPS = ".!?…。！？؟۔।"
#: What may stand after the last stop: quotation marks, brackets, spaces.
_CLOSING = "\"'”’»›)]}」』》）】 \u00a0\u200e\u200f"
_ARABIC = "\u0620-\u064a\u066e-\u06d3"
_HAN = "\u3400-\u4dbf\u4e00-\u9fff"
_NUMBER = re.compile(r"\d{1,3}(?: \d{3})+(?!\d)|\d+(?:[.,'’\u00a0\u202f\u066b\u066c]\d+)*")
_LATIN_IN_ARABIC = re.compile(rf"[{_ARABIC}][)»”\"]?\s?[,;?](?!\d)")
_NARROW_IN_CHINESE = re.compile(
    rf"[{_HAN}”》）][,;:?!](?!/)|[{_HAN}]\.(?=\s|$|[{_HAN}])|[{_HAN}]\("
)


def hints_on(source, target, language):
    """Sentences that tell a translator what to look at; [] where nothing catches the eye.

    ``source`` and ``target`` are plain texts, ``language`` the code of the target’s.
    """
    if not target.strip():
        return []
    hints = []
    if lacks_its_end(source, target):
        hints.append(_("The original ends with a full stop or another mark. This does not."))
    if language.split("-")[0] in ("ar", "fa", "ur") and has_latin_marks(target):
        hints.append(_("Latin marks stand between Arabic words. Write ، ؛ and ؟ instead."))
    if language.split("-")[0] == "zh" and has_narrow_marks(target):
        hints.append(
            _("Narrow marks stand between Chinese characters. Write ，。；：？！（） instead.")
        )
    if lost := missing_numbers(source, target):
        hints.append(
            _("A number of the original is missing: %(numbers)s")
            % {"numbers": listed(lost[:MOST_NUMBERS])}
        )
    if has_double_spaces(target):
        hints.append(_("Two spaces stand side by side."))
    return hints


def lacks_its_end(source, target):
    """Whether the original ends a sentence, and the translation does not."""
    return _ends(source) and not _ends(target)


def has_latin_marks(text):
    """Whether a comma, semicolon or question mark of Latin letters follows an Arabic word."""
    return bool(_LATIN_IN_ARABIC.search(text))


def has_narrow_marks(text):
    """Whether a Chinese sentence has marks of half width."""
    return bool(_NARROW_IN_CHINESE.search(text))


def missing_numbers(source, target):
    """The numbers of the original that the translation lacks, as the original writes them.

    Arabic digits count as the same, and so do 1,000 and 1 000. What stands as a word is not seen:
    numbers below ten are often written out, so they are left alone.
    """
    there = {_digits(number) for number in _NUMBER.findall(target)}
    numbers = dict.fromkeys(_NUMBER.findall(source))
    return [n for n in numbers if len(_digits(n)) > 1 and _digits(n) not in there]


def has_double_spaces(text):
    return bool(re.search(r"\S[ \u00a0]{2,}\S", text))


def _ends(text):
    return text.rstrip(_CLOSING)[-1:] in tuple(_STOPS)


def _digits(number):
    return "".join(str(unicodedata.digit(sign)) for sign in number if sign.isdigit())
