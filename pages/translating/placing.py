"""To which city texts belong after a page moved with everything below it."""

from collections import defaultdict

from wagtail.models import Page

from ..models import CityProfilePage, Original


def place_below(page):
    """Write the city anew of every text below a page that moved: three questions, however many."""
    cities = dict(CityProfilePage.objects.values_list("path", "place_id"))
    found = Original.objects.filter(page__path__startswith=page.path)
    by_city = defaultdict(list)
    for pk, city_id, path in found.values_list("pk", "city_id", "page__path"):
        if (here := _city_at(path, cities)) != city_id:
            by_city[here].append(pk)
    for city_id, ids in by_city.items():
        Original.objects.filter(pk__in=ids).update(city_id=city_id)


def _city_at(path, cities):
    ends = range(len(path), 0, -Page.steplen)
    return next((cities[path[:end]] for end in ends if path[:end] in cities), None)
