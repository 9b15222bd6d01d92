"""Lets a service draft the sentences that a text lacks, in small parcels; a worker does it.

Before each parcel everything is asked again: whether the text may leave, whether the person may
still write, whether the group may still spend. Only what is missing is written, into the draft.
"""

from dataclasses import dataclass, field

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override
from wagtail.models import Locale
from wagtail_localize.strings import StringValue

from ...models import MachineDraft
from ...models.made import keep_what_was_said
from ..sheets.opening import open_sheet
from ..sheets.unit import UnitStage
from .allowing import sentences_readers_see, why_not_sent
from .asking_a_service import ServiceError
from .budget import give_back, limit_of, reserve, used_by
from .parcels import length_of, parcel_of, why_nothing_fits
from .sifting import cleaned, why_refused
from .translators import service_for

NOT_YOURS = gettext_lazy("You may not write in this translation.")
NO_SERVICE = gettext_lazy("No machine drafts into this language on this site.")
NOT_PUBLIC_YET = gettext_lazy(
    "Sentences that readers cannot see yet were left out. Publish the original first."
)


class StoppedError(Exception):
    """The draft cannot go on; the message tells people why."""


@dataclass
class Suggestions:
    """What a service made of some sentences: what fits, and what was refused."""

    words: dict = field(default_factory=dict)  # {unit key: words}
    refused: dict = field(default_factory=dict)  # {unit key: why}


def missing_units(sheet):
    """The Units of a sheet that nobody has turned yet, in the order of the text."""
    return [
        unit for unit in sheet.units() if unit.stage == UnitStage.MISSING and not unit.is_official
    ]


def suggest(sheet, units, user):
    """Suggestions for these units of a sheet, from the service of its language.

    Nothing is kept, and nothing is counted. StoppedError when it may not be, ServiceError when
    the service does not help.
    """
    service = require_allowed(sheet, user)
    original = Locale(language_code=sheet.original.language)
    strings = [StringValue(unit.source) for unit in units]
    found = service.translate(original, Locale(language_code=sheet.language), strings)
    suggestions = Suggestions()
    for unit, string in zip(units, strings, strict=True):
        words = cleaned(found[string].data)
        if reason := why_refused(sheet, unit, words):
            suggestions.refused[unit.key] = reason
        else:
            suggestions.words[unit.key] = words
    return suggestions


def require_allowed(sheet, user):
    """The service of a sheet’s language; StoppedError where nothing may be sent to it now."""
    service = service_for(sheet.language)
    if service is None or sheet.language == sheet.original.language:
        raise StoppedError(NO_SERVICE)
    if not (user and user.is_active and sheet.may_write(user)):
        raise StoppedError(NOT_YOURS)
    if reason := why_not_sent(sheet.original):
        raise StoppedError(reason)
    return service


@transaction.atomic
def begin(sheet, user):
    """Write down that somebody asked; the MachineDraft, or None while one is at it already.

    StoppedError when it may not be. Whoever calls puts ``go_on`` into the queue after the commit.
    """
    require_allowed(sheet, user)
    draft, _is_new = MachineDraft.objects.select_for_update().get_or_create(
        original=sheet.original,
        language=sheet.language,
        defaults={"asked_by": user, "finished_at": timezone.now(), "run": 0},
    )
    if draft.is_running:
        return None
    _return_reserved(draft)
    missing = missing_units(sheet)
    limit, left = _what_is_left(sheet.original.city)
    if reason := why_nothing_fits(missing, limit, left):
        raise StoppedError(reason)
    if page := getattr(sheet, "page", None):
        keep_what_was_said(page)
    now = timezone.now()
    draft.asked_by, draft.asked_at, draft.heard_at, draft.finished_at = user, now, now, None
    draft.run += 1
    draft.sentences, draft.written, draft.refused = len(missing), 0, 0
    draft.trouble = ""
    draft.save()
    return draft


