"""One thing that waits, and the kinds of work that there are."""

from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum

from ..languages import Tongue


class Urgency(IntEnum):
    """How long it can wait; the smallest comes first."""

    NOW = 0
    SOON = 1
    LATER = 2


@dataclass(frozen=True)
class Kind:
    """A kind of work: what its heading says, and by which rule something belongs to it."""

    name: str
    label: str
    rule: str = ""


@dataclass
class Line:
    """Something for one person to do, with the address at which they can do it."""

    kind: Kind
    about: str
    address: str
    city: str = ""
    tongue: Tongue | None = None
    note: str = ""
    when: date | None = None
    urgency: Urgency = Urgency.SOON
    count: int = 1
    #: How many of them in which city, where one line stands for several.
    by_city: dict = field(default_factory=dict)

    def __post_init__(self):
        self.by_city = self.by_city or {self.city: self.count}
