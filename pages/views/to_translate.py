"""“To translate”: where somebody who turns pages into their language begins the day."""

from django.conf import settings
from django.core.paginator import Paginator
from django.shortcuts import render
from django.utils.translation import gettext as _

from ..languages import tongue
from ..translating.desk import work_for
from .screens import screen


def list_pages_to_translate(request):
    """Fifty pages at a time, with what each of one’s languages lacks."""
    codes = [code for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES]
    language = request.GET.get("language")
    language = language if language in codes else None
    work = Paginator(list(work_for(request.user, language)), 50).get_page(request.GET.get("p"))
    context = {"work": work, "language": language, "tongues": [tongue(code) for code in codes]}
    return render(request, "pages/admin/to_translate.html", screen(_("To translate")) | context)
