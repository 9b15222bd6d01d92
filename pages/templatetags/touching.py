"""Puts what else a step touches onto the screen that asks whether to take it."""

from django import template

from ..touching import touched_by

register = template.Library()


@register.inclusion_tag("pages/admin/touched.html", takes_context=True)
def what_it_touches(context, page, step, destination=None):
    """For one page; ``step`` is delete, move or unpublish."""
    return {"touched": touched_by(context["request"].user, [page], step, destination)}


@register.inclusion_tag("pages/admin/touched.html", takes_context=True)
def what_they_touch(context, items, step):
    """For the pages of a bulk action, as Wagtail gives them to its templates."""
    pages = [item["item"] for item in items]
    return {"touched": touched_by(context["request"].user, pages, step) if pages else None}
