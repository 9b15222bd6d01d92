"""Closed lists from which an editor chooses, where they are longer than a class of choices."""

from django import forms
from django.utils.translation import gettext_lazy as _

from uprcities.lib.time_zones import time_zone_names

#: The clocks of the states and territories, by the city that the time zone database names.
AMERICAN = {
    "America/New_York": _("Eastern time (New York)"),
    "America/Chicago": _("Central time (Chicago)"),
    "America/Denver": _("Mountain time (Denver)"),
    "America/Phoenix": _("Mountain time without summer time (Phoenix)"),
    "America/Los_Angeles": _("Pacific time (Los Angeles)"),
    "America/Anchorage": _("Alaska time (Anchorage)"),
    "Pacific/Honolulu": _("Hawaii time (Honolulu)"),
    "America/Puerto_Rico": _("Atlantic time (Puerto Rico)"),
    "Pacific/Guam": _("Chamorro time (Guam)"),
    "Pacific/Pago_Pago": _("Samoa time (Pago Pago)"),
}


def time_zone_choices():
    """Time zones to choose from, those of the United States first, in groups."""
    others = [(name, name) for name in time_zone_names() if name not in AMERICAN]
    return [(_("United States"), list(AMERICAN.items())), (_("Elsewhere"), others)]


class TimeZoneSelect(forms.Select):
    """A list of time zones that names the clocks of the United States first."""

    def __init__(self, attrs=None):
        super().__init__(attrs, choices=time_zone_choices())
