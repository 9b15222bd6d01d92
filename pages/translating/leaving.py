"""Whoever may no longer write a language has nothing to translate in it: others may take it."""

from django.contrib.auth import get_user_model
from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from campaigns.places.models import Membership
from campaigns.places.rights import WORDS_ROLES

from ..models import TranslationRequest


@receiver([post_save, post_delete], sender=Membership, dispatch_uid="pages-requests-of-members")
def follow_membership(raw=False, **kwargs):
    if not raw:
        transaction.on_commit(give_back, robust=True)


@receiver(post_save, sender=get_user_model(), dispatch_uid="pages-requests-of-people")
def follow_person(instance, raw=False, update_fields=None, **kwargs):
    if not raw and not instance.is_active and (not update_fields or "is_active" in update_fields):
        transaction.on_commit(give_back, robust=True)


def give_back():
    """Make nobody’s what is taken by people who may not write it; returns how many requests.

    A group that only rests keeps its people and their work. Two queries, and one for each request.
    """
    taken = TranslationRequest.objects.open().filter(person__isnull=False)
    taken = list(taken.select_related("original", "person"))
    places = _places_of({request.person_id for request in taken})
    left = [request for request in taken if not _may_go_on(request, places)]
    for request in left:
        request.person = request.taken_at = None
        request.save(update_fields=["person", "taken_at"])
    return len(left)


def _places_of(people):
    """(user id, city id or None for every city, language or "" for all) of their roles."""
    roles = Membership.objects.filter(user__in=people, role__in=WORDS_ROLES)
    return set(roles.values_list("user", "local_group__city", "language")) if people else set()


def _may_go_on(request, places):
    person, city, language = request.person_id, request.original.city_id, request.language
    if not request.person.is_active or request.person.is_superuser:
        return request.person.is_active
    return any((person, place, code) in places for place in (city, None) for code in (language, ""))
