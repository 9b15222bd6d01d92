"""What kinds of instrument there are, and how the United States stands to one."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    TREATY = "treaty", _("Treaty")
    PROTOCOL = "protocol", _("Protocol")
    DECLARATION = "declaration", _("Declaration")


class UsStatus(models.TextChoices):
    """How the United States stands to an instrument: the short words beside every tag."""

    PARTY = "party", _("US is a party")
    PARTY_WITH_RESERVATIONS = "party-with-reservations", _("US is a party, with reservations")
    SIGNED = "signed", _("US signed, not ratified")
    NOT_SIGNED = "not-signed", _("US has not signed")
    NOT_PARTY = "not-party", _("US is not a party")
    BOUND_THROUGH_PROTOCOL = "bound-through-protocol", _("US is bound through the Protocol")
    DECLARATION_SUPPORTED = "declaration-supported", _("Declaration, supported by the US")
    DECLARATION_SUPPORTED_LATER = (
        "declaration-supported-later",
        _("Declaration, later supported by the US"),
    )
    DECLARATION_REGIONAL = "declaration-regional", _("Declaration of the Americas")


class Standing(models.TextChoices):
    """What the status comes down to for a city: may we say that the US has promised this?"""

    BOUND = "bound", _("The US is bound")
    SIGNED = "signed", _("Signed, not ratified")
    UNBOUND = "unbound", _("The US is not bound")
    DECLARATION = "declaration", _("Declaration")


STANDING = {
    UsStatus.PARTY: Standing.BOUND,
    UsStatus.PARTY_WITH_RESERVATIONS: Standing.BOUND,
    UsStatus.BOUND_THROUGH_PROTOCOL: Standing.BOUND,
    UsStatus.SIGNED: Standing.SIGNED,
    UsStatus.NOT_SIGNED: Standing.UNBOUND,
    UsStatus.NOT_PARTY: Standing.UNBOUND,
    UsStatus.DECLARATION_SUPPORTED: Standing.DECLARATION,
    UsStatus.DECLARATION_SUPPORTED_LATER: Standing.DECLARATION,
    UsStatus.DECLARATION_REGIONAL: Standing.DECLARATION,
}

# One whole sentence each, so that a translator never has to join fragments.
STATUS_SENTENCES = {
    UsStatus.PARTY: _("The US has been a party since %(ratified)s."),
    UsStatus.PARTY_WITH_RESERVATIONS: _(
        "The US has been a party since %(ratified)s, with reservations that limit what it agreed to."
    ),
    UsStatus.SIGNED: _("Signed by the US in %(signed)s, not ratified."),
    UsStatus.NOT_SIGNED: _("The US has not signed it."),
    UsStatus.NOT_PARTY: _("The US is not a party."),
    UsStatus.BOUND_THROUGH_PROTOCOL: _(
        "The US is not a party, but its later Protocol, which the US joined in %(bound)s, binds the US "
        "to the main articles."
    ),
    UsStatus.DECLARATION_SUPPORTED: _("Declaration: the US voted for it in %(supported)s."),
    UsStatus.DECLARATION_SUPPORTED_LATER: _(
        "Declaration: the US first voted against it, and announced its support in %(supported)s."
    ),
    UsStatus.DECLARATION_REGIONAL: _(
        "Declaration: it applies to the US as a member of the Organization of American States; "
        "the US says that it is not legally binding."
    ),
}
