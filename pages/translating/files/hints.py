"""What a translator outside reads beside a sentence, and at the head of a file."""

from django.utils.translation import gettext as _

from ..sheets.unit import UnitStage
from .pieces import BrokenTagsError, Tag, pieces_of


def words_about(sheet):
    """Sentences for the head of a file."""
    words = [_("Made by UPR Cities. Translate, save, and send the file back as it is.")]
    if not sheet.original.is_public:
        words.append(_("This text is not public yet: show it to nobody else."))
    return words


def hints_for(unit):
    """Where a sentence stands and what to mind, each hint a line."""
    hints = [unit.place] if unit.place else []
    if unit.limit:
        hints.append(_("At most %(limit)s characters fit here.") % {"limit": unit.limit})
    if links := _links(unit.source):
        hints.append(_("Keep the links: %(links)s") % {"links": " ".join(links)})
    if unit.target and unit.stage == UnitStage.BEHIND:
        hints.append(_("The original was reworded after this was translated."))
    if unit.target and unit.stage == UnitStage.MACHINE:
        hints.append(_("A machine wrote this, and nobody has checked it."))
    if unit.trouble:
        hints.append(_("The page cannot take this: %(trouble)s") % {"trouble": unit.trouble})
    return [" ".join(hint.split()) for hint in hints]


def _links(words):
    try:
        tags = [piece for piece in pieces_of(words) if isinstance(piece, Tag)]
    except BrokenTagsError:
        return []
    return [f'<a id="{tag.link}">' for tag in tags if tag.link]
