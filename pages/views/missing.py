"""Nothing stands at this address in this language: say what exists instead."""

from django.shortcuts import render

from ..former.gone_page import what_exists


def answer_missing(request, tail):
    """A 404 in the reader’s language that names what exists.

    ``elsewhere`` are the visible versions of this page in other languages, each with its
    ``tongue``; ``original`` is one of them. ``nearest`` is the closest page above this address
    that the reader’s language has. One query.
    """
    request.is_missing = True
    told = what_exists(tail)
    template = "pages/not_in_your_language.html" if told["elsewhere"] else "404.html"
    return render(request, template, told, status=404)


def nothing_here(request, exception=None):
    """Any other address that leads nowhere."""
    request.is_missing = True
    return render(request, "404.html", status=404)
