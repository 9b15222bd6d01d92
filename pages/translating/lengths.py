"""How long a text is, told by the measure that translators of its script go by."""

from django.utils.formats import number_format
from django.utils.translation import gettext, ngettext

from uprcities.lib.word_count import is_counted_by_sign


def length_of(number, language):
    """“1,240 words”; of a text written in Chinese and its like “1,240 characters”."""
    return _told(
        number,
        language,
        signs=ngettext("%(number)s character", "%(number)s characters", number),
        words=ngettext("%(number)s word", "%(number)s words", number),
    )


def length_left(number, language):
    """“320 words left”, by the measure of the language that is translated from."""
    return _told(
        number,
        language,
        signs=ngettext("%(number)s character left", "%(number)s characters left", number),
        words=ngettext("%(number)s word left", "%(number)s words left", number),
    )


def measure_of(language):
    """The measure alone: “words”, or “characters”."""
    return gettext("characters") if is_counted_by_sign(language) else gettext("words")


def _told(number, language, signs, words):
    told = signs if is_counted_by_sign(language) else words
    return told % {"number": number_format(number, use_l10n=True, force_grouping=True)}