def go_on(draft_id, run):
    """Do the work of a draft, parcel by parcel. Harmless when it is done, gone or begun anew."""
    found = MachineDraft.objects.select_related("original__page", "asked_by")
    draft = found.filter(pk=draft_id, run=run, finished_at=None).first()
    if draft is None:
        return
    with override(_language_of(draft.asked_by)):
        try:
            trouble = _draft_all(draft)
        except StoppedError as reason:
            trouble = str(reason)
        except ServiceError as error:
            trouble = _say_what_stayed(draft, error.reason)
    _finish(draft, trouble)


def _language_of(user):
    """The language in which a person is told what came of it."""
    profile = getattr(user, "wagtail_userprofile", None)
    return (profile and profile.preferred_language) or settings.LANGUAGE_CODE


def _say_what_stayed(draft, reason):
    kept = _("What it had drafted before is kept.") if draft.written else _("Nothing was changed.")
    return f"{reason} {kept}"


def _draft_all(draft):
    """Returns what there is to say at the end, or an empty string."""
    tried, trouble = set(), ""
    while True:
        sheet = open_sheet(draft.original, draft.language)
        if sheet is None:
            raise StoppedError(NO_SERVICE)
        service = require_allowed(sheet, draft.asked_by)
        units = [unit for unit in missing_units(sheet) if unit.key not in tried]
        public = sentences_readers_see(draft.original)
        if public is not None and any(unit.source not in public for unit in units):
            trouble = str(NOT_PUBLIC_YET)
            units = [unit for unit in units if unit.source in public]
        if not units:
            return trouble
        limit, left = _what_is_left(draft.original.city)
        parcel = parcel_of(units, service, left)
        if not parcel:
            raise StoppedError(why_nothing_fits(units, limit, left))
        if _reserve(draft, length_of(parcel)):
            tried |= {unit.key for unit in parcel}
            _send(draft, sheet, parcel)


def _what_is_left(city):
    """(signs a month, signs of them that may still be sent) for a City, or the alliance (None)."""
    limit = limit_of(city)
    return limit, max(limit - used_by(city), 0)


def _send(draft, sheet, parcel):
    try:
        suggestions = suggest(sheet, parcel, draft.asked_by)
    except ServiceError as error:
        if not error.was_counted:
            _return_reserved(draft)
        raise
    except StoppedError:
        _return_reserved(draft)
        raise
    _keep(draft, sheet, suggestions)


def _reserve(draft, characters):
    """Take from the budget and note it on the draft, both or neither.

    False where somebody else took of it since it was looked at: the parcel has to be cut anew.
    """
    with transaction.atomic():
        use = reserve(draft.original.city, characters)
        if use is None:
            return False
        if not _mine(draft).update(reserved=characters, use=use, heard_at=timezone.now()):
            give_back(use, characters)
            raise StoppedError("")
    draft.reserved, draft.use = characters, use
    return True


@transaction.atomic
def _return_reserved(draft):
    """Give back what a parcel took that never came back; once, whoever notices first."""
    held = _mine(draft).filter(reserved__gt=0).select_for_update().first()
    if held:
        _mine(draft).update(reserved=0, use=None)
        give_back(held.use_id, held.reserved)
    draft.reserved, draft.use = 0, None


@transaction.atomic
def _keep(draft, sheet, suggestions):
    """Write what fits and is still missing; the parcel is then settled."""
    if not _mine(draft).select_for_update().exists():
        raise StoppedError("")
    open_keys = {unit.key for unit in missing_units(sheet)}
    words = {key: said for key, said in suggestions.words.items() if key in open_keys}
    if words:
        name = service_for(sheet.language).display_name
        sheet.write(words, draft.asked_by, made="machine", tool=name)
    draft.written += len(words)
    draft.refused += len(suggestions.refused)
    _mine(draft).update(
        written=draft.written,
        refused=draft.refused,
        reserved=0,
        use=None,
        heard_at=timezone.now(),
    )
    draft.reserved, draft.use = 0, None


def _finish(draft, trouble):
    """``reserved`` that is left was counted by the service, and stays counted here."""
    _mine(draft).update(finished_at=timezone.now(), trouble=trouble, reserved=0, use=None)


def _mine(draft):
    """The row of a draft, unless it was begun anew meanwhile."""
    return MachineDraft.objects.filter(pk=draft.pk, run=draft.run)
