"""What a file would change: found out first, told to a person, and then done or not."""

import hashlib
import json
from dataclasses import dataclass, field

from django.db import transaction
from django.utils.translation import gettext as _

from ..sheets.unit import Unit, UnitStage, WrongWordsError
from .pieces import BrokenTagsError, pieces_of
from .sentence import Sentence, canonical, mark_of


@dataclass(frozen=True)
class Proposal:
    """One sentence of the text, and the words that a file has for it."""

    unit: Unit
    words: str
    reason: str = ""  # why it cannot be taken


@dataclass
class Findings:
    """What a file holds for one sheet."""

    changes: list[Proposal] = field(default_factory=list)
    confirmed: list[Proposal] = field(default_factory=list)  # the same words, now found right
    conflicts: list[Proposal] = field(default_factory=list)  # changed here since the file went out
    unsure: list[Proposal] = field(default_factory=list)  # marked in the file as not finished
    refused: list[Proposal] = field(default_factory=list)  # one of these, and nothing is taken
    gone: list[Sentence] = field(default_factory=list)  # no longer in the original
    same: int = 0

    @property
    def is_anything(self):
        return bool(self.changes or self.confirmed or self.conflicts or self.unsure)

    @property
    def state(self):
        """A mark of all this: when it is another one, somebody wrote here meanwhile."""
        named = ("changes", "confirmed", "conflicts", "unsure", "refused")
        told = [
            [(offer.unit.key, offer.unit.target, offer.words) for offer in getattr(self, name)]
            for name in named
        ]
        return hashlib.sha256(json.dumps(told).encode()).hexdigest()


def weigh(sheet, sentences):
    """The Findings of a file’s Sentences for a sheet; nothing is changed."""
    units = {unit.key: unit for unit in sheet.units()}
    findings = Findings()
    for sentence in sentences:
        unit = units.get(sentence.key)
        if unit is None or canonical(unit.source) != canonical(sentence.source):
            _note_gone(findings, sentence)
        else:
            _sort(findings, sheet, unit, sentence)
    return findings


def _note_gone(findings, sentence):
    if sentence.target.strip() and sentence.mark != mark_of(sentence.target):
        findings.gone.append(sentence)


def _sort(findings, sheet, unit, sentence):
    theirs, ours = mark_of(sentence.target), mark_of(unit.target)
    offer = Proposal(unit, sentence.target)
    if theirs == ours:
        is_open = unit.stage in (UnitStage.BEHIND, UnitStage.MACHINE) and unit.target
        is_confirmed = is_open and sentence.is_confirmed
        findings.confirmed.append(offer) if is_confirmed else _note_same(findings)
    elif not sentence.target.strip() or theirs == sentence.mark:  # nobody worked on it out there
        _note_same(findings)
    elif reason := _why_not(sheet, unit, sentence.target):
        _note_refused(findings, sentence, Proposal(unit, sentence.target, reason))
    elif sentence.is_unsure:
        findings.unsure.append(offer)
    elif ours == sentence.mark or not unit.target:
        findings.changes.append(offer)
    else:
        findings.conflicts.append(offer)


def _note_refused(findings, sentence, offer):
    """A tool’s own guess that cannot be taken is no reason to refuse what people wrote."""
    if sentence.is_unsure:
        _note_same(findings)
    else:
        findings.refused.append(offer)


def _note_same(findings):
    findings.same += 1


def _why_not(sheet, unit, words):
    try:
        pieces_of(words)
    except BrokenTagsError as error:
        return _("A tag is not in its place: %(tag)s") % {"tag": error}
    return sheet.why_not(unit, words)


def taken_of(findings, chosen):
    """The Proposals whose words are written; ``chosen`` as in ``take_in``."""
    asked = [offer for offer in findings.conflicts + findings.unsure if offer.unit.key in chosen]
    return findings.changes + asked


@transaction.atomic
def take_in(sheet, findings, chosen, user):
    """Write what was found; of conflicts and unsure ones only those whose keys are ``chosen``.

    All of it is kept or none: WrongWordsError tells why. Returns how many sentences changed.
    """
    if findings.refused:
        raise WrongWordsError(findings.refused[0].reason)
    written = {offer.unit.key: offer.words for offer in taken_of(findings, chosen)}
    if written:
        sheet.write(written, user)
    if findings.confirmed:
        sheet.confirm([offer.unit.key for offer in findings.confirmed], user)
    return len(written) + len(findings.confirmed)
