"""Puts “Show title and summary to readers” beside the sentences of a translation."""

from django import template
from wagtail.admin.utils import get_user_display_name

from ..models import Essentials, Original
from ..translating.essential_words import essential_words
from ..translating.essentials import may_take_back, who_can_show, why_not_shown

register = template.Library()


@register.inclusion_tag("pages/admin/essentials.html", takes_context=True)
def essentials_box(context, page):
    """For the draft of a translation, in its own type; says nothing where readers have all of it."""
    request = context["request"]
    original = Original.objects.filter(key=str(page.translation_key)).first()
    if original is None or page.live or page.is_original:
        return {"original": None}
    language = page.locale.language_code
    shown = Essentials.objects.filter(
        translation_key=page.translation_key, language=language
    ).first()
    words = essential_words(page)
    is_new = not shown or (words.title, words.summary) != (shown.title, shown.summary)
    why_not = why_not_shown(page, request.user, words) if is_new else ""
    return {
        "request": request,
        "original": original,
        "language": language,
        "shown": shown,
        "words": words,
        "is_new": is_new,
        "why_not": why_not,
        "can_show": _names(who_can_show(page, request.user, words)) if why_not else [],
        "may_take_back": bool(shown) and may_take_back(page, request.user),
    }


def _names(people):
    return [get_user_display_name(person) for person in people]
