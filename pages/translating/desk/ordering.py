"""Says of many texts at once how important they are."""

from ...models import Original
from .rows import with_what_decides


def chosen_from(look, ids):
    """Those of these texts (ids as they were sent) that the person may know of."""
    ids = [int(pk) for pk in ids if pk.isdecimal() and len(pk) < 12]
    return list(with_what_decides(look.rows().filter(pk__in=ids)))


def set_importance(look, originals, importance):
    """Keep the importance of those that the person may write; returns how many those are."""
    mine = [original.pk for original in originals if look.may_order(original)]
    Original.objects.filter(pk__in=mine).update(importance=importance)
    return len(mine)
