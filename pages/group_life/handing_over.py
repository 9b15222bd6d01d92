"""A group changes hands: who leaves, and who takes over which role, all at once or not at all."""

from dataclasses import dataclass

from django.db import transaction
from django.db.models import Q
from wagtail.log_actions import log
from wagtail.models import Page

from campaigns.places import life_log
from campaigns.places.models import Membership, Role

from ..models import CityProfilePage


@dataclass(frozen=True)
class Handover:
    """One role that ends, and who has it next (None: nobody)."""

    membership: Membership
    successor: object = None

    @property
    def role(self):
        """The role in a word, without what it may do."""
        return short_role(self.membership.role)


def short_role(role):
    """“Editor”, out of “Editor: writes, publishes …”."""
    return str(Role(role).label).partition(":")[0]


def hand_over(group, handovers, user):
    """Pass the roles on; whoever has none left in the group gives back the pages they locked."""
    with transaction.atomic():
        before = {handover.membership.user_id for handover in handovers}
        lines = [_line(handover) for handover in handovers]
        for handover in handovers:
            _pass_on(handover)
        staying = group.memberships.values_list("user_id", flat=True)
        unlock(group, before - set(staying), user)
        log(instance=group, action=life_log.HAND_OVER, user=user, data={"lines": lines})


def left_without(group, handovers):
    """Roles that nobody in the group has any more afterwards, in words."""
    ending = {handover.membership.pk for handover in handovers}
    staying = set(group.memberships.exclude(pk__in=ending).values_list("role", flat=True))
    taken = {handover.membership.role for handover in handovers if handover.successor}
    lost = {handover.membership.role for handover in handovers} - staying - taken
    return [short_role(role) for role in Role if role in lost]


def locked_by(group, people):
    """Pages of the group, in every language, that these people keep locked."""
    paths = CityProfilePage.objects.filter(place=group.city_id).values_list("path", flat=True)
    below = Q(pk=None)
    for path in paths:
        below |= Q(path__startswith=path)
    return Page.objects.filter(below, locked=True, locked_by__in=people)


def unlock(group, people, user):
    for page in locked_by(group, people):
        page.locked, page.locked_by, page.locked_at = False, None, None
        page.save(clean=False, update_fields=["locked", "locked_by", "locked_at"])
        log(instance=page.specific, action="wagtail.unlock", user=user)


def _pass_on(handover):
    membership, successor = handover.membership, handover.successor
    if successor is None or _has_it(successor, membership):
        membership.delete()
        return
    membership.user = successor
    membership.save()


def _has_it(person, membership):
    same = {name: getattr(membership, name) for name in ("local_group", "role", "language")}
    return Membership.objects.filter(user=person, **same).exists()


def _line(handover):
    successor = handover.successor
    return {
        "role": handover.role,
        "from": str(handover.membership.user),
        "to": str(successor) if successor else "",
    }
