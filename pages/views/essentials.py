"""“Show title and summary to readers”, before the rest of a page is translated."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.log_actions import log
from wagtail.models import Page

from ..models import BasePage, Original
from ..translating.essentials import (
    CannotShowEssentialsError,
    may_take_back,
    show_essentials,
    take_back_essentials,
)
from ..translating.requesting import close_request

#: What the history of the draft keeps.
SHOWN, TAKEN_BACK = "pages.essentials_shown", "pages.essentials_taken_back"


@require_POST
def show_or_take_back(request, original_id, language):
    """Takes ``step``: “show” (also anew, with other words) or “take back”; back to the draft."""
    original = get_object_or_404(Original, pk=original_id)
    page = _draft(original, language)
    if request.POST.get("step") == "take back":
        _take_back(request, page)
    else:
        _show(request, original, page)
    return redirect("wagtailadmin_pages:edit", page.pk)


def _draft(original, language):
    found = Page.objects.filter(
        translation_key=original.page.translation_key if original.page_id else None,
        locale__language_code=language,
        alias_of=None,
    )
    page = get_object_or_404(found).specific
    if not isinstance(page, BasePage):
        raise Http404
    return page


def _show(request, original, page):
    try:
        show_essentials(page, request.user, seen=request.POST.get("seen", ""))
        close_request(original, page.locale.language_code, is_essentials_only=True)
    except CannotShowEssentialsError as refusal:
        messages.error(request, str(refusal))
        return
    log(page, SHOWN, user=request.user)
    messages.success(request, _("Readers can read the title and the summary now."))


def _take_back(request, page):
    if not may_take_back(page, request.user):
        raise PermissionDenied
    if take_back_essentials(page.translation_key, page.locale.language_code):
        log(page, TAKEN_BACK, user=request.user)
    messages.success(request, _("Readers no longer see the title and the summary."))
