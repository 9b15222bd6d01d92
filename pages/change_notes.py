"""What people say about a change: kept beside the version, for colleagues only."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import LogFormatter, log
from wagtail.models import PageLogEntry

ACTION = "pages.change_note"
LONGEST = 300


class ChangeNoteFormatter(LogFormatter):
    """Says in a page’s history what its author wanted colleagues to know."""

    label = _("Say what was changed")
    message = _("Said what was changed, and why")

    def format_comment(self, log_entry):
        return log_entry.data.get("note", "")


def keep_note(request, page):
    """After each saving of a form, also when the browser saves by itself while one still writes.

    What the browser saved before, in the same sitting, is the same note and not a second one.
    """
    note = request.POST.get("change_note", "").strip()
    saved_before = request.POST.get("overwrite_revision_id", "")
    mine = PageLogEntry.objects.none()
    if saved_before.isdecimal():
        mine = PageLogEntry.objects.filter(
            page=page.pk, action=ACTION, user=request.user, revision=saved_before
        )
    elif note:
        mine = _same_as_last(request.user, page, note)
    if not note:
        mine.delete()
    elif not mine.update(
        data={"note": note}, revision=page.latest_revision_id, timestamp=timezone.now()
    ):
        log(page, ACTION, data={"note": note}, revision=page.latest_revision)


def _same_as_last(user, page, note):
    """The latest note on a page, where this person said just this already."""
    last = PageLogEntry.objects.filter(page=page.pk, action=ACTION).order_by("-timestamp").first()
    is_same = last and last.user_id == user.pk and last.data.get("note") == note
    return PageLogEntry.objects.filter(pk=last.pk if is_same else None)


def notes_on(page, after=None, up_to=None):
    """The notes on versions after one and up to another (ids), the earliest first (one query)."""
    notes = PageLogEntry.objects.filter(page=page.pk, action=ACTION).select_related("user")
    if after:
        notes = notes.filter(revision__gt=after)
    if up_to:
        notes = notes.filter(revision__lte=up_to)
    return notes.order_by("timestamp")
