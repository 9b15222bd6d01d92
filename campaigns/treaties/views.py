from django.http import JsonResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from campaigns.treaties.search import find_rights, suggest_rights


def find_rights_view(request):
    """What the picker offers for the words typed, or for the themes ticked when there are none yet."""
    words = request.GET.get("q", "")[:200].replace("\x00", " ")
    themes = request.GET.getlist("theme")[:20]
    found = find_rights(words) if words.strip() else suggest_rights(themes)
    return JsonResponse(
        {"rights": [offer(entry) for entry in found], "said": count_in_words(len(found))}
    )


def offer(entry):
    return {
        "slug": entry.tag_slug,
        "code": entry.code,
        "label": str(entry.label),
        "lang": entry.label.lang,
        "status": entry.treaty.us_status_short(),
        "standing": entry.treaty.standing,
    }


def count_in_words(count):
    if not count:
        return _("Nothing found. Try an abbreviation, an article number or another word.")
    return ngettext("%(count)d suggestion", "%(count)d suggestions", count) % {"count": count}
