"""Testimony is for the people of its own city; for everybody else it does not exist."""

from django.contrib.auth import get_user_model
from django.db.models import Q
from wagtail.permission_policies.base import BasePermissionPolicy

from campaigns.places.models import Membership
from campaigns.places.rights import VAULT_ROLES, vault_cities_of

from .models import Testimony

ACTIONS = {"view", "add", "change"}  # nobody deletes testimony by a click


def testimonies_of(user):
    """The testimony that a person may open, with its city and consent."""
    mine = Testimony.objects.for_cities(vault_cities_of(user))
    return mine.select_related("city", "consent")


class VaultPolicy(BasePermissionPolicy):
    """What Wagtail is told about testimony: everything hangs on its city."""

    def user_has_permission(self, user, action):
        return action in ACTIONS and vault_cities_of(user).exists()

    def user_has_permission_for_instance(self, user, action, instance):
        return action in ACTIONS and vault_cities_of(user).filter(pk=instance.city_id).exists()

    def instances_user_has_any_permission_for(self, user, actions):
        return testimonies_of(user) if ACTIONS & set(actions) else self.model.objects.none()

    def users_with_any_permission(self, actions):
        return self._people(Membership.objects.in_force(), actions)

    def users_with_any_permission_for_instance(self, actions, instance):
        here = Q(local_group=None) | Q(local_group__city=instance.city_id)
        return self._people(Membership.objects.in_force().filter(here), actions)

    def _people(self, memberships, actions):
        users = get_user_model().objects.filter(is_active=True)
        if not ACTIONS & set(actions):
            return users.none()
        trusted = memberships.filter(role__in=VAULT_ROLES).values("user")
        return users.filter(Q(is_superuser=True) | Q(pk__in=trusted)).distinct()
