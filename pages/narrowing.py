"""Narrows a list by type, city, treaty, topic and language, says how many remain, and pages it.

A list is read twice: once as bare facts of every line, to count, and once as the lines of the
page shown. That is two queries, however long the list and however it is narrowed.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.utils.functional import Promise

PAGE_SIZE = 24
#: What counting needs to know of every line.
FACTS = (
    "pk",
    "kind",
    "mark",
    "language",
    "city__slug",
    "city__name",
    "city_title",
    "right_slugs",
    "theme_slugs",
)
ANY = "any"


@dataclass(frozen=True)
class Dimension:
    """One way to narrow a list: its name in the address, and which values a line has."""

    name: str
    label: str | Promise
    values: Callable[[dict], list[str]]
    words: Callable[[str], str]
    order: Callable[[str], object]
    usual: str = ""  # chosen where the address says nothing


@dataclass(frozen=True)
class Option:
    """A value that a list can be narrowed to, or is; ``url`` chooses it, or takes it back."""

    label: str
    url: str
    count: int
    is_chosen: bool
    value: str


@dataclass(frozen=True)
class Facet:
    """One way to narrow the list at hand, with what it would leave."""

    name: str
    label: str | Promise
    options: list[Option]


@dataclass(frozen=True)
class NarrowedList:
    """One page of a list, and every way to narrow it further."""

    facets: list[Facet]
    page: Page
    query: str  # the rest of the address, for the links to further pages
    total: int
    is_narrowed: bool
    start: str  # the address of the list as it is before anything is chosen

    def facet(self, name):
        return next(facet for facet in self.facets if facet.name == name)


def narrow(request, entries, dimensions, rows=None, kept=()):
    """One page of ``entries``, narrowed as the address asks.

    ``rows`` are ``FACTS`` of the lines in the order to show them, newest first when left out;
    ``kept`` names what else the address carries from page to page, such as ``q``.
    """
    if rows is None:
        rows = list(entries.newest_first().values(*FACTS))
    asked = _Asked(request, dimensions, kept)
    keys, counts = _count(rows, dimensions, asked.chosen)
    return NarrowedList(
        facets=[_facet(dimension, counts[dimension.name], asked) for dimension in dimensions],
        page=_page(entries, keys, request.GET.get("page")),
        query=asked.query(),
        total=len(keys),
        is_narrowed=asked.is_narrowed,
        start=asked.address(**asked.usual),
    )


class _Asked:
    """What the address asks for, and addresses that ask for a little more or less."""

    def __init__(self, request, dimensions, kept):
        self.path = request.path
        self.kept = {name: request.GET[name] for name in kept if request.GET.get(name)}
        self.usual = {dimension.name: dimension.usual for dimension in dimensions}
        asked = {name: request.GET.get(name, "")[:60] or self.usual[name] for name in self.usual}
        self.chosen = {name: "" if value == ANY else value for name, value in asked.items()}
        self.is_narrowed = any(
            value and value != self.usual[name] for name, value in self.chosen.items()
        )

    def address(self, **changes):
        parameters = self._parameters(self.chosen | changes)
        return f"{self.path}?{urlencode(parameters)}" if parameters else self.path

    def query(self):
        parameters = self._parameters(self.chosen)
        return f"{urlencode(parameters)}&" if parameters else ""

    def _parameters(self, chosen):
        said = {name: value or ANY for name, value in chosen.items() if value != self.usual[name]}
        return self.kept | said


def _count(rows, dimensions, chosen):
    """The keys of the lines that fit, and for each dimension how many fit each of its values.

    A dimension counts what would remain if another of its own values were chosen.
    """
    keys, counts = [], {dimension.name: Counter() for dimension in dimensions}
    for row in rows:
        values = {dimension.name: dimension.values(row) for dimension in dimensions}
        missed = [name for name, value in chosen.items() if value and value not in values[name]]
        if not missed:
            keys.append(row["pk"])
        for name in missed if len(missed) == 1 else () if missed else values:
            counts[name].update(set(values[name]))
    return keys, counts


def _facet(dimension, counts, asked):
    chosen = asked.chosen[dimension.name]
    values = set(counts) | ({chosen} if chosen else set())
    options = [
        Option(
            label=dimension.words(value),
            url=asked.address(**{dimension.name: "" if value == chosen else value}),
            count=counts[value],
            is_chosen=value == chosen,
            value=value,
        )
        for value in sorted(values, key=dimension.order)
    ]
    return Facet(dimension.name, dimension.label, options)


def _page(entries, keys, number):
    """A Page of whole lines; the nearest one there is, whatever number was asked for."""
    page = Paginator(keys, PAGE_SIZE).get_page(number)
    lines = entries.filter(pk__in=page.object_list).for_reading().in_bulk()
    page.object_list = [lines[key] for key in page.object_list if key in lines]
    return page
