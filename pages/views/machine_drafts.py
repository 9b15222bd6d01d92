"""“Let a machine draft the missing sentences”: takes the wish, and says how far the work is."""

from functools import partial

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages
from wagtail.admin.views.pages.utils import get_valid_next_url_from_request

from ..models import Original
from ..tasks import draft_by_machine as draft_in_background
from ..translating.machine.drafting import StoppedError, begin
from ..translating.sheets.opening import open_sheet


@never_cache
@require_http_methods(["GET", "POST"])
def draft_by_machine(request, original_id, language):
    """Asked with POST it puts the work into the queue; with GET it shows the box anew.

    404 where no such draft exists; refused to whoever may not write in it.
    """
    original = get_object_or_404(Original, pk=original_id)
    sheet = open_sheet(original, language)
    if sheet is None:
        raise Http404
    if not sheet.may_write(request.user):
        raise PermissionDenied
    here = get_valid_next_url_from_request(request) or _address_of(sheet)
    if request.method == "POST":
        _ask(request, sheet)
        return redirect(here)
    told = {"original": original, "language": language, "here": here, "show_at": here}
    return render(request, "pages/admin/machine_drafts_box.html", told)


def _ask(request, sheet):
    try:
        with transaction.atomic():
            draft = begin(sheet, request.user)
            if draft:
                transaction.on_commit(partial(draft_in_background.enqueue, draft.pk, draft.run))
    except StoppedError as reason:
        messages.error(request, str(reason))
    else:
        messages.info(
            request,
            _("A machine drafts what is missing. You can go on working, or come back later."),
        )


def _address_of(sheet):
    page = getattr(sheet, "page", None)
    return (
        reverse("wagtailadmin_pages:edit", args=[page.pk])
        if page
        else reverse("translate_text", args=[sheet.original.pk, sheet.language])
    )
