"""The lists at the top and the foot of every page, in the reader’s language.

``site_lists`` is a context processor: ``site_navigation`` and ``site_footer`` are lists of
``NavigationItem``. Nothing is asked of the database before a template uses one of them, and then
one question answers both. The answer is not kept: what is taken down leaves the lists at once.
"""

from dataclasses import dataclass
from functools import cached_property

from django.db.models import Q
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from .models import Entry, EntryKind

#: Pages of the tree that stand in the lists where they exist, by the end of their address.
CITIES, OUTCOMES, PRESS = "cities/", "un/", "press/"


@dataclass(frozen=True)
class NavigationItem:
    """One line of a list: where it leads, and whether the reader is there or below it."""

    label: str
    url: str
    is_current: bool = False


class SiteLists:
    """What this reader may go to from any page."""

    def __init__(self, request):
        self.path = request.path

    @cached_property
    def entries(self):
        """Visible sections and standard pages in this language, by address (one query)."""
        visible = Entry.objects.visible().in_language(get_language())
        found = visible.filter(Q(tail__in=[CITIES, OUTCOMES, PRESS]) | Q(kind=EntryKind.STANDARD))
        lines = found.only("tail", "title", "language", "kind").order_by("pk")
        return {entry.tail: entry for entry in lines}

    @cached_property
    def navigation(self):
        lines = [
            (_("Cities"), self._section(CITIES)),
            (_("Findings"), reverse("findings")),
            (_("Stories"), reverse("stories")),
            (_("The UN said"), self._section(OUTCOMES)),
            (_("Treaties"), reverse("treaties")),
            (_("Press"), self._section(PRESS)),
            (_("Search"), reverse("search")),
        ]
        return [self._item(label, url) for label, url in lines if url]

    @cached_property
    def footer(self):
        standing = [entry for entry in self.entries.values() if entry.kind == EntryKind.STANDARD]
        pages = [self._item(entry.title, entry.url) for entry in standing]
        return [*pages, self._item(_("Feed of everything new"), reverse("feed"))]

    def _section(self, tail):
        entry = self.entries.get(tail)
        return entry.url if entry else ""

    def _item(self, label, url):
        return NavigationItem(label, url, self.path.startswith(url))


def site_lists(request):
    """Context processor: see the head of this module."""
    lists = SiteLists(request)
    return {
        "site_navigation": SimpleLazyObject(lambda: lists.navigation),
        "site_footer": SimpleLazyObject(lambda: lists.footer),
    }
