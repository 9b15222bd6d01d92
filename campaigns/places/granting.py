"""Turns memberships into Wagtail’s groups and permissions, again and again, always the same."""

from collections import defaultdict
from dataclasses import dataclass, field

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.db import transaction
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission

from .models import LocalGroup, Membership, Role
from .rights import VAULT_ROLES

#: Names of groups that are computed here and changed nowhere else begin with this.
PREFIX = "role/"

PAGE_ACTIONS = {
    Role.WRITER: ("add", "change"),
    Role.TRANSLATOR: ("change",),
    Role.SAFETY_REVIEWER: ("change",),
    Role.EDITOR: ("add", "change", "publish"),
    Role.PRESS_OFFICER: ("add", "change", "publish"),
    Role.COORDINATOR: ("add", "change", "publish"),
}
FILE_ACTIONS = {
    Role.WRITER: ("add", "choose"),
    Role.TRANSLATOR: (),
    Role.SAFETY_REVIEWER: ("choose",),
    Role.EDITOR: ("add", "change", "choose"),
    Role.PRESS_OFFICER: ("add", "choose"),
    Role.COORDINATOR: ("add", "change", "choose"),
}


@dataclass
class Grant:
    """What one role in one place comes to: its people, its nodes, its collections."""

    people: set = field(default_factory=set)  # user ids
    pages: set = field(default_factory=set)  # (page id, codename)
    files: set = field(default_factory=set)  # (collection id, app label, codename)


@dataclass(frozen=True, order=True)
class Change:
    """One thing that differed from what the memberships say."""

    verb: str  # "add" or "remove"
    group: str
    what: str  # "group", "person", "page" or "files"
    key: tuple = ()

    def __str__(self):
        return " ".join([self.verb, self.group, self.what, *map(str, self.key)])


def sync(plots, dry_run=False):
    """Make groups and permissions say what the memberships say; returns the Changes.

    ``plots`` are the nodes of the page tree (see rights.Plot). Nothing outside the groups
    whose names begin with PREFIX is touched. ``dry_run`` only tells.
    """
    with transaction.atomic():
        wanted, found = _wanted(list(plots), private_collections()), _found()
        changes = sorted(_differences(wanted, found))
        if not dry_run:
            _apply(changes)
    return changes


def rename_groups(old, new):
    """Give the groups of a city its new address; they stay the same groups, with their tasks."""
    for group in Group.objects.filter(name__startswith=f"{PREFIX}{old}/"):
        group.name = f"{PREFIX}{new}/{group.name.removeprefix(f'{PREFIX}{old}/')}"
        group.save(update_fields=["name"])


def private_collections():
    """``{city id: collection id}`` of the collections that a right on what is above does not reach."""
    groups = LocalGroup.objects.filter(private_collection__isnull=False)
    return dict(groups.values_list("city_id", "private_collection_id"))


def _wanted(plots, private):
    grants = defaultdict(Grant)
    for membership in Membership.objects.in_force().select_related("local_group__city"):
        grant = grants[_group_name(membership)]
        if not grant.people:
            grant.pages = _pages(membership, plots)
            grant.files = _files(membership, private)
        grant.people.add((membership.user_id,))
    return grants


def _group_name(membership):
    group = membership.local_group
    place = group.city.slug if group else "alliance"
    parts = [place, membership.role, membership.language]
    return PREFIX + "/".join(part for part in parts if part)


def _pages(membership, plots):
    actions = PAGE_ACTIONS[membership.role]
    mine = [plot for plot in plots if _covers(membership, plot)]
    return {(plot.page_id, f"{action}_page") for plot in mine for action in actions}


def _covers(membership, plot):
    is_press = membership.role == Role.PRESS_OFFICER
    if plot.is_newsroom != is_press:
        return False
    if membership.language and membership.language != plot.language:
        return False
    if membership.local_group:
        return membership.local_group.city_id == plot.city_id
    return is_press or plot.city_id is None  # below the front door everything is covered


def _files(membership, private):
    return {
        (collection_id, model._meta.app_label, f"{action}_{model._meta.model_name}")
        for collection_id in _collections(membership, private)
        for model in (get_image_model(), get_document_model())
        for action in FILE_ACTIONS[membership.role]
    }


def _collections(membership, private):
    """Where a right on files begins; what is private is named for those who open testimony."""
    group = membership.local_group
    collections = {group.collection_id if group else Collection.get_first_root_node().pk}
    if membership.role in VAULT_ROLES:
        collections |= {private.get(group.city_id)} if group else set(private.values())
    return collections - {None}


def _found():
    groups = Group.objects.filter(name__startswith=PREFIX)
    grants = {name: Grant() for name in groups.values_list("name", flat=True)}
    for name, user in groups.filter(user__isnull=False).values_list("name", "user"):
        grants[name].people.add((user,))
    rows = GroupPagePermission.objects.filter(group__in=groups)
    for name, *key in rows.values_list("group__name", "page_id", "permission__codename"):
        grants[name].pages.add(tuple(key))
    rows = GroupCollectionPermission.objects.filter(group__in=groups)
    label, codename = "permission__content_type__app_label", "permission__codename"
    for name, *key in rows.values_list("group__name", "collection_id", label, codename):
        grants[name].files.add(tuple(key))
    return grants


def _differences(wanted, found):
    for name in found.keys() - wanted.keys():
        yield Change("remove", name, "group")
    for name, grant in wanted.items():
        if name not in found:
            yield Change("add", name, "group")
        before = found.get(name, Grant())
        for what, attribute in (("person", "people"), ("page", "pages"), ("files", "files")):
            now, then = getattr(grant, attribute), getattr(before, attribute)
            yield from (Change("add", name, what, key) for key in now - then)
            yield from (Change("remove", name, what, key) for key in then - now)


def _apply(changes):
    if not changes:
        return
    _apply_to_groups([change for change in changes if change.what == "group"])
    groups = dict(Group.objects.filter(name__startswith=PREFIX).values_list("name", "pk"))
    permissions = _permissions()
    for what, model, fields in _ROWS:
        mine = [change for change in changes if change.what == what]
        rows = [(c.verb, fields(groups[c.group], permissions, *c.key)) for c in mine]
        model.objects.bulk_create(model(**row) for verb, row in rows if verb == "add")
        for row in (row for verb, row in rows if verb == "remove"):
            model.objects.filter(**row).delete()


def _apply_to_groups(changes):
    Group.objects.filter(name__in=[c.group for c in changes if c.verb == "remove"]).delete()
    enter = Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin")
    for change in changes:
        if change.verb == "add":
            Group.objects.create(name=change.group).permissions.add(enter)


def _permissions():
    """Ids of every page and file permission by (app label, codename)."""
    labels = {
        "wagtailcore",
        get_image_model()._meta.app_label,
        get_document_model()._meta.app_label,
    }
    rows = Permission.objects.filter(content_type__app_label__in=labels)
    return {
        (label, codename): pk
        for label, codename, pk in rows.values_list("content_type__app_label", "codename", "pk")
    }


def _person_row(group, permissions, user):
    return {"group_id": group, "user_id": user}


def _page_row(group, permissions, page, codename):
    permission = permissions["wagtailcore", codename]
    return {"group_id": group, "page_id": page, "permission_id": permission}


def _files_row(group, permissions, collection, label, codename):
    permission = permissions[label, codename]
    return {"group_id": group, "collection_id": collection, "permission_id": permission}


_ROWS = (
    ("person", get_user_model().groups.through, _person_row),
    ("page", GroupPagePermission, _page_row),
    ("files", GroupCollectionPermission, _files_row),
)
