"""Nothing stands at this address in this language: say what exists instead."""

from django.shortcuts import render
from django.utils.translation import get_language

from ..languages import in_settings_order, tongue
from ..models import Entry


def answer_missing(request, tail):
    """A 404 in the reader’s language that names what exists.

    ``elsewhere`` are the visible versions of this page in other languages, each with its
    ``tongue``; ``original`` is one of them. ``nearest`` is the closest page above this address
    that the reader’s language has. One query.
    """
    request.is_missing = True
    found = Entry.objects.visible().filter(tail__in=[tail, *_above(tail)])
    here = [entry for entry in found if entry.tail == tail]
    above = [entry for entry in found if entry.tail != tail and entry.language == get_language()]
    elsewhere = in_settings_order(here)
    for entry in elsewhere:
        entry.tongue = tongue(entry.language)
    context = {
        "elsewhere": elsewhere,
        "original": elsewhere[0] if elsewhere else None,
        "nearest": max(above, key=lambda entry: len(entry.tail), default=None),
    }
    template = "pages/not_in_your_language.html" if elsewhere else "404.html"
    return render(request, template, context, status=404)


def nothing_here(request, exception=None):
    """Any other address that leads nowhere."""
    request.is_missing = True
    return render(request, "404.html", status=404)


def _above(tail):
    """The tails of the pages above: ``cities/pittsburgh/``, ``cities/`` and the front door."""
    parts = tail.strip("/").split("/")
    return ["".join(f"{part}/" for part in parts[:length]) for length in range(len(parts))]
