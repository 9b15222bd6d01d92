"""The offer of a machine’s draft, for the screens on which sentences are turned."""

from django import template

from ..translating.machine.offering import offer_for

register = template.Library()


@register.inclusion_tag("pages/admin/machine_drafts.html", takes_context=True)
def machine_drafts(context, original, language):
    """What a machine may draft of an Original in a language (a code); nothing where it may not."""
    request = context["request"]
    return {
        "offer": original and offer_for(original, language, request.user),
        "original": original,
        "language": language,
        "here": context.get("here") or request.get_full_path(),
        "show_at": context.get("show_at", ""),
        "csrf_token": context.get("csrf_token"),
    }


@register.simple_tag
def original_of(page):
    """The Original of a page in any of its languages, or None."""
    from ..models import Original

    return Original.objects.filter(key=str(page.translation_key)).first()
