"""The lines of the desk as a person sees them: a text, and how far it is in each language."""

from dataclasses import dataclass, field
from datetime import date
from urllib.parse import urlencode

from django.db.models import BooleanField, ExpressionWrapper, F
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import ngettext

from campaigns.places.rights import may_below

from ...languages import Tongue, tongue
from ...models import Entry, Original, Stage, TranslationState
from ..demand import demand_for
from ..lengths import length_left, length_of
from .filters import name_of
from .shown import is_agreed_to, is_at_work, is_before_readers

ORIGINAL = "original"


@dataclass
class Cell:
    """How far one text is in one language, and what the person looking may do about it."""

    tongue: Tongue
    stage: str  # a Stage, or “original”
    address: str = ""  # where it goes on for this person; empty where it does not
    length: str = ""  # what is left to do, in words or signs
    words: int = 0  # … as a number
    person: str = ""  # who has taken it, by a name that this person may read
    is_taken: bool = False
    due_on: date | None = None
    is_overdue: bool = False
    behind: int = 0  # sentences that are older than the original, or missing
    readers: int = 0  # who asked for it
    is_essentials_only: bool = False

    @property
    def label(self):
        if self.stage == Stage.BEHIND and self.behind:
            words = ngettext(
                "Live, %(number)s sentence behind", "Live, %(number)s sentences behind", self.behind
            )
            return words % {"number": self.behind}
        return Stage(self.stage).label if self.stage in Stage.values else ""

    @property
    def is_open(self):
        return self.stage in (Stage.REQUESTED, Stage.IN_WORK)


@dataclass
class Row:
    """One text with its Cells."""

    original: Original
    tongue: Tongue
    length: str
    address: str = ""  # to read it, or to write it for those who may
    may_choose: bool = False
    cells: list = field(default_factory=list)

    @property
    def is_withheld(self):
        return not self.original.is_agreed

    @property
    def is_resting(self):
        return not self.original.is_at_work


def with_what_decides(originals):
    """Originals that know what the desk may offer of them; no further query."""
    return originals.select_related("city").annotate(
        is_workable=_claim(is_agreed_to() & is_at_work()),
        is_agreed=_claim(is_agreed_to()),
        is_at_work=_claim(is_at_work()),
        is_shown=_claim(is_before_readers()),
        path=F("page__path"),
    )


def _claim(condition):
    return ExpressionWrapper(condition, BooleanField())


def rows_of(originals, look, languages):
    """Rows for these Originals (annotated by ``with_what_decides``), in their order.

    ``languages`` are the codes of the cells. Four queries, however many rows.
    """
    originals = list(originals)
    states = _states_of(originals, languages)
    told = _Told(look, originals, states, languages)
    return [told.row(original) for original in originals]


class _Told:
    """What all rows of one screen need to know; asked of the database once."""

    def __init__(self, look, originals, states, languages):
        self.look, self.states, self.languages = look, states, languages
        people = {state.person_id for state in states.values() if state.person_id}
        self.known = look.known_people(people)
        self.urls = _public_urls(originals, states)
        self.demand = demand_for(originals)
        self.today = timezone.localdate()

    def row(self, original):
        cells = [self.cell(original, code) for code in self.languages]
        may_ask = any(self.look.may_ask(original, cell.tongue.code) for cell in cells)
        return Row(
            original=original,
            tongue=tongue(original.language),
            length=length_of(original.words, original.language),
            address=self._address_of(original),
            may_choose=may_ask or self.look.may_order(original),
            cells=cells,
        )

    def cell(self, original, code):
        if code == original.language:
            return Cell(tongue(code), ORIGINAL)
        state = self.states.get((original.pk, code))
        readers = self.demand.get((original.key, code), 0)
        if state is None:
            address = ask_address([original], code) if self.look.may_ask(original, code) else ""
            length = length_of(original.words, original.language) if original.words else ""
            return Cell(
                tongue(code), Stage.MISSING, address, length, original.words, readers=readers
            )
        return self._begun(original, code, state, readers)

    def _begun(self, original, code, state, readers):
        request = state.request
        due_on = request and request.due_on
        left = state.words_left
        return Cell(
            tongue=tongue(code),
            stage=state.stage,
            address=self._way_on(original, code, state),
            length=length_left(left, original.language) if left else "",
            words=left,
            person=name_of(state.person) if state.person_id in self.known else "",
            is_taken=bool(state.person_id),
            due_on=due_on,
            is_overdue=bool(due_on and due_on < self.today),
            behind=state.strings_behind + state.strings_missing,
            readers=readers,
            is_essentials_only=bool(request and request.is_essentials_only),
        )

    def _way_on(self, original, code, state):
        """Live leads to what readers see; everything else to the work, for those who may."""
        public = self.urls.get(state.page_id, "") if original.is_agreed else ""
        if state.stage == Stage.LIVE or not self.look.may_write(original, code):
            return public
        return f"{reverse('translation_desk')}texts/{original.pk}/{code}/"

    def _address_of(self, original):
        if not original.page_id:
            return ""
        is_mine = original.language in self.look.languages_in(original.city_id)
        if is_mine and may_below(self.look.user, original.path, "change"):
            return reverse("wagtailadmin_pages:edit", args=[original.page_id])
        return self.urls.get(original.page_id, "")


def ask_address(originals, language=""):
    """Where translations of these texts are asked for."""
    query = [("text", original.pk) for original in originals]
    query += [("language", language)] if language else []
    return f"{reverse('translation_desk')}ask/?{urlencode(query)}"


def _states_of(originals, languages):
    """``{(original id, code): TranslationState}`` with request and person; one query."""
    found = TranslationState.objects.filter(original__in=originals, language__in=languages)
    found = found.select_related("request", "person").order_by()
    return {(state.original_id, state.language): state for state in found}


def _public_urls(originals, states):
    """``{page id: address}`` of what anybody may read now; one query."""
    ids = {original.page_id for original in originals}
    ids |= {state.page_id for state in states.values()}
    found = Entry.objects.visible().filter(page__in=ids - {None})
    return {entry.page_id: entry.url for entry in found.only("page_id", "language", "tail")}
