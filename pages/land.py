"""Tells ``places`` where in the page tree rights begin, and when to compute them again."""

from contextlib import contextmanager
from contextvars import ContextVar

from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from campaigns.places.granting import sync
from campaigns.places.models import LocalGroup, Membership
from campaigns.places.rights import Plot

from .models import CityProfilePage, HomePage, NewsroomPage


def plots():
    """Every front door, city profile and newsroom, in every language, as Plots."""
    city_at = {}
    for profile in CityProfilePage.objects.select_related("locale"):
        city_at[profile.path] = profile.place_id
        yield Plot(profile.pk, profile.locale.language_code, profile.place_id)
    for front in HomePage.objects.select_related("locale"):
        yield Plot(front.pk, front.locale.language_code)
    for room in NewsroomPage.objects.select_related("locale"):
        city = city_at.get(room.path[: -room.steplen])
        yield Plot(room.pk, room.locale.language_code, city, is_newsroom=True)


def sync_rights(dry_run=False):
    """Make Wagtail’s permissions say what the memberships say; returns the Changes."""
    return sync(plots(), dry_run=dry_run)


_waits = ContextVar("rights wait", default=False)


@contextmanager
def rights_at_the_end():
    """Compute rights once, after everything in this block was kept, not for every row of it.

    All of it is kept, or nothing.
    """
    with transaction.atomic():
        token = _waits.set(True)
        try:
            yield
        finally:
            _waits.reset(token)
        if not _waits.get():  # else a block around this one does it
            sync_rights()


@receiver([post_save, post_delete], sender=Membership, dispatch_uid="pages-rights-of-member")
@receiver([post_save, post_delete], sender=LocalGroup, dispatch_uid="pages-rights-of-group")
@receiver(post_save, sender=CityProfilePage, dispatch_uid="pages-rights-in-city")
@receiver(post_save, sender=HomePage, dispatch_uid="pages-rights-in-language")
@receiver(post_save, sender=NewsroomPage, dispatch_uid="pages-rights-in-newsroom")
def follow(sender, raw=False, update_fields=None, **kwargs):
    """A right begins and ends with its membership, and reaches a new page at once."""
    if not (
        raw or update_fields or _waits.get()
    ):  # a draft saved beside a live page moves no right
        sync_rights()
