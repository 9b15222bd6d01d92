"""A text leaves as a file for a translator outside, and comes back."""

from django import forms
from django.core import signing
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST
from wagtail.admin import messages

from ..languages import tongue
from ..translating.files import file_log
from ..translating.files.door import sheet_for
from ..translating.files.keeping import kept, recall
from ..translating.files.po import write_po
from ..translating.files.reading import LARGEST, read_file
from ..translating.files.sentence import UnreadableFileError
from ..translating.files.undoing import take_in_for_now, undo
from ..translating.files.weighing import weigh
from ..translating.files.xliff import write_xliff
from ..translating.sheets.unit import WrongWordsError
from .screens import screen

FORMATS = {
    "po": (write_po, "po", "text/x-gettext-translation; charset=utf-8"),
    "xliff": (lambda sheet: write_xliff([sheet]), "xlf", "application/x-xliff+xml; charset=utf-8"),
}


class FileForm(forms.Form):
    """The file that came back."""

    file = forms.FileField(
        label=gettext_lazy("The file that came back"),
        help_text=gettext_lazy("PO or XLIFF. You see what would change before anything does."),
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".po,.xlf,.xliff"}),
    )


def send_file(request, original_id, language, file_format):
    """The sentences of a text as a PO or XLIFF file."""
    sheet = _sheet(request, original_id, language)
    if file_format not in FORMATS:
        raise Http404
    write, ending, content_type = FORMATS[file_format]
    answer = HttpResponse(write(sheet), content_type=content_type)
    name = f"{slugify(sheet.original.title)[:60] or 'text'}.{language}.{ending}"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    file_log.note(sheet, file_log.OUT, request.user, format=file_format)
    return answer


def take_in_file(request, original_id, language):
    """Asks for the file, shows what it would change, and takes it in once that is wanted."""
    sheet = _sheet(request, original_id, language)
    if request.method == "POST" and "kept" in request.POST:
        return _take_in(request, sheet)
    form = FileForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            sentences = _sentences(form.cleaned_data["file"], sheet, request.user)
        except UnreadableFileError as error:
            form.add_error("file", str(error))
        else:
            return _show(request, sheet, sentences)
    return _ask(request, sheet, form)


def _sheet(request, original_id, language):
    sheet = sheet_for(request.user, language, pk=original_id)
    if sheet is None:
        raise Http404
    return sheet


def _sentences(file, sheet, user):
    """What an uploaded file holds for this sheet; UnreadableFileError where that is nothing."""
    brought = read_file(file.read(LARGEST + 1))
    for one in brought:
        if one.identity == sheet.identity:
            return one.sentences
    raise UnreadableFileError(_belongs_elsewhere(brought[0].identity, user))


def _belongs_elsewhere(identity, user):
    """Names the other text only to those who may write it."""
    key, _dot, language = identity.rpartition(".")
    other = sheet_for(user, language, key=key)
    if other is None:
        return _("This file belongs to another text. Nothing was changed.")
    told = {"title": other.original.title, "language": tongue(language).name}
    return _("This file belongs to “%(title)s” in %(language)s. Nothing was changed.") % told


def _ask(request, sheet, form):
    told = {
        "form": form,
        "original": sheet.original,
        "language": sheet.language,
        "back": _back(sheet),
    }
    return render(
        request, "pages/admin/take_in_file.html", _screen(sheet) | told, status=_status(form)
    )


def _status(form):
    return 422 if form.errors else 200


def _show(request, sheet, sentences):
    findings = weigh(sheet, sentences)
    told = {
        "title": sheet.original.title,
        "findings": findings,
        "kept": kept(sheet, request.user, sentences, findings),
        "from": tongue(sheet.original.language),
        "into": tongue(sheet.language),
        "back": _back(sheet),
    }
    return render(request, "pages/admin/file_findings.html", _screen(sheet) | told)


def _take_in(request, sheet):
    try:
        sentences, state = recall(sheet, request.user, request.POST["kept"])
    except signing.BadSignature:
        messages.error(request, _("This took too long. Bring the file once more."))
        return redirect(request.path)
    findings = weigh(sheet, sentences)
    if findings.state != state:
        messages.warning(request, _("Somebody wrote here meanwhile. Look once more, please."))
        return _show(request, sheet, sentences)
    try:
        chosen = set(request.POST.getlist("take"))
        number = take_in_for_now(request.session, sheet, findings, chosen, request.user)
    except WrongWordsError as error:
        messages.error(request, str(error))
        return _show(request, sheet, sentences)
    file_log.note(sheet, file_log.IN, request.user, sentences=number)
    messages.success(request, _taken(number))
    return redirect(_back(sheet))


@require_POST
def undo_file(request, original_id, language):
    """Puts back what stood here before the file that this person brought last."""
    sheet = _sheet(request, original_id, language)
    number, left = undo(request.session, sheet)
    if number:
        file_log.note(sheet, file_log.UNDONE, request.user, sentences=number)
        messages.success(request, _put_back(number))
    if left:
        messages.warning(request, _left(left))
    return redirect(_back(sheet))


def _put_back(number):
    return ngettext(
        "%(number)s sentence is as it was before the file.",
        "%(number)s sentences are as they were before the file.",
        number,
    ) % {"number": number}


def _left(number):
    return ngettext(
        "%(number)s sentence was changed since, and stays as it is.",
        "%(number)s sentences were changed since, and stay as they are.",
        number,
    ) % {"number": number}


def _taken(number):
    return ngettext(
        "%(number)s sentence was taken in.", "%(number)s sentences were taken in.", number
    ) % {"number": number}


def _screen(sheet):
    title = _("A file for a translator")
    above = [(_back(sheet), sheet.original.title)]
    return screen(title, tongue(sheet.language).name, above)


def _back(sheet):
    """Where the sentences stand on a screen."""
    if page := getattr(sheet, "page", None):
        return reverse("wagtailadmin_pages:edit", args=[page.pk])
    return reverse("translate_text", args=[sheet.original.pk, sheet.language])
