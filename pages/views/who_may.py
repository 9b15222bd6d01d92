"""“Who may do what”: every role in one table, and what differs from the roles."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import render

from campaigns.places.auditing import deviations, lines
from campaigns.places.rights import is_administrator

from ..land import plots


def who_may_do_what(request):
    """For administrators only: it names everybody."""
    if not is_administrator(request.user):
        raise PermissionDenied
    context = {"lines": list(lines()), "deviations": list(deviations(plots()))}
    return render(request, "pages/admin/who_may.html", context)
