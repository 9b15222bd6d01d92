"""Several things in one line."""

from django.utils.translation import pgettext


def listed(things):
    """The things in one line, with the comma of whoever reads it between them."""
    return pgettext("between two parts of a line", ", ").join(map(str, things))
