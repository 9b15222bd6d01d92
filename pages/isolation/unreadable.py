"""A form that no browser of ours sends: the sender is told so, instead of a fault of the site."""

import traceback

from django.core.exceptions import BadRequest
from django.shortcuts import render
from django.utils.datastructures import MultiValueDictKeyError


def is_unreadable(request, error):
    """Whether a view broke while it read what was sent, before it did anything with it.

    Wagtail’s widgets take what they are sent for granted: the number of blocks that their script
    counts, and rich text as their editor writes it. Whatever breaks in there is the sender’s.
    """
    if request.method != "POST":
        return False
    reading = traceback.extract_tb(error.__traceback__)
    return isinstance(error, (BadRequest, MultiValueDictKeyError)) or any(
        step.name == "value_from_datadict" for step in reading
    )


def say_unreadable(request):
    return render(request, "pages/admin/unreadable.html", status=400)
