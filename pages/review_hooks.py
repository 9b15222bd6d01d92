"""Tells whoever opens a page in review who sent it, and what changed since readers saw it."""

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.utils import get_user_display_name
from wagtail.models import WorkflowState

from .change_notes import notes_on


def tell_reviewers(request, page):
    """The editor’s form begins with who asks for a review, and with what they said."""
    state = page.current_workflow_state if request.method == "GET" else None
    if state and state.status == WorkflowState.STATUS_NEEDS_CHANGES:
        messages.warning(request, _sent_back(state.current_task_state), buttons=_compare(page))
    elif state:
        notes = notes_on(page, after=page.live_revision_id if page.live else None)
        if state.requested_by_id == request.user.pk and not notes:
            return  # who sent it knows
        messages.info(request, _sent_for_review(state, notes), buttons=_compare(page))


def _sent_for_review(state, notes):
    sent = format_html(
        _("Sent for approval by {person} on {day}."),
        person=format_html("<bdi>{}</bdi>", get_user_display_name(state.requested_by)),
        day=_day(state.created_at),
    )
    lines = format_html_join("", "<li>{}</li>", ((said(note),) for note in notes))
    if not lines:
        return sent
    return format_html("{} {} <ul>{}</ul>", sent, _("What was changed, and why:"), lines)


def _sent_back(task_state):
    return format_html(
        _("Sent back by {person} on {day}: {note}"),
        person=format_html("<bdi>{}</bdi>", get_user_display_name(task_state.finished_by)),
        day=_day(task_state.finished_at),
        note=format_html("<bdi>{}</bdi>", task_state.comment),
    )


def said(entry):
    """A note with its author and day, in a line of the reader’s own direction."""
    return format_html(
        '<bdi>{}</bdi> <span class="our-by"><bdi>{}</bdi> · {}</span>',
        entry.data.get("note", ""),
        entry.user_display_name,
        _day(entry.timestamp),
    )


def _compare(page):
    if not page.live:
        return []
    address = reverse("wagtailadmin_pages:revisions_compare", args=[page.pk, "live", "latest"])
    return [messages.button(address, _("Compare with what readers see"))]


def _day(moment):
    return date_format(localtime(moment), "DATE_FORMAT")
