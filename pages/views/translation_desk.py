"""The translation desk: every text, in every language, and how far it is."""

from django.core.paginator import Paginator
from django.http import StreamingHttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin import messages

from ..languages import tongue
from ..models.original import Importance
from ..translating.desk.filters import DeskFilterForm
from ..translating.desk.look import Look
from ..translating.desk.ordering import chosen_from, set_importance
from ..translating.desk.rows import ask_address, rows_of, with_what_decides
from ..translating.desk.spreadsheet import lines_of
from .screens import screen

ROWS = 50
ASK = "ask"


def show_desk(request):
    """Fifty texts at a time; a spreadsheet of all; or what was chosen for many."""
    look = Look(request.user)
    if request.method == "POST":
        return _do_for_many(request, look)
    form = DeskFilterForm(look, request.GET)
    if request.GET.get("export") == "csv":
        return _spreadsheet(look, form)
    page = Paginator(form.rows(), ROWS).get_page(request.GET.get("p"))
    rows = rows_of(with_what_decides(page.object_list), look, form.languages)
    context = {
        "form": form,
        "page": page,
        "rows": rows,
        "tongues": [tongue(code) for code in form.languages],
        "importances": Importance.choices,
        "may_choose": any(row.may_choose for row in rows),
        "kept": _query(request),
        "is_anybody_here": bool(look.reach.languages()),
    }
    return render(request, "pages/admin/translation_desk.html", _screen() | context)


def _screen():
    return screen(_("Translation desk"))


def _query(request):
    """What is filtered, without the page number, to be kept by links and buttons."""
    kept = request.GET.copy()
    for name in ("p", "export"):
        kept.pop(name, None)
    return kept.urlencode()


def _spreadsheet(look, form):
    answer = StreamingHttpResponse(
        lines_of(form.rows(), look, form.languages), content_type="text/csv; charset=utf-8"
    )
    name = f"translation-desk-{timezone.localdate():%Y-%m-%d}.csv"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _do_for_many(request, look):
    """Ask for what was chosen, or say how important it is; then back to the same lines."""
    what, originals = request.POST.get("do"), chosen_from(look, request.POST.getlist("text"))
    back = f"{reverse('translation_desk')}?{request.GET.urlencode()}"
    if not originals:
        messages.warning(request, _("Choose at least one text first."))
    elif what == ASK:
        return redirect(ask_address(originals[:ROWS], request.GET.get("language", "")))
    elif what in map(str, Importance.values):
        _order(request, look, originals, Importance(int(what)))
    return redirect(back)


def _order(request, look, originals, importance):
    kept = set_importance(look, originals, importance)
    if kept:
        words = ngettext(
            "%(number)s text is now marked “%(importance)s”.",
            "%(number)s texts are now marked “%(importance)s”.",
            kept,
        )
        messages.success(request, words % {"number": kept, "importance": importance.label})
    if left := len(originals) - kept:
        words = ngettext(
            "%(number)s text stays as it was: its importance is for those to say who write it.",
            "%(number)s texts stay as they were: their importance is for those to say who write"
            " them.",
            left,
        )
        messages.warning(request, words % {"number": left})
