"""Addresses that people gave, before they become links."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

#: Sites, e-mail, telephones, and places of this site. Everything else may be a script.
SAFE_BEGINNING = re.compile(r"(?:https?://|mailto:|tel:|[/#?])", re.IGNORECASE)
#: Browsers skip these inside an address: “java<tab>script:” still runs.
SKIPPED = re.compile(r"[\x00-\x20]")


def web_address(value):
    """Validates that an address is one of the web, on top of being an address at all."""
    if not value.lower().startswith(("https://", "http://")):
        raise ValidationError(_("Begin the address with https:// or http://."))


def harmless_address(value):
    """The address when it is safe to follow, else an empty text."""
    text = str(value or "").strip()
    return text if SAFE_BEGINNING.match(text) and not SKIPPED.search(text) else ""
