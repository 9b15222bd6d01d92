"""How many readers said that they need a page in their language: a number, and nothing of them."""

from datetime import date
from uuid import UUID

from django.core.cache import cache
from django.db import IntegrityError, transaction
from django.db.models import F, Sum
from django.utils import timezone

from ..models import LanguageWish

MONTHS = 12
#: More than so many in an hour, for one page in one language or for all, are one machine’s.
MOST_AN_HOUR = 30
MOST_AN_HOUR_IN_ALL = 600
#: More are not counted in a month even where the cache is down and forgets the hour.
MOST_A_MONTH = 2000


def demand_for(originals):
    """How often readers asked for these texts in the last twelve months (one query).

    ``{(key of an Original, language code): number}``; nothing is in it that nobody asked for.
    """
    keys = {original.key for original in originals if _is_uuid(original.key)}
    if not keys:
        return {}
    wishes = LanguageWish.objects.filter(translation_key__in=keys, month__gte=first_month())
    rows = wishes.order_by().values_list("translation_key", "language").annotate(Sum("count"))
    return {(str(key), language): number for key, language, number in rows}


def count_wish(translation_key, language):
    """Count one reader; says whether it was counted, which it is not beyond any of the limits."""
    forget_old_wishes()
    if not _fits_the_hour(f"{translation_key}-{language}"):
        return False
    return _add_one(translation_key, language, timezone.localdate().replace(day=1))


def forget_old_wishes():
    LanguageWish.objects.filter(month__lt=first_month()).delete()


def first_month():
    """The first of the twelve months that count, this one included, as its first day."""
    today = timezone.localdate()
    year, month = divmod(today.year * 12 + today.month - MONTHS, 12)
    return date(year, month + 1, 1)


def _add_one(translation_key, language, month):
    told = {"translation_key": translation_key, "language": language, "month": month}
    kept = LanguageWish.objects.filter(**told)
    if kept.filter(count__lt=MOST_A_MONTH).update(count=F("count") + 1):
        return True
    if kept.exists():
        return False
    try:
        with transaction.atomic():
            LanguageWish.objects.create(**told, count=1)
    except IntegrityError:  # somebody else was first
        return bool(kept.filter(count__lt=MOST_A_MONTH).update(count=F("count") + 1))
    return True


def _fits_the_hour(wish):
    """The cache counts wishes of an hour, by page and language and in all: no address, no name."""
    hour = timezone.now().strftime("%Y%m%d%H")
    return (
        _number(f"wish-{hour}-{wish}") <= MOST_AN_HOUR
        and _number(f"wish-{hour}") <= MOST_AN_HOUR_IN_ALL
    )


def _number(key):
    cache.add(key, 0, timeout=3600)
    try:
        return cache.incr(key)
    except ValueError:  # it ended between the two
        return 1


def _is_uuid(key):
    try:
        return bool(UUID(key))
    except ValueError:
        return False
