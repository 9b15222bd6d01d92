"""Who may do what, where, in which language: computed here and asked here, nowhere else.

Memberships are the only source. ``sync`` turns them into Wagtail’s permissions, which the
editor’s own screens ask; the questions below answer the rest.
"""

from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth import get_user_model
from wagtail.models import Page
from wagtail.permissions import policy_registry

from .models import City, Membership, Role

#: Roles that may open what people told a group.
VAULT_ROLES = {Role.EDITOR, Role.SAFETY_REVIEWER}
#: Roles that may rest a story on a testimony, and so see its reference and its consent.
STORY_ROLES = VAULT_ROLES | {Role.WRITER}
#: Roles that may change the words of every page of a city.
WORDS_ROLES = {Role.WRITER, Role.EDITOR, Role.TRANSLATOR, Role.COORDINATOR}


@dataclass(frozen=True)
class Plot:
    """A node of the page tree at which rights begin, told by whoever knows the pages.

    ``city_id`` is None for what belongs to the whole alliance. Rights reach everything below.
    """

    page_id: int
    language: str
    city_id: int | None = None
    is_newsroom: bool = False


def memberships_of(user, roles=None):
    """What this person may do, as Memberships; nobody and the locked out may do nothing."""
    if not (user and user.is_authenticated and user.is_active):
        return Membership.objects.none()
    mine = Membership.objects.in_force().filter(user=user).select_related("local_group")
    return mine.filter(role__in=roles) if roles else mine


def cities_of(user, roles=None):
    """The cities a person works for, in any of these roles; every city for administrators."""
    if is_administrator(user):
        return City.objects.real()
    mine = memberships_of(user, roles)
    if mine.filter(local_group=None).exists():
        return City.objects.real()
    return City.objects.filter(local_group__memberships__in=mine).distinct()


def vault_cities_of(user):
    """The cities whose testimony a person may open."""
    return cities_of(user, VAULT_ROLES)


def story_cities_of(user):
    """The cities on whose testimony a person may rest a story."""
    return cities_of(user, STORY_ROLES)


def languages_of(user, city):
    """Codes of the languages in which a person may change this city’s words.

    ``city`` is None for the pages of the whole alliance.
    """
    return languages_by_city(user, [city])[city]


def languages_by_city(user, cities):
    """The same for many cities, as ``{city: codes}`` (one query)."""
    everything = {code for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES}
    if is_administrator(user):
        return dict.fromkeys(cities, everything)
    memberships = list(memberships_of(user, WORDS_ROLES))
    return {city: _languages_in(city, memberships, everything) for city in cities}


def _languages_in(city, memberships, everything):
    languages = set()
    for membership in memberships:
        if _reaches(membership, city):
            languages |= {membership.language} if membership.language else everything
    return languages & everything


def may_explore(user, page):
    """Whether this page lies in a part of the tree where the person has any right at all."""
    if is_administrator(user):
        return True
    policy = policy_registry.get_by_type(Page)
    return any(
        page.path.startswith(right.page.path)
        for right in policy.get_cached_permissions_for_user(user)
    )


def may_edit(user, page):
    """Whether a person may change this page, as its editing screen will answer."""
    return page.permissions_for_user(user).can_edit()


def may_publish(user, page):
    """Whether a person may put this page before readers."""
    return page.permissions_for_user(user).can_publish()


def may_translate(user, page, language):
    """Whether a person may turn this page into ``language`` (a code), present there or not.

    ``page`` is specific and says its ``city`` (None for the alliance), as pages of ours do.
    """
    return language in languages_of(user, page.city)


def must_sign_in_in_two_steps(user):
    """Whether a password alone does not let this person in.

    Always so for whoever may open testimony and for administrators; for further roles where the
    site says so; for nobody where the site only offers it, which it may on one machine alone.
    """
    if settings.TWO_STEP_SIGN_IN == "offered":
        return False
    roles = VAULT_ROLES | set(settings.TWO_STEP_ROLES)
    return is_administrator(user) or memberships_of(user, roles).exists()


def is_administrator(user):
    return bool(user and user.is_active and user.is_superuser)


def colleagues_of(user):
    """Users whose names a person may read: those who share a group, and administrators."""
    users = get_user_model().objects
    if is_administrator(user):
        return users.all()
    cities = cities_of(user)
    near = users.filter(memberships__local_group__city__in=cities)
    across = users.filter(memberships__local_group=None, memberships__isnull=False)
    return (near | across | users.filter(is_superuser=True)).distinct()


def _reaches(membership, city):
    if membership.local_group is None:
        return True
    return city is not None and membership.local_group.city_id == city.pk
