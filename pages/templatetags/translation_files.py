"""Shows the words of a sentence as people read them, with a link as an underlined word."""

from django import template
from django.utils.html import escape, format_html
from django.utils.safestring import mark_safe

from ..translating.files.pieces import ALONE, BrokenTagsError, End, Tag, pieces_of

register = template.Library()


@register.simple_tag
def words(text):
    """A small piece of HTML, safe to show; where its tags are broken, as it was written."""
    try:
        return mark_safe("".join(map(_shown, pieces_of(text))))
    except BrokenTagsError:
        return format_html("<bdi>{}</bdi>", text)


def _shown(piece):
    match piece:
        case Tag(name) if name in ALONE:
            return "<br>"
        case Tag(name):
            return f"<{'u' if name == 'a' else name}>"
        case End(name):
            return f"</{'u' if name == 'a' else name}>"
        case text:
            return escape(text)
