"""Addresses that people gave, before they become links."""

import re

from django.core.validators import URLValidator

#: Sites, e-mail, telephones, and places of this site. Everything else may be a script.
SAFE_BEGINNING = re.compile(r"(?:https?://|mailto:|tel:|[/#?])", re.IGNORECASE)
#: Browsers skip these inside an address: “java<tab>script:” still runs.
SKIPPED = re.compile(r"[\x00-\x20]")

#: What an editor may type where a page of the web is asked for.
web_address = URLValidator(schemes=["http", "https"])


def harmless_address(value):
    """The address when it is safe to follow, else an empty text."""
    text = str(value or "").strip()
    return text if SAFE_BEGINNING.match(text) and not SKIPPED.search(text) else ""
