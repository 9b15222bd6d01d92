"""Pages that nobody else can change while this person keeps them."""

from django.db.models import F
from django.utils.translation import gettext_lazy as _

from .line import Kind, Urgency
from .page_rows import line_of, rows

LOCKS = Kind("locks", _("Locked by you"), _("Nobody else can change them until you unlock them."))
KINDS = [LOCKS]


def rows_for(person):
    yield rows(person.pages().filter(locked=True, locked_by=person.user), LOCKS, F("locked_at"))


def lines_from(found, kind, person):
    for row in found:
        yield line_of(row, kind, person, urgency=Urgency.LATER)
