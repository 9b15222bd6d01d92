"""What the admin’s front page, menus and choosers leave out for those who are no administrators."""

from urllib.parse import urlsplit

from django.urls import Resolver404, resolve
from wagtail.admin.menu import SubmenuMenuItem

from campaigns.places.rights import is_administrator

from .addresses import ASKED, OPEN
from .questions import choosable_pages, explorable_pages


def show_no_totals(request, items):
    """Counts of everything tell how much the others are working on."""
    if not is_administrator(request.user):
        items[:] = []


def show_open_addresses(request, items):
    """A menu does not lead to a door that is closed."""
    if not is_administrator(request.user):
        items[:] = [item for item in items if _is_open(request, item)]


def _is_open(request, item):
    if isinstance(item, SubmenuMenuItem):
        return bool(item.menu.menu_items_for_request(request))
    try:
        route = resolve(urlsplit(str(item.url)).path).route.removeprefix("admin/")
    except Resolver404:
        return True
    return route in OPEN or route in ASKED


def offer_choosable(pages, request):
    """A page chooser shows what readers see, and one’s own; where to put a page, only one’s own."""
    pages = pages.annotate_approved_schedule().prefetch_workflow_states().prefetch_related("locale")
    if is_administrator(request.user):
        return pages
    allowed = explorable_pages if request.GET.get("user_perms") else choosable_pages
    return pages.filter(pk__in=allowed(request.user).values("pk"))


def explore_own(parent_page, pages, request):
    if is_administrator(request.user):
        return pages
    return pages.filter(pk__in=explorable_pages(request.user).values("pk"))
