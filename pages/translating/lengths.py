"""How long a text is, told by the measure that translators of its script go by."""

from django.utils.formats import number_format
from django.utils.translation import ngettext

from uprcities.lib.word_count import is_counted_by_sign


def length_of(number, language):
    """“1,240 words”; of a text written in Chinese and its like “1,240 characters”."""
    if is_counted_by_sign(language):
        words = ngettext("%(number)s character", "%(number)s characters", number)
    else:
        words = ngettext("%(number)s word", "%(number)s words", number)
    return words % {"number": _written(number)}


def length_left(number, language):
    """“320 words left”, by the measure of the language that is translated from."""
    if is_counted_by_sign(language):
        words = ngettext("%(number)s character left", "%(number)s characters left", number)
    else:
        words = ngettext("%(number)s word left", "%(number)s words left", number)
    return words % {"number": _written(number)}


def _written(number):
    return number_format(number, use_l10n=True, force_grouping=True)
