"""The bench on which a volunteer turns a text into their language, sentence by sentence."""

from django.core.exceptions import BadRequest, ObjectDoesNotExist, PermissionDenied
from django.http import JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import Page

from ..languages import tongue
from ..models import Original, TranslationRequest
from ..translating.bench import FILTERS, Bench
from ..translating.files.undoing import number_to_undo
from ..translating.links import UnsafeAddressError, links_of, point_link
from ..translating.rights import languages_to_ask
from ..translating.sheets import opening
from ..translating.writing import change_sentence
from .screens import screen
from .workbench_frame import frame_of_page, frame_of_words

SENTENCE, POINTS = "pages/admin/workbench_sentence.html", "pages/admin/workbench_points.html"
PROGRESS = "pages/admin/workbench_progress.html"
WARNINGS = "pages/admin/workbench_warnings.html"


def translate_text(request, original_id, language):
    """One text in one language; a page is sent on to its own editing address.

    Takes in, at the same address, what is done with a sentence or with a link.
    """
    original = get_object_or_404(Original.objects.select_related("page"), pk=original_id)
    sheet = opening.open_sheet(original, language)
    if sheet is None or _page_is_gone(sheet):
        return _say_that_it_is_not_begun(request, original, language)
    if not sheet.may_write(request.user):
        raise PermissionDenied
    if request.method == "POST" and "link" in request.POST:
        return _change_link(request, sheet)
    if request.method == "POST":
        return _change_sentence(request, sheet)
    if original.page_id:
        return redirect("wagtailadmin_pages:edit", sheet.page.pk)
    return show_workbench(request, sheet)


def show_workbench(request, sheet, line=None, lost="", status=200):
    """The whole screen. ``line`` is one that could not be kept, shown in place of its own."""
    bench = Bench(sheet, request.user)
    show = request.GET.get("show")
    show = show if show in FILTERS and not line else "all"
    lines = bench.lines(show)
    if line:
        lines = [line if one.unit.key == line.unit.key else one for one in lines]
    context = _said_of(request, bench) | {
        "lines": lines,
        "points": _points(bench.line(unit) for unit in bench.units),
        "show": show,
        "filters": _filters(bench, show),
        "links": links_of(sheet),
        "lost": lost,
        "asked": _asked(sheet),
        "number_to_undo": number_to_undo(request.session, sheet),
    }
    page = getattr(sheet, "page", None)
    frame = (
        frame_of_page(request, sheet, bench.is_whole) if page else frame_of_words(sheet.original)
    )
    return render(request, "pages/admin/workbench.html", context | frame, status=status)


def _change_sentence(request, sheet):
    try:
        done = change_sentence(sheet, request.user, request.POST)
    except KeyError as error:
        raise BadRequest from error
    if "application/json" in request.headers.get("accept", ""):
        return _told_to_script(request, sheet, done)
    if not done.is_kept:
        lost = request.POST.get("words", "") if done.line is None else ""
        messages.error(request, done.message)
        return show_workbench(request, sheet, done.line, lost, status=done.status)
    messages.success(request, done.message)
    return redirect(_address(sheet, request.POST.get("show", "")) + f"#{_next(sheet, done)}")


def _told_to_script(request, sheet, done):
    """What changes on the screen, for the script that asked."""
    bench = Bench(sheet, request.user)
    context = _said_of(request, bench)
    answer = {
        "message": done.message,
        "is_kept": done.is_kept,
        "is_whole": bench.is_whole,
        "counts": bench.counts(),
        "progress": render_to_string(PROGRESS, context, request),
    }
    if done.line:
        one = context | {"line": done.line}
        answer["sentence"] = render_to_string(SENTENCE, one, request)
    if done.is_kept:
        context["points"] = _points(bench.line(unit) for unit in bench.units)
        answer["points"] = render_to_string(POINTS, context, request)
        answer["warnings"] = render_to_string(WARNINGS, context, request)
    return JsonResponse(answer, status=done.status)


def _next(sheet, done):
    """The anchor of the next open sentence after the one that was kept."""
    units = Bench(sheet, None).units
    keys = [unit.key for unit in units]
    after = units[keys.index(done.key) + 1 :] if done.key in keys else units
    following = next((unit for unit in after if unit.stage in FILTERS["todo"]), None)
    return f"sentence-{following.key if following else done.key}"


def _change_link(request, sheet):
    address = request.POST.get("address", "").strip()
    try:
        point_link(sheet, int(request.POST["link"]), address, request.user)
    except (LookupError, ValueError) as error:
        if not isinstance(error, UnsafeAddressError):
            raise BadRequest from error
        messages.error(request, _("Nobody can be sent to that address. Nothing was changed."))
    else:
        messages.success(request, _("Saved. Readers of this language are sent there."))
    return redirect(_address(sheet) + "#links")


def _asked(sheet):
    """What is asked of whoever turns this text into this language: an open request, or None."""
    asked = TranslationRequest.objects.open().filter(original=sheet.original)
    return asked.filter(language=sheet.language).first()


def _said_of(request, bench):
    sheet = bench.sheet
    return {
        "bench": bench,
        "progress": bench.progress(),
        "original": sheet.original,
        "language": sheet.language,
        "sentence_address": reverse("translate_text", args=[sheet.original.pk, sheet.language]),
        "show": request.POST.get("show", request.GET.get("show", "")),
    }


def _filters(bench, show):
    names = {
        "all": _("All sentences"),
        "todo": _("To do"),
        "behind": _("Older than the original"),
    }
    counts = bench.counts()
    return [(name, names[name], counts[name], name == show) for name in names]


def _points(lines):
    """Lines in which something catches the eye: to look at before it is sent."""
    return [line for line in lines if line.missing_terms or line.hints]


def _address(sheet, show=""):
    page = getattr(sheet, "page", None)
    if page:
        address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    else:
        address = reverse("translate_text", args=[sheet.original.pk, sheet.language])
    return f"{address}?show={show}" if show in FILTERS else address


def _page_is_gone(sheet):
    try:
        return hasattr(sheet, "translation") and sheet.page is None
    except ObjectDoesNotExist:
        return True


def _say_that_it_is_not_begun(request, original, language):
    """Also where a page goes on in one form: then that is where to go."""
    page = original.page.specific if original.page_id else None
    if page is None or language not in languages_to_ask(request.user, page):
        raise PermissionDenied
    there = Page.objects.filter(
        translation_key=page.translation_key, locale__language_code=language, alias_of=None
    ).first()
    if there:
        return redirect("wagtailadmin_pages:edit", there.pk)
    way = reverse("ask_for_translations")
    context = {
        "original": original,
        "tongue": tongue(language),
        "way": f"{way}?text={original.pk}&language={language}",
    }
    words = screen(
        _("Not begun yet"), original.title, [(reverse("translation_desk"), _("Translation desk"))]
    )
    return render(request, "pages/admin/not_begun.html", words | context)
