"""What one person has taken, may take, asked for and finished lately."""

from datetime import timedelta

from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone

from campaigns.collect.publishable import consent_is_live
from campaigns.places.rights import Reach, is_administrator, wordsmiths

from ..models import Stage, TestimonyStoryPage, TranslationRequest, TranslationState
from .desk.shown import is_at_work

#: How far back “lately” reaches.
LATELY = timedelta(days=30)
#: A day so near is told as pressing.
SOON = timedelta(days=7)


def free():
    """Open requests that nobody holds: not taken, or by somebody who may not work on it now."""
    return TranslationRequest.objects.open().exclude(Q(pk__in=_held().values("pk")))


def held_by(user):
    """Open requests that this person has taken and may work on."""
    return _held().filter(person=user)


def in_review():
    """A condition on requests: what was asked for lies with those who approve it."""
    states = TranslationState.objects.filter(
        original=OuterRef("original"), language=OuterRef("language"), stage=Stage.IN_REVIEW
    )
    return Q(Exists(states))


def _held():
    may = wordsmiths(OuterRef("original__city"), OuterRef("language")).filter(
        user=OuterRef("person")
    )
    may_work = Q(Exists(may)) & is_at_work("original__city")
    taken = TranslationRequest.objects.open().filter(person__is_active=True)
    return taken.filter(may_work | Q(person__is_superuser=True))


def mine(user):
    """What this person has taken and may work on now, due first."""
    return in_order(shown(held_by(user)).exclude(in_review()))


def in_review_of(user):
    """What this person has taken and somebody else reads now before readers do, due first."""
    return in_order(shown(held_by(user)).filter(in_review()))


def free_for(user, reach=None):
    """What this person may take, due first; not what they asked others for, nor what they hold.

    ``reach`` is the person’s campaigns.places.rights.Reach where that is known already.
    """
    return takeable_by(user, reach).exclude(asked_by=user)


def takeable_by(user, reach=None):
    """The same with what they asked others for. Nobody but administrators works for a group away."""
    reached = (reach or Reach(user)).words("original__city", "language")
    if not is_administrator(user):
        reached &= is_at_work("original__city")
    return in_order(shown(free()).filter(reached).exclude(in_review()))


def asked_by(user):
    """What this person asked for and others have not done yet.

    ``is_free`` says whether nobody holds it, ``is_in_review`` whether it waits for approval.
    """
    open_ones = shown(TranslationRequest.objects.open()).filter(asked_by=user)
    is_free = Exists(free().filter(pk=OuterRef("pk")))
    told = {"is_free": is_free, "is_in_review": in_review()}
    return in_order(open_ones.exclude(person=user).annotate(**told))


def of_concern_to(user, since):
    """What they have to do, and what came of what they asked for since a moment: read, or held up.

    Each says by ``is_given`` whether it is theirs to do (one query).
    """
    done = Q(closed_at__gte=since, person__isnull=False) & ~Q(person=user)
    held_up = Q(closed_at=None) & ~Q(trouble="")
    is_given = Exists(held_by(user).exclude(in_review()).filter(pk=OuterRef("pk")))
    found = TranslationRequest.objects.annotate(is_given=is_given)
    return shown(found.filter(Q(is_given=True) | (done | held_up) & Q(asked_by=user)))


def finished_by(user):
    """What readers got from this person lately, the latest first."""
    since = timezone.now() - LATELY
    done = TranslationRequest.objects.filter(person=user, closed_at__gte=since)
    return shown(done).order_by("-closed_at", "-pk")


def shown(requests):
    """No text of a city that only shows how one begins, and none to which its teller does not agree."""
    withheld = TestimonyStoryPage.objects.exclude(consent_is_live())
    hidden = requests.filter(original__city__is_template=True)
    return (
        requests.exclude(pk__in=hidden.values("pk"))
        .exclude(original__page__in=withheld.values("pk"))
        .select_related("original__city", "asked_by", "person")
    )


def in_order(requests):
    return requests.order_by(
        F("due_on").asc(nulls_last=True), "original__importance", "asked_at", "pk"
    )
