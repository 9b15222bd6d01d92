"""Nothing stands at this address in this language: say what exists instead."""

from django.shortcuts import render
from django.utils.translation import get_language

from ..former.gone_page import what_exists
from ..translating.essentials import essentials_for


def answer_missing(request, tail):
    """A 404 in the reader’s language that names what exists.

    ``elsewhere`` are the visible versions of this page in other languages, each with its
    ``tongue``; ``original`` is one of them. ``nearest`` is the closest page above this address
    that the reader’s language has. ``essentials`` are title and summary, where readers may see
    them. Two queries.
    """
    request.is_missing = True
    told = what_exists(tail)
    if not told["elsewhere"]:
        return render(request, "404.html", told, status=404)
    request.found_elsewhere = told["elsewhere"]
    told |= _essentials(told["original"]) | {"has_told_us": "told" in request.GET}
    return render(request, "pages/not_in_your_language.html", told, status=404)


def nothing_here(request, exception=None):
    """Any other address that leads nowhere."""
    request.is_missing = True
    return render(request, "404.html", status=404)


def _essentials(original):
    language = get_language()
    shown = original.is_original and essentials_for(original.translation_key, language)
    is_behind = bool(shown) and shown.is_behind(original)
    return {"essentials": shown or None, "is_behind": is_behind, "asked_for": language}
