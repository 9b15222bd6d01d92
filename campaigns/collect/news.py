"""News that must travel up from collect; never the only safeguard."""

import logging
from dataclasses import dataclass

from django.dispatch import Signal

#: Sent after commit with ``testimony_id`` when a testimony may no longer be shown.
consent_withdrawn = Signal()

#: Asked with ``testimony_id`` before a withdrawal: receivers answer the Surfaces they would clear.
surfaces_wanted = Signal()

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Surface:
    """A place where readers or journalists meet a testimony."""

    what: str  # in the editor's words: “Testimony story”
    title: str
    url: str
    language: str = ""  # code of the language it is in
    is_public: bool = True
    stays: bool = False  # a page of its own that only mentions or quotes the testimony


def surfaces_of(testimony_id):
    """Every Surface of a testimony that anybody above knows of."""
    answers = surfaces_wanted.send(sender=Surface, testimony_id=testimony_id)
    return [surface for _receiver, surfaces in answers for surface in surfaces]


def still_public(testimony_id):
    """The Surfaces on which a testimony can still be met."""
    return [one for one in surfaces_of(testimony_id) if one.is_public and not one.stays]


def tell_withdrawn(sender, testimony_id):
    """Tell everybody above; one that fails does not keep the others from clearing up."""
    for receiver, answer in consent_withdrawn.send_robust(sender, testimony_id=testimony_id):
        if isinstance(answer, Exception):
            logger.error("Withdrawal: %s failed", receiver.__qualname__, exc_info=answer)
