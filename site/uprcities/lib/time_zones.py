"""The time zones that people may choose: those that browsers know too."""

from functools import cache
from zoneinfo import available_timezones

#: What machines keep beside the zones of places, under names that no browser takes.
NOT_A_PLACE = {"Factory", "localtime", "posixrules"}


def time_zone_names():
    """The names of the IANA time zone database, sorted: ``America/New_York``."""
    return list(_names())


@cache
def _names():
    """Read from the disk once: a form for a contact asks for them with every block."""
    return sorted(available_timezones() - NOT_A_PLACE)
