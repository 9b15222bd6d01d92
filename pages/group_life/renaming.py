"""A city or its group takes another name or address; every page and every old address follows."""

from django.db import transaction
from wagtail.contrib.redirects.models import Redirect
from wagtail.log_actions import log
from wagtail.models import Page

from campaigns.places import life_log
from campaigns.places.granting import rename_groups
from campaigns.places.models import City

from ..models import CityProfilePage


def address_is_taken(slug, city=None):
    """Whether another city has this address, or had it once and is still found by it."""
    if City.objects.exclude(pk=city and city.pk).filter(slug=slug).exists():
        return True
    mine = CityProfilePage.objects.filter(place=city).values("pk") if city else []
    leading = Redirect.objects.filter(old_path__endswith=f"/cities/{slug}")
    return leading.exclude(redirect_page__in=mine).exists()


def rename(group, name, group_name, slug, user):
    """Give the city, its group and its address new names, all at once.

    The pages of the city, in every language, move to the new address and leave a redirect.
    """
    city = group.city
    told = {"old": city.name, "old_slug": city.slug, "new": name, "new_slug": slug}
    with transaction.atomic():
        if slug != city.slug:
            rename_groups(city.slug, slug)
        _rename_collections(group, city.name, name)
        city.name, city.slug = name, slug
        city.save()
        group.name = group_name
        group.save()
        _move_profiles(city)
        log(instance=group, action=life_log.RENAME, user=user, data=told)


def pages_that_move(city):
    """How many public pages have another address after their city has."""
    paths = CityProfilePage.objects.filter(place=city).values_list("path", flat=True)
    return sum(Page.objects.filter(path__startswith=path, live=True).count() for path in paths)


def _move_profiles(city):
    for profile in CityProfilePage.objects.filter(place=city).exclude(slug=city.slug):
        profile.slug = city.slug
        profile.save(clean=False)


def _rename_collections(group, old, new):
    if group.collection is None or old == new:
        return
    for collection in group.collection.get_descendants(inclusive=True):
        if old in collection.name:
            collection.name = collection.name.replace(old, new)
            collection.save()
