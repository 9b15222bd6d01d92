"""What one person has taken, may take, asked for and finished lately."""

from datetime import timedelta

from django.db.models import F
from django.utils import timezone

from campaigns.places.rights import words_reached_by

from ..models import TestimonyStoryPage, TranslationRequest
from .requesting import free, held_by

#: How far back “lately” reaches.
LATELY = timedelta(days=30)
#: A day so near is told as pressing.
SOON = timedelta(days=7)


def mine(user):
    """What this person has taken and may work on, due first."""
    return in_order(shown(held_by(user)))


def free_for(user):
    """What this person may take, due first; nothing is listed that they hold already."""
    reached = words_reached_by(user, "original__city", "language")
    return in_order(shown(free()).filter(reached))


def asked_by(user):
    """What this person asked for and others have not done yet."""
    open_ones = shown(TranslationRequest.objects.open()).filter(asked_by=user)
    return in_order(open_ones.exclude(person=user))


def finished_by(user):
    """What readers got from this person lately, the latest first."""
    since = timezone.now() - LATELY
    done = TranslationRequest.objects.filter(person=user, closed_at__gte=since)
    return shown(done).order_by("-closed_at", "-pk")


def shown(requests):
    """No text of a city that only shows how one begins, and none that its teller took back."""
    taken_back = TestimonyStoryPage.objects.filter(testimony__consent__withdrawn_on__isnull=False)
    hidden = requests.filter(original__city__is_template=True)
    return (
        requests.exclude(pk__in=hidden.values("pk"))
        .exclude(original__page__in=taken_back.values("pk"))
        .select_related("original__city", "asked_by", "person")
    )


def in_order(requests):
    return requests.order_by(
        F("due_on").asc(nulls_last=True), "original__importance", "asked_at", "pk"
    )
