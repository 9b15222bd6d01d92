"""Something of ours failed: say so, and say more where we know what it was."""

import sys

from django.shortcuts import render

from uprcities.lib.disks import disk_is_full


def something_broke(request):
    """A page that a person can read; 507 and what to do when the disk is full."""
    if disk_is_full(sys.exc_info()[1]):
        return render(request, "507.html", status=507)
    return render(request, "500.html", status=500)
