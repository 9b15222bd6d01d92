"""Takes back what a file changed, as long as nobody has changed it since.

What stood there before lies in the session of whoever brought the file, and nowhere else. Words of
testimony lie in no session: a teller could not take them back from there.
"""

import json

from django.db import transaction

from ...models import Original
from .sentence import mark_of
from .weighing import take_in, taken_of

IN_SESSION = "translation_file_taken_in"
#: Characters of JSON: what is more would slow down every request of the person.
LARGEST = 300_000


@transaction.atomic
def take_in_for_now(session, sheet, findings, chosen, user):
    """As ``take_in``, and whoever brought the file can undo it; how many sentences changed."""
    keys = {offer.unit.key for offer in taken_of(findings, chosen) + findings.confirmed}
    before = sheet.remember(keys)
    number = take_in(sheet, findings, chosen, user)
    after = {unit.key: _mark(unit) for unit in sheet.units() if unit.key in keys}
    told = {"identity": sheet.identity, "before": before, "after": after}
    may_keep = not sheet.original.tells_testimony and len(json.dumps(told)) <= LARGEST
    if number and may_keep:
        session[IN_SESSION] = told
    else:
        session.pop(IN_SESSION, None)
    return number


def number_to_undo(session, sheet):
    """How many sentences of this sheet the file changed that was brought last; 0 for none."""
    told = session.get(IN_SESSION) or {}
    return len(told["before"]) if told.get("identity") == sheet.identity else 0


@transaction.atomic
def undo(session, sheet):
    """Put back what stood there before the file; (how many sentences, how many stay as they are).

    Those stay that somebody changed since, or that the original does not say any more.
    """
    if not number_to_undo(session, sheet):
        return 0, 0
    told = session.pop(IN_SESSION)
    Original.objects.select_for_update().get(pk=sheet.original.pk)  # one after another
    now = {unit.key: _mark(unit) for unit in sheet.units()}
    same = {key: row for key, row in told["before"].items() if now.get(key) == told["after"][key]}
    sheet.put_back(same)
    return len(same), len(told["before"]) - len(same)


def _mark(unit):
    return f"{mark_of(unit.target)} {unit.stage}"
