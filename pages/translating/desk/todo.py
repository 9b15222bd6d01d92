"""How much there is to translate, for a person’s home."""

from collections import Counter

from django.db.models import Count, Q

from ...models import EntryKind
from .look import WORK, Look
from .shown import is_agreed_to, is_at_work, is_before_readers


def counts_for(reach):
    """How many texts the desk shows as something to do, ``{(city’s name or "", code): number}``.

    ``reach`` is a campaigns.places.rights.Reach. Two queries, and no page is read: of what readers
    see, whatever has no state in a language is missing there.
    """
    codes = sorted(reach.languages())
    if not codes:
        return {}
    look = Look(None, reach)
    rows = look.rows().filter(is_agreed_to(), is_at_work()).order_by()
    public = is_before_readers()
    if not reach.is_administrator:
        public &= ~Q(kind=EntryKind.HOME)
    counts = Counter()  # two cities may have one name
    for city_id, city, language, number in _by_language(rows.filter(public)):
        for code in set(codes) & look.languages_in(city_id) - {language}:
            counts[city or "", code] += number
    for city_id, city, code, known, begun in _begun(rows, public):
        if code in look.languages_in(city_id):
            counts[city or "", code] += begun - known
    return +counts


def _by_language(rows):
    found = rows.values_list("city_id", "city__name", "language")
    return found.annotate(number=Count("pk"))


def _begun(rows, public):
    """(city id, its name, code, how many public ones have a state, how many are to be done)."""
    found = rows.filter(states__isnull=False).values_list(
        "city_id", "city__name", "states__language"
    )
    return found.annotate(
        known=Count("pk", filter=public), begun=Count("pk", filter=Q(states__stage__in=WORK))
    )
