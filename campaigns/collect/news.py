"""News that must travel up from collect; never the only safeguard."""

import logging
from collections import defaultdict
from dataclasses import dataclass

from django.conf import settings
from django.dispatch import Signal
from django.utils.translation import get_language, get_language_info

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
    key: str = ""  # the same for one page in each of its languages

    @property
    def language_name(self):
        """As its own speakers write it; the title of what is in no language."""
        try:
            return get_language_info(self.language)["name_local"]
        except KeyError:
            return self.language or self.title


@dataclass(frozen=True)
class Place:
    """One page in all its languages: its Surfaces, and the title to name it by."""

    surfaces: tuple[Surface, ...]

    @property
    def what(self):
        return self.surfaces[0].what

    @property
    def title(self):
        return self._named.title

    @property
    def language(self):
        return self._named.language

    @property
    def stays(self):
        return self.surfaces[0].stays

    @property
    def _named(self):
        """In the language of whoever looks, else in the first of the site’s that there is."""
        mine = [one for one in self.surfaces if one.language == get_language()]
        return [*mine, *self.surfaces][0]


def surfaces_of(testimony_id):
    """Every Surface of a testimony that anybody above knows of."""
    answers = surfaces_wanted.send(sender=Surface, testimony_id=testimony_id)
    return [surface for _receiver, surfaces in answers for surface in surfaces]


def places_of(testimony_id):
    """The same, as one Place for each page; those that stay when the consent ends come last."""
    places = defaultdict(list)
    for surface in surfaces_of(testimony_id):
        places[surface.stays, surface.what, surface.key or surface.title].append(surface)
    order = {code: number for number, (code, _name) in enumerate(settings.LANGUAGES)}
    found = [
        Place(tuple(sorted(surfaces, key=lambda one: order.get(one.language, len(order)))))
        for surfaces in places.values()
    ]
    return sorted(found, key=lambda place: place.stays)


def still_public(testimony_id):
    """The Surfaces on which a testimony can still be met."""
    return [one for one in surfaces_of(testimony_id) if one.is_public and not one.stays]


def tell_withdrawn(sender, testimony_id):
    """Tell everybody above; one that fails does not keep the others from clearing up."""
    for receiver, answer in consent_withdrawn.send_robust(sender, testimony_id=testimony_id):
        if isinstance(answer, Exception):
            logger.error("Withdrawal: %s failed", receiver.__qualname__, exc_info=answer)
