"""What a service gave back, before anything of it is kept."""

import re
from collections import Counter

from bs4 import BeautifulSoup
from django.utils.translation import gettext as _
from wagtail_localize.strings import StringValue

#: What no text holds, and a database may refuse.
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def cleaned(words):
    """A service’s words as a small piece of HTML, escaped as sentences are kept."""
    try:
        return StringValue.from_translated_html(_CONTROLS.sub("", words).strip()).data
    except ValueError:
        return words  # the sheet says why it cannot take them


def why_refused(sheet, unit, words):
    """Why these words of a service are not kept for a unit, or an empty string."""
    if reason := sheet.why_not(unit, words):
        return reason
    if _marks(words) != _marks(unit.source):
        return _("The links or the bold words of the original got lost.")
    return ""


def _marks(words):
    """Which tags a small piece of HTML has, and links by name; how many line breaks is its own."""
    tags = BeautifulSoup(words, "html.parser").find_all(True)
    return Counter((tag.name, tag.get("id")) for tag in tags if tag.name != "br")
