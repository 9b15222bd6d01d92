"""Languages to choose from by their names, for forms that keep their codes."""

from babel import Locale, UnknownLocaleError
from django import forms
from django.conf import settings
from django.utils.choices import CallableChoiceIterator
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

#: What people in the cities of the United States speak besides, and in Geneva.
SPOKEN = [
    "am",
    "ase",
    "bn",
    "bo",
    "bs",
    "chr",
    "de",
    "el",
    "fa",
    "ff",
    "gu",
    "ha",
    "haw",
    "he",
    "hi",
    "hmn",
    "hr",
    "ht",
    "hy",
    "ig",
    "it",
    "ja",
    "km",
    "ko",
    "ku",
    "lo",
    "mr",
    "my",
    "ne",
    "nv",
    "om",
    "pa",
    "pl",
    "ps",
    "pt",
    "quc",
    "ro",
    "rw",
    "sm",
    "so",
    "sq",
    "sr",
    "sw",
    "ta",
    "te",
    "th",
    "ti",
    "tl",
    "tr",
    "uk",
    "ur",
    "vi",
    "wo",
    "yi",
    "yo",
    "yue",
    "zap",
    "zh",
]


def language_choices():
    """``(code, name)`` in the reader’s language: this site’s languages first, then others."""
    ours = [code for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES]
    others = [(code, name_of(code)) for code in SPOKEN if code not in ours]
    return [
        (_("Languages of this site"), [(code, name_of(code)) for code in ours]),
        (_("Other languages"), sorted(others, key=lambda choice: choice[1].casefold())),
    ]


def name_of(code):
    """A language’s name in the active language; the code where it has none."""
    try:
        here = Locale.parse(get_language() or "en", sep="-")
        return capfirst(Locale.parse(code, sep="-").get_display_name(here) or code)
    except (UnknownLocaleError, ValueError):
        return capfirst(Locale("en").languages.get(code, code))


class LanguageSelect(forms.Select):
    """A list of languages; one that is not on it stays when it was chosen before."""

    def __init__(self, attrs=None, may_be_empty=False):
        super().__init__(attrs)
        self.may_be_empty = may_be_empty
        self.choices = CallableChoiceIterator(self.offered)

    def offered(self):
        return [("", "—"), *language_choices()] if self.may_be_empty else language_choices()

    def optgroups(self, name, value, attrs=None):
        listed = {
            code
            for choice, label in self.choices
            for code in ([code for code, _name in label] if isinstance(label, list) else [choice])
        }
        kept = [one for one in value if one and one not in listed]
        groups = super().optgroups(name, value, attrs)
        for place, code in enumerate(kept, start=len(groups)):
            option = self.create_option(name, code, name_of(code), True, place, attrs=attrs)
            groups.append((None, [option], place))
        return groups
