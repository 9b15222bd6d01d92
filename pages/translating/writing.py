"""One sentence is written, found right or taken out; nobody writes over what they have not seen."""

from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from ..models import Original
from .bench import Bench, Line, mark_of
from .requesting import take_if_free
from .sheets.unit import UnitStage
from .showing import is_no_sentence, shown

KEPT, REFUSED, CHANGED_MEANWHILE = 200, 422, 409


@dataclass(frozen=True)
class Done:
    """What became of a sentence: ``line`` as it is to be shown now, None when it is gone."""

    key: str
    status: int
    message: str
    line: Line | None = None

    @property
    def is_kept(self):
        return self.status == KEPT


@transaction.atomic
def change_sentence(sheet, user, sent):
    """Do what somebody sent with one sentence of a sheet that they may write in; returns a Done.

    ``sent`` holds ``key``, ``action`` (save, confirm or clear), ``seen`` (the mark of the words
    that they looked at) and, to save, ``words`` and ``form`` (text or words). KeyError for
    anything else.
    """
    act = {"save": _save, "confirm": _confirm, "clear": _clear}[sent["action"]]
    Original.objects.select_for_update().get(pk=sheet.original.pk)  # one after another
    bench, key = Bench(sheet, user), sent["key"]
    unit = bench.unit(key)
    if unit is None:
        gone = _("The original does not say this sentence any more. Open the text again.")
        return Done(key, CHANGED_MEANWHILE, gone)
    if reason := sheet.why_not_by(user, unit):
        return Done(key, REFUSED, reason, bench.line(unit, error=reason))
    return act(bench, unit, sent)


def _save(bench, unit, sent):
    if is_no_sentence(sent["words"]):
        reason = _("That is far too long for one sentence. Nothing was saved.")
        return Done(unit.key, REFUSED, reason, bench.line(unit, error=reason))
    words = bench.written(unit, sent["words"], sent.get("form") != "words")
    if _has_changed(unit, sent) and words != unit.target:
        return _show_theirs(bench, unit, words)
    if reason := bench.sheet.why_not(unit, words):
        line = bench.line(unit, written=words, error=reason)
        return Done(unit.key, REFUSED, reason, line)
    bench.sheet.write({unit.key: words}, bench.user)
    take_if_free(bench.sheet.original, bench.sheet.language, bench.user)
    return _kept(bench, unit, _("Saved."))


def _confirm(bench, unit, sent):
    if _has_changed(unit, sent):
        return _show_theirs(bench, unit, None)
    bench.sheet.confirm([unit.key], bench.user)
    was_machine = unit.stage == UnitStage.MACHINE
    return _kept(bench, unit, _("Checked.") if was_machine else _("Still right."))


def _clear(bench, unit, sent):
    if _has_changed(unit, sent):
        return _show_theirs(bench, unit, None)
    bench.sheet.clear([unit.key], bench.user)
    return _kept(bench, unit, _("Taken out."))


def _has_changed(unit, sent):
    """Whether other words were written since these were shown."""
    return sent.get("seen", "") != mark_of(unit)


def _show_theirs(bench, unit, words):
    message = _who_changed_it(bench, unit)
    theirs = shown(unit.target) or _("Nothing: it was taken out.")
    line = bench.line(unit, written=words, error=message, theirs=theirs)
    return Done(unit.key, CHANGED_MEANWHILE, message, line)


def _who_changed_it(bench, unit):
    if not unit.target:
        return _(
            "This sentence was taken out meanwhile. Nothing was saved: save yours, or leave it out."
        )
    if bench.is_by_user(unit):
        return _(
            "You changed this sentence yourself, in another window. Nothing was saved: compare,"
            " then save these words or take the others."
        )
    return _(
        "Somebody else changed this sentence meanwhile. Nothing was saved: compare, then save yours"
        " or take theirs."
    )


def _kept(bench, unit, message):
    now = Bench(bench.sheet, bench.user)
    return Done(unit.key, KEPT, message, now.line(now.unit(unit.key)))
