"""Which sentences travel together: as many as the service takes and the group may still send."""

from django.contrib.humanize.templatetags.humanize import intcomma
from django.utils.translation import gettext as _
from django.utils.translation import ngettext


def length_of(units):
    """Signs of the originals of these Units: what is counted when they are sent."""
    return sum(len(unit.source) for unit in units)


def parcel_of(units, service, left):
    """As many Units, in order, as the service takes at once and ``left`` signs allow.

    One that is longer than the service likes travels alone; one that is longer than ``left``
    stays behind, and shorter ones after it go.
    """
    parcel, signs = [], 0
    for unit in units:
        length = len(unit.source)
        if signs + length > left:
            continue
        is_full = len(parcel) == service.most_texts or signs + length > service.most_signs
        if parcel and is_full:
            break
        parcel.append(unit)
        signs += length
    return parcel


def why_nothing_fits(units, limit, left):
    """Why none of these Units may be sent, told to people, or "" where one may, or there is none.

    Of ``limit`` signs a month ``left`` are not used yet.
    """
    if not limit:
        return _(
            "No machine translation is allowed for these pages yet."
            " An administrator can set how much."
        )
    if not left:
        return _("What your group may have translated this month is used up.")
    if not units or any(len(unit.source) <= left for unit in units):
        return ""
    length = length_of(units)
    return ngettext(
        "None of the missing sentences fits into what is left this month."
        " Left: %(left)s; it has %(length)s character.",
        "None of the missing sentences fits into what is left this month."
        " Left: %(left)s; they have %(length)s characters.",
        length,
    ) % {"left": intcomma(left), "length": intcomma(length)}
