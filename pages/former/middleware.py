"""Files, feeds and lists of what moved, and redirects that administrators wrote.

Stands in the place of Wagtail’s own middleware, which leads to pages that nobody may see.
"""

from django.http import HttpResponsePermanentRedirect
from django.urls import reverse
from django.utils.translation import get_language

from ..models import Entry, EntryKind
from .answering import REMEMBERED, answer_former, lead, redirect_from, way_of

#: Addresses that have asked for themselves.
HAVE_ASKED = {"home", "read"}
#: What follows the page’s own address, where that is not what follows its tail.
FEEDS = {
    "city_feed": [("cities/{city}/", "feed/")],
    "city_press_feed": [("cities/{city}/press/", "feed/"), ("cities/{city}/", "press/feed/")],
}


class FormerAddressMiddleware:
    """Turns a 404 into the way to what was meant, where there is one."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = city_renamed(request) or self.get_response(request)
        if response.status_code != 404 or request.method not in ("GET", "HEAD"):
            return response
        match = request.resolver_match
        if match and match.url_name in HAVE_ASKED:
            return response
        return _page_moved(request, match) or _led(request) or response


def city_renamed(request):
    """The way to a list or search that is narrowed to a city by its earlier address, or None.

    One query, where an address names a city.
    """
    slug = request.GET.get("city", "")
    # Of two slashes a browser makes another host.
    is_for_readers = request.method in ("GET", "HEAD") and not request.path.startswith(
        (reverse("wagtailadmin_home"), "//")
    )
    if not (is_for_readers and slug.replace("-", "").replace("_", "").isalnum()):
        return None
    profiles = Entry.objects.visible().of_kind(EntryKind.CITY)
    moved = profiles.filter(page__redirect__old_path=f"/{get_language()}/cities/{slug}")
    now = moved.values_list("city__slug", flat=True).first()
    if now in (None, slug):
        return None
    asked = request.GET.copy()
    asked["city"] = now
    answer = HttpResponsePermanentRedirect(f"{request.path}?{asked.urlencode()}")
    answer["Cache-Control"] = REMEMBERED
    return answer


def _page_moved(request, match):
    """The answer for a file or a feed of a page that is elsewhere now, or gone."""
    if match is None:
        return None
    answers = (answer_former(request, tail, rest) for tail, rest in _pages_of(request, match))
    return next(filter(None, answers), None)


def _pages_of(request, match):
    """(tail, rest) of the pages that this address may belong to, the nearest first."""
    if match.url_name in FEEDS:
        for tail, rest in FEEDS[match.url_name]:
            yield tail.format(**match.kwargs), rest
    elif tail := match.kwargs.get("tail"):
        yield tail, request.path.partition(f"/{tail}")[2]


def _led(request):
    redirect = redirect_from(request, request.path)
    way = way_of(redirect) if redirect else ""
    return lead(request, redirect, way) if way else None
