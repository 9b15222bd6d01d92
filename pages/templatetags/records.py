"""What templates ask for: the line of a chosen page, the words for a choice or a picture."""

from django import template
from django.utils.translation import get_language

from ..blocks.choices import DeadlineReach, GovernmentLevel

register = template.Library()


@register.filter
def entry_for(entries, page):
    """The visible line about a chosen page out of ``{page_id: Entry}``, or None."""
    return entries.get(page.pk) if page and entries else None


@register.filter
def level_words(level):
    """A level of government as readers call it."""
    return GovernmentLevel(level).label if level in GovernmentLevel.values else ""


@register.filter
def reach_words(reach):
    """Whose deadline it is, as readers call it."""
    return DeadlineReach(reach).label if reach in DeadlineReach.values else ""


@register.filter
def words_here(image):
    """The description and caption of a picture for this reader, with their real languages."""
    return image.text_for(get_language())
