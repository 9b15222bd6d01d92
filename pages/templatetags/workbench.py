"""What the workbench shows beyond its plain values."""

from django import template
from django.utils.translation import gettext as _

from ..translating.showing import marked

register = template.Library()


@register.filter
def with_differences(pieces):
    """The source of a memory, with the words that differ from the sentence at hand."""
    return marked(pieces, "mark", _("differs"))
