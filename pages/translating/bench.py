"""A text as it lies before a translator: each sentence with all that helps to turn it."""

import hashlib
from dataclasses import dataclass, field
from functools import cached_property

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail_localize.strings import StringValue

from uprcities.lib.differing import differing, shortened
from uprcities.lib.lists import listed
from uprcities.lib.word_count import count_words, is_counted_by_sign

from ..languages import tongue
from .checking import hints_on
from .glossary import Glossary, Term
from .memory import Memory, memories_for
from .sheets.unit import Unit, UnitStage
from .showing import from_text, is_plain, links_in, marked, plain, shown

#: What a translator may narrow the list to, with the stages that it keeps.
FILTERS = {
    "all": set(UnitStage),
    "todo": {UnitStage.MISSING, UnitStage.BEHIND, UnitStage.MACHINE},
    "behind": {UnitStage.BEHIND},
}


@dataclass
class Line:
    """One sentence on the bench."""

    unit: Unit
    mark: str  # of the words that one looks at, to notice when somebody else changes them
    text: str  # of the original, without tags
    source: str  # safe HTML: the original, with what came into it marked
    value: str  # what stands in the field
    is_plain: bool
    links: list = field(default_factory=list)  # (id, text) of the links of the original
    then: str = ""  # safe HTML: what the original said, with what went
    terms: list[Term] = field(default_factory=list)
    missing_terms: list[Term] = field(default_factory=list)
    hints: list[str] = field(default_factory=list)
    memories: list[Memory] = field(default_factory=list)
    error: str = ""
    theirs: str = ""  # safe HTML: what was written meanwhile
    is_theirs_mine: bool = False  # written by the same person, in another window
    length: int = 0
    closed: str = ""  # why this person may only read it

    @property
    def is_open(self):
        return self.unit.stage in FILTERS["todo"]

    @property
    def kept(self):
        """What the field would hold with the words that are kept."""
        return plain(self.unit.target) if self.is_plain else self.unit.target

    @property
    def name(self):
        return f"sentence-{self.unit.key}"


@dataclass(frozen=True)
class Progress:
    """How far a text is, in the words of a translator."""

    done: int
    total: int
    left: int
    is_by_sign: bool

    def __str__(self):
        return _("%(sentences)s, %(left)s") % {"sentences": self.sentences, "left": self.words_left}

    @property
    def sentences(self):
        return ngettext(
            "%(done)s of %(total)s sentence", "%(done)s of %(total)s sentences", self.total
        ) % {"done": self.done, "total": self.total}

    @property
    def words_left(self):
        if self.is_by_sign:
            words = ngettext("%(left)s character left", "%(left)s characters left", self.left)
        else:
            words = ngettext("%(left)s word left", "%(left)s words left", self.left)
        return words % {"left": self.left}


class Bench:
    """``sheet`` is a Sheet that ``user`` may write in."""

    def __init__(self, sheet, user):
        self.sheet, self.user = sheet, user
        self.source = tongue(sheet.original.language)
        self.target = tongue(sheet.language)

    @cached_property
    def units(self):
        """The title and the summary first, then the text in its order."""
        return sorted(self.sheet.units(), key=lambda unit: not unit.is_essential)

    @cached_property
    def glossary(self):
        return Glossary(self.source.code, self.target.code)

    def unit(self, key):
        """The Unit with this key, or None when the original does not say it any more."""
        return next((unit for unit in self.units if unit.key == key), None)

    def lines(self, show="all"):
        """The Lines that one of FILTERS keeps."""
        memories = memories_for(self.sheet, self.units, self.user)
        return [
            self.line(unit, memories.get(unit.key, ()))
            for unit in self.units
            if unit.stage in FILTERS[show]
        ]

    def line(self, unit, memories=(), written=None, error="", theirs=""):
        """One sentence; ``written`` is what somebody sent that could not be kept."""
        words = unit.target if written is None else written
        is_text = is_plain(unit.source, unit.target)
        source, target = plain(unit.source), plain(words)
        then, now = self._compared(unit, source)
        terms = self.glossary.terms_in(source)
        return Line(
            unit=unit,
            mark=mark_of(unit),
            text=source,
            source=now or shown(unit.source),
            value=target if is_text else words,
            is_plain=is_text,
            links=links_in(unit.source),
            then=then,
            terms=terms,
            missing_terms=self.glossary.missing_in(terms, target) if target else [],
            hints=self._hints(unit, words),
            memories=list(memories),
            error=error or unit.trouble,
            theirs=theirs,
            is_theirs_mine=bool(theirs) and self.is_by_user(unit),
            length=len(target),
            closed=self.sheet.why_not_by(self.user, unit) if self.user else "",
        )

    def is_by_user(self, unit):
        """Whether the words of a unit are known to be written by who sits at this bench."""
        return unit.writer is not None and unit.writer == getattr(self.user, "pk", None)

    def progress(self):
        left = [unit for unit in self.units if unit.stage in FILTERS["todo"]]
        return Progress(
            len(self.units) - len(left),
            len(self.units),
            sum(count_words(unit.source) for unit in left),
            is_counted_by_sign(self.source.code),
        )

    @property
    def is_whole(self):
        """Whether no sentence is left in the language of the original."""
        return all(unit.stage != UnitStage.MISSING for unit in self.units)

    def counts(self):
        """How many sentences each of FILTERS keeps."""
        return {
            name: sum(unit.stage in stages for unit in self.units)
            for name, stages in FILTERS.items()
        }

    def written(self, unit, value, is_text):
        """What somebody sent for a unit, as the small HTML that a sheet keeps."""
        value = value.replace("\0", "")  # no database keeps it
        if is_text:
            return from_text(value, unit.source)
        value = value.replace("\r\n", "\n").strip()
        try:
            return StringValue.from_translated_html(value).data
        except ValueError:
            return value  # the sheet tells what is wrong with it

    def _compared(self, unit, source):
        if not unit.earlier_source:
            return "", ""
        by_sign = is_counted_by_sign(self.source.code)
        then, now = differing(plain(unit.earlier_source), source, by_sign)
        return marked(shortened(then), "del", _("taken out")), marked(now, "ins", _("put in"))

    def _hints(self, unit, words):
        hints = hints_on(plain(unit.source), plain(words), self.target.code)
        there = {name for name, _text in links_in(words)}
        lost = [text for name, text in links_in(unit.source) if name not in there]
        if words and lost:
            hints.append(
                _("A link of the original is missing: %(links)s") % {"links": listed(lost)}
            )
        return hints


def mark_of(unit):
    """Tells the words of a unit from any other words that it had or will have."""
    return hashlib.sha256(unit.target.encode()).hexdigest()[:16]
