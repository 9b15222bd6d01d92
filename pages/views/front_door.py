"""``/`` leads to the front door in the reader’s language, and remembers nothing."""

from django.conf import settings
from django.shortcuts import redirect
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from ..languages import best_language
from ..models import Entry


@require_safe
def choose_language(request):
    """302 to the best language that has a front door; asked anew each time."""
    homes = list(Entry.objects.visible().filter(tail="").values_list("language", flat=True))
    answer = redirect(f"/{_choose(request, homes)}/")
    answer["Cache-Control"] = "private, no-store"
    patch_vary_headers(answer, ["Accept-Language"])
    return answer


def _choose(request, homes):
    asked_for = best_language(request.headers.get("Accept-Language", ""), homes)
    fallback = settings.LANGUAGE_CODE
    return asked_for or (fallback if fallback in homes or not homes else homes[0])
