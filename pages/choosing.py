"""What a page chooser offers first to whoever writes a page."""

from urllib.parse import urlsplit

from django.urls import Resolver404, resolve, reverse
from wagtail.models import Page

#: Screens on which a page is written, and what names it, or the page above it.
WRITTEN_ON = {
    "wagtailadmin_pages:edit": "page_id",
    "wagtailadmin_pages:add": "parent_page_id",
}


def offer_own_language(pages, request):
    """A search finds pages in the language of the page that is written; others can be browsed to.

    Every page is there once in each language, and readers of one would land in another.
    """
    if request.path != reverse("wagtailadmin_choose_page_search"):
        return pages
    page = _written_from(request)
    return pages.filter(locale=page.locale_id) if page else pages


def _written_from(request):
    """The page on whose screen the chooser was opened, as the browser tells; or the one above it."""
    try:
        screen = resolve(urlsplit(request.headers.get("Referer", "")).path)
    except (Resolver404, ValueError):
        return None
    pk = screen.kwargs.get(WRITTEN_ON.get(screen.view_name))
    return Page.objects.filter(pk=pk).only("locale").first() if pk else None
