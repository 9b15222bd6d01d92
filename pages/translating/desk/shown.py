"""What of the desk anybody may see who works on translations; as conditions on Originals."""

from django.db.models import Exists, OuterRef, Q

from campaigns.collect.publishable import consent_is_live
from campaigns.places.models import LocalGroup

from ...models import TestimonyStoryPage, TranslationState
from ...querysets import restricted


def is_agreed_to():
    """No testimony in it, or its teller agrees: asked anew each time, of the consent itself."""
    agreed = TestimonyStoryPage.objects.filter(consent_is_live(), pk=OuterRef("page_id"))
    return Q(tells_testimony=False) | Q(Exists(agreed))


def is_before_readers():
    """Everybody can read it now."""
    is_live = Q(page=None) | Q(page__live=True)
    return Q(is_public=True) & is_live & ~restricted() & is_agreed_to()


def is_at_work(city="city"):
    """Its group neither rests nor is over; what belongs to the whole alliance always is.

    ``city`` is the name of the field, where the records are no Originals.
    """
    away = LocalGroup.objects.exclude(suspended_on=None, archived_on=None)
    return ~Q(**{f"{city}__in": away.values("city")})


def has_state(languages, stages=None):
    """Something was asked for or exists in one of these languages, in one of these stages."""
    found = TranslationState.objects.filter(original=OuterRef("pk"), language__in=languages)
    return Q(Exists(found.filter(stage__in=stages) if stages else found))
