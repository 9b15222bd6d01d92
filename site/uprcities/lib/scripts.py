"""In which letters a language is written."""

from babel import Locale, UnknownLocaleError
from babel.core import get_global


def script_of(code):
    """The script of a language code, as in ``Latn`` or ``Arab``; "" when nobody knows."""
    try:
        known = Locale.parse(code, sep="-")
    except (UnknownLocaleError, ValueError):
        return ""
    likely = get_global("likely_subtags").get(known.language, "").split("_")
    return known.script or (likely[1] if len(likely) > 1 else "")
