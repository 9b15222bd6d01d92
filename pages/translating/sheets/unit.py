"""What a translator works on, one after another."""

from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext as _

from ...models.made import MANUAL


class UnitStage(StrEnum):
    """How far one sentence is."""

    MISSING = "missing"
    DONE = "done"
    #: Translated from what the original said before it was reworded.
    BEHIND = "behind"
    #: A machine wrote it, and nobody has looked at it.
    MACHINE = "machine"


@dataclass(frozen=True)
class Unit:
    """One sentence, or one short text, in both languages.

    ``source``, ``target`` and ``earlier_source`` are small pieces of HTML: escaped text with
    nothing but ``b i em strong code a br`` in it; ``a`` has an ``id`` that says which link it is.
    """

    key: str  # the same as long as the sentence is; letters, digits and “-”
    place: str  # where it stands, told to people in the language of the admin: “Summary”
    source: str
    target: str = ""
    stage: UnitStage = UnitStage.MISSING
    earlier_source: str = ""  # what ``target`` was made from, where its stage is BEHIND
    is_essential: bool = False  # part of the title or the summary
    #: Who wrote ``target``: “manual”, “machine”, or “checked” (a machine, then a person).
    made: str = ""
    limit: int = 0  # the most characters that fit; 0: no limit
    trouble: str = ""  # why the page cannot take ``target``
    writer: int | None = None  # the pk of whoever wrote ``target``, where that is known
    #: An official name: looked up, not translated. No machine writes it, and not everybody may.
    is_official: bool = False


class WrongWordsError(ValueError):
    """Words that this sentence cannot take; the message tells the translator why."""


def why_no_such_text(unit, text):
    """Why a unit cannot take words of this plain text, by their length; or an empty string."""
    if not text.strip():
        return _("Write something, or take the sentence out with “Clear”.")
    if unit.limit and len(text) > unit.limit:
        return _("That is %(length)s characters long; %(limit)s fit here.") % {
            "length": len(text),
            "limit": unit.limit,
        }
    return ""


class Sheet:
    """All that is to be turned of one text into one language: what desks, files and machines read.

    ``original`` is an Original, ``language`` a code. Whoever opens a sheet asks for rights first.
    """

    def __init__(self, original, language):
        self.original, self.language = original, language

    @property
    def identity(self):
        """Tells this sheet from every other on this and other sites, for files that travel."""
        return f"{self.original.key}.{self.language}"

    def may_write(self, user):
        """Whether this person may change these words; asked on the server before each change."""
        raise NotImplementedError

    def units(self):
        """The Units in the order of the text; a few queries, however many."""
        raise NotImplementedError

    def why_not(self, unit, words):
        """Why a unit cannot take these words (a small piece of HTML), or an empty string."""
        raise NotImplementedError

    def why_not_by(self, user, unit):
        """Why this person, who may write here, may not change this one unit; else an empty string.

        For what stands beside words of one's own: the official title of a treaty.
        """
        return ""

    def write(self, written, user, made=MANUAL, tool=""):
        """Keep new words: ``written`` is ``{unit key: words}``. All are kept, or none.

        WrongWordsError when one cannot be taken; KeyError for a key that this sheet lacks.
        Writing says that a unit is right: it is neither behind nor unchecked afterwards (unless
        ``made`` is “machine”).
        """
        raise NotImplementedError

    def confirm(self, keys, user):
        """These units are right as they are: no longer behind, or no longer a machine’s alone."""
        raise NotImplementedError

    def clear(self, keys, user):
        """Take the words of these units out again."""
        raise NotImplementedError

    def remember(self, keys):
        """What stands in these units and how it came about, as JSON for ``put_back``."""
        raise NotImplementedError

    def put_back(self, remembered):
        """Make units as ``remember`` found them; nobody counts as having written them anew."""
        raise NotImplementedError
