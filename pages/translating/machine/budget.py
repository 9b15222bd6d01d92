"""How much of a group’s text services may be sent in a month: taken before it is sent."""

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import F
from django.db.models.functions import Greatest
from django.utils import timezone

from campaigns.places.models import LocalGroup

from ...models import MachineUse


def limit_of(city):
    """Signs a month for a City, or for the alliance’s own pages (None)."""
    if city is None:
        return settings.MACHINE_CHARACTERS_A_MONTH_FOR_THE_ALLIANCE
    of_group = LocalGroup.objects.filter(city=city, archived_on=None, suspended_on=None)
    return of_group.values_list("machine_characters_a_month", flat=True).first() or 0


def used_by(city):
    """Signs sent so far this month."""
    found = MachineUse.objects.filter(city=city, month=_this_month())
    return found.values_list("characters", flat=True).first() or 0


def held_by(draft):
    """Signs that a MachineDraft (or None) holds whose worker is gone: given back when it goes on."""
    is_of_now = draft and draft.has_stopped and draft.use and draft.use.month == _this_month()
    return draft.reserved if is_of_now else 0


def reserve(city, characters):
    """Take so many signs from what is left this month: the MachineUse, or None when too few are.

    One conditional change in the database, so that two jobs at once cannot take the same.
    """
    room = limit_of(city) - characters
    if room < 0:
        return None
    use = _use_of(city)
    taken = MachineUse.objects.filter(pk=use.pk, characters__lte=room)
    return use if taken.update(characters=F("characters") + characters) else None


def give_back(use, characters):
    """What was taken and not used; ``use`` as ``reserve`` gave it, or its id."""
    left = Greatest(F("characters") - characters, 0)
    MachineUse.objects.filter(pk=getattr(use, "pk", use)).update(characters=left)


def _use_of(city):
    found = MachineUse.objects.filter(city=city, month=_this_month())
    if use := found.first():
        return use
    try:
        with transaction.atomic():
            return MachineUse.objects.create(city=city, month=_this_month())
    except IntegrityError:  # somebody else began the month just now
        return found.get()


def _this_month():
    return timezone.localdate().replace(day=1)
