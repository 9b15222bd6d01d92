"""What a reader is shown where nothing is any more, and what there still is near by."""

from django.shortcuts import render
from django.utils.translation import get_language

from ..languages import in_settings_order, tongue
from ..models import Entry
from ..models.gone import WhyGone


def answer_gone(request, tail, why):
    """A 410 that says why (WhyGone) there is nothing here any more, and what there still is."""
    request.is_missing = True
    if why == WhyGone.TAKEN_BACK:
        return render(request, "410.html", status=410)
    return render(request, "pages/taken_down.html", what_exists(tail), status=410)


def what_exists(tail):
    """What templates say about an address where nothing is: other languages, the page above.

    ``elsewhere`` are the visible versions of this page in other languages, each with its
    ``tongue``; ``original`` is one of them. ``nearest`` is the closest page above this address
    that the reader’s language has. One query.
    """
    found = Entry.objects.visible().filter(tail__in=[tail, *_above(tail)])
    here = [entry for entry in found if entry.tail == tail]
    above = [entry for entry in found if entry.tail != tail and entry.language == get_language()]
    elsewhere = in_settings_order(here)
    for entry in elsewhere:
        entry.tongue = tongue(entry.language)
    return {
        "elsewhere": elsewhere,
        "original": elsewhere[0] if elsewhere else None,
        "nearest": max(above, key=lambda entry: len(entry.tail), default=None),
    }


def _above(tail):
    """The tails of the pages above: ``cities/pittsburgh/``, ``cities/`` and the front door."""
    parts = tail.strip("/").split("/")
    return ["".join(f"{part}/" for part in parts[:length]) for length in range(len(parts))]
