"""The six languages of the United Nations, and those a site adds for its content."""

import polib
from babel import Locale, UnknownLocaleError
from django.conf import locale as django_locale
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_noop, to_locale

SIX_LANGUAGES = [
    ("en", gettext_noop("English")),
    ("es", gettext_noop("Spanish")),
    ("fr", gettext_noop("French")),
    ("ar", gettext_noop("Arabic")),
    ("ru", gettext_noop("Russian")),
    ("zh-hans", gettext_noop("Simplified Chinese")),
]


def with_further(codes):
    """The six and the further languages, as (code, English name)."""
    known = {code for code, _ in SIX_LANGUAGES}
    return SIX_LANGUAGES + [
        (code.lower(), introduce(code.lower())) for code in codes if code.lower() not in known
    ]


def stand_in_catalogues(codes, folder):
    """Keep an empty catalogue for each further language: without one Django knows no such prefix.

    Answers the folder, for LOCALE_PATHS. Pages read in that language; our own words around them
    stay in English, marked as such, until somebody of the site has translated all of them.
    """
    for code in codes:
        file = folder / to_locale(code.lower()) / "LC_MESSAGES" / "django.mo"
        if not file.exists():
            file.parent.mkdir(parents=True, exist_ok=True)
            polib.POFile().save_as_mofile(str(file))
    return folder


def introduce(code):
    """Tell Django a language it may not know (Haitian Creole, Hmong, …); answer its name."""
    try:
        tongue = Locale.parse(code, sep="-")
    except (UnknownLocaleError, ValueError):
        raise ImproperlyConfigured(
            f'Environment variable "FURTHER_LANGUAGES" names "{code}", which is no language code'
        ) from None
    name = tongue.get_display_name("en")
    django_locale.LANG_INFO.setdefault(
        code,
        {
            "bidi": tongue.text_direction == "rtl",
            "code": code,
            "name": name,
            "name_local": tongue.get_display_name(),
        },
    )
    return name
