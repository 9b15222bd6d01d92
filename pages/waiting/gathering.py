"""Everything that waits for one person, in the order in which it should be done."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from . import (
    consents,
    deadlines,
    events,
    kits,
    locks,
    mending,
    pictures,
    promises,
    reviewing,
    schedules,
    translations,
)
from .line import Kind, Line, Urgency
from .page_rows import Row

#: In this order where they are equally urgent.
WORK = [
    mending,
    reviewing,
    consents,
    kits,
    deadlines,
    schedules,
    events,
    promises,
    pictures,
    translations,
    locks,
]
#: Of one kind so many are named; the others follow when these are done.
MOST = 5


@dataclass
class Group:
    """The lines of one kind, the most pressing first."""

    kind: Kind
    lines: list[Line]

    @property
    def count(self):
        return sum(line.count for line in self.lines)

    @property
    def is_urgent(self):
        return self.lines[0].urgency == Urgency.NOW

    @property
    def shown(self):
        return self.lines[:MOST]

    @property
    def more(self):
        return len(self.lines) - len(self.shown)


def waiting_for(person):
    """What waits for a Person, as Groups; what has come to nothing is left out."""
    found = _pages_that_wait(person)
    lines = {}
    for work in WORK:
        for kind in work.KINDS:
            if hasattr(work, "LINES"):
                mine = work.LINES[kind.name](person)
            elif hasattr(work, "lines_for"):
                mine = work.lines_for(person)
            else:
                mine = work.lines_from(found[kind.name], kind, person)
            lines[kind] = sorted(mine, key=_place)
    groups = [Group(kind, mine) for kind, mine in lines.items() if mine]
    return sorted(groups, key=lambda group: group.lines[0].urgency)


def _pages_that_wait(person):
    """Rows by the name of their kind: one question for all kinds."""
    kinds = [work for work in WORK if hasattr(work, "rows_for")]
    first, *others = (rows for work in kinds for rows in work.rows_for(person))
    found = defaultdict(list)
    for row in map(Row._make, first.union(*others, all=True)):
        found[row.kind].append(row)
    return found


def _place(line):
    return (line.urgency, line.when or date.max, line.city)
