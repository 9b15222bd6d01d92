"""Who may do what, where, in which language: computed here and asked here, nowhere else.

Memberships are the only source. ``sync`` turns them into Wagtail’s permissions, which the
editor’s own screens ask; the questions below answer the rest.
"""

from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db.models import Exists, OuterRef, Q
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
    everywhere = Exists(mine.filter(local_group=None))
    near = Exists(mine.filter(local_group__city=OuterRef("pk")))
    return City.objects.real().filter(everywhere | near)


def vault_cities_of(user):
    """The cities whose testimony a person may open; of a group that is over, administrators only.

    They still write down that a teller takes a story back.
    """
    cities = cities_of(user, VAULT_ROLES)
    if is_administrator(user):
        return cities
    return cities.exclude(local_group__archived_on__isnull=False)


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


def may_below(user, path, action):
    """Whether a person may do this (“add”, “change”, “publish”) to pages below a path of the tree.

    Asks the database once for each person, however many paths.
    """
    begins = paths_of(user, action)
    return begins is None or any(path.startswith(begin) for begin in begins)


def paths_of(user, action=None):
    """The paths at which a person’s right to this (or any right, without action) begins.

    None for administrators: their rights begin nowhere and reach everything.
    """
    if is_administrator(user):
        return None
    rights = policy_registry.get_by_type(Page).get_cached_permissions_for_user(user)
    paths = {r.page.path for r in rights if action in (None, r.permission.codename[:-5])}
    return sorted(p for p in paths if not any(p != o and p.startswith(o) for o in paths))


def may_edit(user, page):
    """Whether a person may change this page, as its editing screen will answer."""
    return page.permissions_for_user(user).can_edit()


def may_publish(user, page):
    """Whether a person may put this page before readers."""
    return page.permissions_for_user(user).can_publish()


def may_approve(user, city, roles):
    """Whether one of these roles lets a person approve what others wrote for this city.

    ``city`` is None for what belongs to the whole alliance.
    """
    return approval_rights_of(user)(city.pk if city else None, roles)


def approval_rights_of(user):
    """The same for many pages at once: a function of a city’s id and roles (one query).

    Administrators may stand in for any role, so that a group of one is never stuck.
    """
    if is_administrator(user):
        return lambda city_id, roles: True
    held = [
        (membership.role, membership.local_group and membership.local_group.city_id)
        for membership in memberships_of(user)
    ]
    return lambda city_id, roles: any(
        role in roles and place in (None, city_id) for role, place in held
    )


def approvers_for(city, roles):
    """Everybody whom ``may_approve`` lets approve, as users."""
    here = Q(local_group=None)
    if city:
        here |= Q(local_group__city=city)
    members = Membership.objects.in_force().filter(here, role__in=roles).values("user")
    return get_user_model().objects.filter(Q(pk__in=members) | Q(is_superuser=True), is_active=True)


def may_translate(user, page, language):
    """Whether a person may turn this page into ``language`` (a code), present there or not.

    ``page`` is specific and says its ``city`` (None for the alliance), as pages of ours do.
    """
    return language in languages_of(user, page.city)


def translators_for(city, language):
    """Everybody who may change a city’s words in a language (a code), as users.

    ``city`` is None for what belongs to the whole alliance.
    """
    members = wordsmiths(city.pk if city else None, language).values("user")
    return get_user_model().objects.filter(Q(pk__in=members) | Q(is_superuser=True), is_active=True)


def writers_for(city_ids):
    """Everybody who may change the words of one of these cities in some language, as users."""
    here = Q(local_group=None) | Q(local_group__city__in=city_ids - {None})
    members = Membership.objects.in_force().filter(here, role__in=WORDS_ROLES).values("user")
    return get_user_model().objects.filter(Q(pk__in=members) | Q(is_superuser=True), is_active=True)


def wordsmiths(city, language):
    """Memberships in force that let somebody change words; both may be an OuterRef to an id and a code."""
    members = Membership.objects.in_force().filter(role__in=WORDS_ROLES)
    here = Q(local_group=None)
    if city is not None:
        here |= Q(local_group__city=city)
    return members.filter(here, Q(language="") | Q(language=language))


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


class Reach:
    """How far one person’s roles reach: every answer from one question to the database."""

    def __init__(self, user):
        self.is_administrator = is_administrator(user)
        mine = memberships_of(user).select_related("local_group__city")
        self.memberships = [] if self.is_administrator else list(mine)

    def groups(self):
        """The local groups that the person belongs to, each once, by name."""
        groups = {m.local_group_id: m.local_group for m in self.memberships if m.local_group}
        return sorted(groups.values(), key=lambda group: group.name)

    def has_role(self, roles, city_id=None):
        """Whether the person has one of these roles, anywhere or for one city."""
        return self.is_administrator or any(
            city_id is None or _reaches_id(membership, city_id)
            for membership in self.memberships
            if membership.role in roles
        )

    def city_ids(self, roles):
        """Ids of the cities for which the person has one of these roles; None means every city."""
        mine = [membership for membership in self.memberships if membership.role in roles]
        if self.is_administrator or any(membership.local_group is None for membership in mine):
            return None
        return {membership.local_group.city_id for membership in mine}

    def languages(self):
        """Codes of all languages in which the person may change some words."""
        ids = {m.local_group and m.local_group.city_id for m in self.memberships} or {None}
        return set().union(*(self.languages_in(city_id) for city_id in ids))

    def words(self, city, language):
        """A condition on records whose words the person may change.

        ``city`` and ``language`` are the names of their fields: “original__city”, “language”.
        """
        if self.is_administrator:
            return Q()
        reached = Q(pk__in=[])
        for membership in self.memberships:
            if membership.role in WORDS_ROLES:
                group = membership.local_group
                here = Q(**{city: group.city_id}) if group else ~Q(pk__in=[])
                one = Q(**{language: membership.language}) if membership.language else Q()
                reached |= here & one
        return reached

    def languages_in(self, city_id):
        """Codes of the languages in which the person may change a city’s words; None: the alliance’s."""
        everything = {code for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES}
        if self.is_administrator:
            return everything
        words = [m for m in self.memberships if m.role in WORDS_ROLES and _reaches_id(m, city_id)]
        return everything if any(not m.language for m in words) else {m.language for m in words}


def _reaches(membership, city):
    return _reaches_id(membership, city and city.pk)


def _reaches_id(membership, city_id):
    if membership.local_group is None:
        return True
    return city_id is not None and membership.local_group.city_id == city_id
