"""Media kits that could not be packed, for those who keep them."""

from django.utils.translation import gettext_lazy as _

from campaigns.clamor.models import BuildState

from .line import Kind, Urgency
from .page_rows import line_of, rows

KITS = Kind(
    "kits",
    _("Media kits that failed"),
    _("Open the kit, look at its files, and publish it once more: it is packed again."),
)
KINDS = [KITS]


def rows_for(person):
    failed = person.pages("change").filter(live=True, kit_build__state=BuildState.FAILED)
    yield rows(failed, KITS)


def lines_from(found, kind, person):
    for row in found:
        yield line_of(row, kind, person, urgency=Urgency.NOW)
