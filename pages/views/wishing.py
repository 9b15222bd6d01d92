"""“Tell us you need this page in your language”: a number goes up, and nothing else is kept."""

from urllib.parse import urlsplit

from django.http import Http404, HttpResponse
from django.utils.translation import get_language
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from ..languages import in_settings_order
from ..models import Entry
from ..translating.demand import count_wish

#: Said in the address: nothing is kept of the reader, also not that they have asked.
THANKS = "?told=us"


# Public pages carry no cookie, so there is no token to compare. A forged wish would only raise a
# number, which has its limits; browsers say themselves where a form was sent from.
@csrf_exempt
@require_POST
def tell_need(request, translation_key):
    """Counts one wish for a page that readers can see in another language; 303 back to it."""
    language = get_language()
    versions = Entry.objects.visible().filter(translation_key=translation_key).defer("words")
    found = in_settings_order(versions)
    if not found:
        raise Http404
    address = f"/{language}/{found[0].tail}"
    if is_from_here(request) and all(entry.language != language for entry in found):
        count_wish(translation_key, language)
        address += f"{THANKS}#told"
    answer = HttpResponse(status=303, headers={"Location": address})
    answer["Cache-Control"] = "no-store"
    return answer


def is_from_here(request):
    """Whether the form stood on a page of ours, as far as the browser tells."""
    sent_from = request.headers.get("Sec-Fetch-Site")
    if sent_from:
        return sent_from == "same-origin"
    origin = request.headers.get("Origin")
    return not origin or urlsplit(origin).netloc == request.get_host()
