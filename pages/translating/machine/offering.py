"""What a translator is offered beside the sentences: a machine’s draft, or why there is none."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings

from ...models import MachineDraft
from ..sheets.opening import open_sheet
from .budget import held_by, limit_of, used_by
from .drafting import StoppedError, missing_units, require_allowed
from .parcels import length_of, why_nothing_fits
from .translators import LibreTranslate, service_for


@dataclass
class Offer:
    """What one person may let a machine do with one text in one language, and how far that is."""

    missing: int  # sentences that nobody has turned
    length: int  # their signs
    service: str  # its name
    goes_to: str  # the name of the machine that is sent the text
    used: int  # signs this month
    limit: int
    left: int  # signs that may still be sent
    why_not: str = ""
    draft: MachineDraft | None = None  # the last one


def offer_for(original, language, user):
    """The Offer for a text in a language (a code), or None where there is nothing to say.

    That is where the site names no service, no draft exists, or the person may not write in it.
    """
    service = service_for(language)
    if service is None:
        return None
    sheet = open_sheet(original, language)
    if sheet is None or not sheet.may_write(user):
        return None
    missing = missing_units(sheet)
    drafts = MachineDraft.objects.select_related("use")
    draft = drafts.filter(original=original, language=language).first()
    used, limit = used_by(original.city), limit_of(original.city)
    left = max(limit - used + held_by(draft), 0)
    return Offer(
        missing=len(missing),
        length=length_of(missing),
        service=service.display_name,
        goes_to=_host_of(service),
        used=used,
        limit=limit,
        left=left,
        why_not=_why_not(sheet, user) or why_nothing_fits(missing, limit, left),
        draft=draft,
    )


def _why_not(sheet, user):
    try:
        require_allowed(sheet, user)
    except StoppedError as reason:
        return str(reason)
    return ""


def _host_of(service):
    """Where LibreTranslate runs makes the difference; DeepL is one company."""
    is_libre = isinstance(service, LibreTranslate)
    return urlsplit(settings.LIBRETRANSLATE_URL).hostname if is_libre else ""
