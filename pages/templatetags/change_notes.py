"""What was said of a change, in a line with its author and day."""

from django import template

from ..review_hooks import said

register = template.Library()
register.filter("said", said)
