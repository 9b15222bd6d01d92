"""Who is looking at the home, and what of the tree is theirs; each question is asked once."""

from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property

from django.db.models import Count, Q
from django.utils import timezone
from django.utils.translation import get_language
from wagtail.models import Page

from campaigns.places.rights import Reach, may_below, paths_of

from ..models import CityProfilePage, NewsroomPage, TestimonyStoryPage
from ..translating.queue import of_concern_to, takeable_by

#: So long the one who asked for a translation is told that readers have it.
NEWS = timedelta(days=7)


@dataclass(frozen=True)
class Node:
    """A page at which others begin: a city’s profile or a newsroom, in one language."""

    pk: int
    path: str
    language: str
    key: str
    city_id: int | None = None
    city: str = ""
    is_template: bool = False


class Person:
    """Somebody for whom work may wait."""

    def __init__(self, user):
        self.user = user

    @cached_property
    def reach(self):
        return Reach(self.user)

    @cached_property
    def profiles(self):
        """Every city’s profile in every language, by its path; the template’s too."""
        fields = ["pk", "path", "locale__language_code", "translation_key"]
        rows = CityProfilePage.objects.order_by("place_id", "pk")
        found = rows.values_list(*fields, "place_id", "place__name", "place__is_template")
        return {node.path: node for node in (Node(*row) for row in found)}

    @cached_property
    def rooms(self):
        """The newsrooms in which the person may put something, those of the alliance first."""
        fields = ["pk", "path", "locale__language_code", "translation_key"]
        rooms = self.pages("add", NewsroomPage).order_by("depth", "translation_key", "pk")
        return [Node(*row, *self._city(row[1])) for row in rooms.values_list(*fields)]

    @cached_property
    def translations(self):
        """Requests for translations that the person holds, or has asked for and hears of."""
        return list(of_concern_to(self.user, timezone.now() - NEWS))

    @cached_property
    def takeable(self):
        """Requests that nobody holds, as (code, city’s name, id of who asked, how many)."""
        rows = takeable_by(self.user, self.reach).order_by()
        rows = rows.values_list("language", "original__city__name", "asked_by")
        return list(rows.annotate(number=Count("pk")))

    def pages(self, action=None, model=Page):
        """Pages to which the person may do this (“add” below, “change”; anything without action).

        No aliases, and no story that its teller took back: nobody works on that.
        """
        taken_back = TestimonyStoryPage.objects.filter(
            testimony__consent__withdrawn_on__isnull=False
        )
        own = model.objects.filter(self._below(action), alias_of=None)
        for node in self.profiles.values():
            if node.is_template:  # what a new city begins with is nobody’s daily work
                own = own.exclude(path__startswith=node.path)
        return own.exclude(pk__in=taken_back.values("pk"))

    def may(self, action, path):
        return may_below(self.user, path, action)

    def city_of(self, path):
        """The name of the city in whose part of the tree a path lies, or an empty string."""
        return self._city(path)[1]

    def _city(self, path):
        ends = range(Page.steplen, len(path) + 1, Page.steplen)
        above = (self.profiles[path[:end]] for end in ends if path[:end] in self.profiles)
        node = next(above, None)
        return (node.city_id, node.city) if node else (None, "")

    def _below(self, action):
        begins = paths_of(self.user, action)
        if begins is None:
            return Q()
        below = Q(pk__in=[])
        for path in begins:
            below |= Q(path__startswith=path)
        return below


def in_one_language(nodes):
    """Each of these nodes in one language only: the admin’s, if it is there."""
    best = {}
    for node in nodes:
        kept = best.setdefault(node.key, node)
        if node.language == get_language() != kept.language:
            best[node.key] = node
    return list(best.values())
