"""Keeps what reads from left to right in order inside a page that reads from right to left."""

from django import template
from django.utils.html import conditional_escape
from django.utils.safestring import mark_safe
from django.utils.translation import get_language_bidi

from uprcities.lib.isolates import with_isolates
from uprcities.lib.phones import with_phone_links

register = template.Library()


@register.filter(is_safe=True)
def isolated(words):
    """Words with their Latin names and codes set apart where the page reads from right to left."""
    if not words or not get_language_bidi():
        return words
    return mark_safe(with_isolates(conditional_escape(words)))


@register.filter
def phone_links(words):
    """Words whose telephone numbers can be tapped, in whichever way an editor typed them."""
    return mark_safe(with_phone_links(conditional_escape(words))) if words else ""
