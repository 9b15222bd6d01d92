"""The door: what may be shown, and the only way to ask."""

from django.db.models import Q
from django.utils.translation import gettext as _

from .models import Consent, Testimony, consent_conditions


def may_be_shown(testimony_id):
    """Whether this testimony has a live consent for the website (one query; None is never)."""
    return bool(testimony_id) and Testimony.objects.publishable().filter(pk=testimony_id).exists()


def may_go_to_press(testimony_ids):
    """The subset of these ids whose tellers agreed to the press kit, as a set (one query)."""
    return set(
        Testimony.objects.for_press().filter(pk__in=testimony_ids).values_list("pk", flat=True)
    )


def may_go_to_a_machine(testimony_id):
    """Whether the teller agreed that a translation service is handed their words, and still does.

    One query, asked anew before each time that something is sent; None is never.
    """
    agreed = Testimony.objects.for_machines().filter(pk=testimony_id)
    return bool(testimony_id) and agreed.exists()


def was_taken_back(testimony_ids):
    """Whether a teller among these once agreed, and no longer does (one query)."""
    consents = Consent.objects.filter(testimony__in=testimony_ids)
    return consents.filter(Q(withdrawn_on__isnull=False) | ended_without_withdrawal()).exists()


def ended_without_withdrawal():
    """A consent that was given and now leaves out the website."""
    return Q(given_on__isnull=False, website=False)


def why_not(testimony_id):
    """Why this testimony may not be shown, told to its editor; empty when it may."""
    return why_not_with(Consent.objects.filter(testimony=testimony_id).first())


def why_not_with(consent):
    """The same for a consent at hand, which is None when there is no record of any."""
    if consent is None or not consent.given_on:
        return _("Nobody has written down that the teller agreed.")
    if consent.is_withdrawn:
        return _("The teller has taken this testimony back.")
    if not consent.website:
        return _("The teller has not agreed to the website.")
    return "" if consent.is_live else _("The day on which the teller agreed has not come yet.")


def consent_is_live(testimony="testimony"):
    """A condition for a queryset whose rows point at testimony through ``testimony``.

    A row without testimony, or whose testimony has no consent record, does not match:
    silence is not consent.
    """
    return consent_conditions(f"{testimony}__consent__") & Q(
        **{f"{testimony}__consent__isnull": False}
    )


def consent_reaches_press(testimony="testimony"):
    """The same condition for what goes to the press as well."""
    return consent_is_live(testimony) & Q(**{f"{testimony}__consent__press_kit": True})
