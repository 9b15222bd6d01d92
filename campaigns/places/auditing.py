"""Says who may do what, where and in which language, and what differs from the roles."""

from dataclasses import dataclass

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.utils.translation import gettext as _

from .granting import PREFIX, sync
from .models import Membership
from .rights import VAULT_ROLES


@dataclass(frozen=True)
class Line:
    """What one person may do in one place."""

    person: str
    email: str
    role: str
    place: str
    languages: str  # codes, or a word for all of them
    opens_testimony: bool
    in_force: bool


def lines():
    """Everybody who may do anything, administrators first; two queries."""
    users = get_user_model().objects
    administrators = users.filter(is_superuser=True, is_active=True).order_by("username")
    yield from (_administrator(user) for user in administrators)
    memberships = Membership.objects.select_related("user", "local_group__city")
    in_force = set(memberships.in_force().values_list("pk", flat=True))
    order = ("local_group__city__name", "user__username", "role", "language")
    for membership in memberships.order_by(*order):
        yield _line(membership, membership.pk in in_force)


def deviations(plots):
    """What gives or withholds a right otherwise than the roles say, as sentences.

    ``plots`` are the nodes of the page tree (see rights.Plot).
    """
    for change in sync(plots, dry_run=True):
        yield _("Not as the roles say: %(change)s.") % {"change": change}
    people = get_user_model().objects.filter(is_active=True, is_superuser=False)
    for user in people.filter(user_permissions__isnull=False).distinct().order_by("username"):
        yield _("%(person)s holds rights of their own, beside any role.") % {"person": user}
    by_hand = Group.objects.exclude(name__startswith=PREFIX).prefetch_related("user_set")
    for group in by_hand.order_by("name"):
        for user in group.user_set.filter(is_active=True, is_superuser=False):
            sentence = _("%(person)s is in the group “%(group)s”, which no role makes.")
            yield sentence % {"person": user, "group": group.name}


def _administrator(user):
    return Line(
        person=str(user),
        email=user.email,
        role=_("Administrator: everything"),
        place=_("The whole alliance"),
        languages=_("all"),
        opens_testimony=True,
        in_force=True,
    )


def _line(membership, in_force):
    group = membership.local_group
    return Line(
        person=str(membership.user),
        email=membership.user.email,
        role=membership.get_role_display(),
        place=str(group.city) if group else _("The whole alliance"),
        languages=membership.language_name or _("all"),
        opens_testimony=membership.role in VAULT_ROLES,
        in_force=in_force,
    )
