"""How much there is to translate, for a person’s home."""

from collections import Counter

from django.db.models import Count

from .look import Look


def counts_for(reach):
    """How many texts the desk shows as something to do, ``{(city’s name or "", code): number}``.

    ``reach`` is a campaigns.places.rights.Reach. One query, and no page is read.
    """
    look, codes = Look(None, reach), sorted(reach.languages())
    if not codes:
        return {}
    numbers = {f"n{n}": Count("pk", filter=look.something_to_do(c)) for n, c in enumerate(codes)}
    rows = look.rows().order_by().values_list("city_id", "city__name").annotate(**numbers)
    counts = Counter()  # two cities may have one name
    for _city_id, city, *found in rows:
        for code, number in zip(codes, found, strict=True):
            counts[city or "", code] += number
    return +counts
