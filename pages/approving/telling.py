"""Tells an editor where a page stands on its way to readers, and refuses what goes around it."""

from django.shortcuts import redirect
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import Page, get_page_models

from ..models import BasePage
from .translations import is_on_bench


def say_who_approves(request, page):
    """When the form of a page that waits for approval opens: why this person cannot give it."""
    if request.method != "GET" or not page.workflow_in_progress:
        return
    page = page.specific
    if not isinstance(page, BasePage):
        return
    reason = page.why_not_approved_by(request.user)
    if reason and not is_on_bench(page):  # there it stands beside the buttons
        messages.info(request, _("This page waits for approval. %(reason)s") % {"reason": reason})
    if agreed := page.what_was_agreed():
        lines = format_html_join("", "<li>{}: {}</li>", agreed)
        messages.info(request, format_html("{} <ul>{}</ul>", _("The teller agreed to:"), lines))


def say_what_holds_it_up(request, page):
    """After a page was sent or approved: what keeps it, or this person, from being there."""
    page = page.specific
    if not isinstance(page, BasePage):
        return
    reason = ""
    if "action-submit" in request.POST:
        reason = page.why_not_shown_yet() or _nobody_else(page, request.user)
    elif request.POST.get("workflow-action-name") == "approve":
        reason = say_what_came_of_it(request, page)
    if reason:
        messages.warning(request, _("It cannot be approved yet. %(reason)s") % {"reason": reason})


def say_what_came_of_it(request, page):
    """After somebody approved a page: that it is public, or waits for its day.

    Where it goes on waiting for approval the reason is returned instead.
    """
    page.refresh_from_db()
    if page.workflow_in_progress:
        return page.why_not_approved_by(request.user)
    if page.live and not page.has_unpublished_changes:
        look = [messages.button(page.url, _("View it"))] if page.url else []
        messages.success(request, _("Approved. Readers see it now."), buttons=look)
    else:
        messages.success(request, _("Approved. It appears on its day."))
    return ""


def _nobody_else(page, user):
    others = page.approvers().exclude(pk=user.pk).exclude(is_superuser=True)
    if others.exists():
        return ""
    return _("Nobody else in your group approves such pages. Ask an administrator of the alliance.")


def refuse_unapproved(request, page):
    """Before one page is published from its form; the draft is kept."""
    if not isinstance(page, BasePage) or not page.must_be_approved:
        return None
    messages.error(
        request, _("Saved as a draft, not published. %(reason)s") % {"reason": page.who_approves()}
    )
    return redirect("wagtailadmin_pages:edit", page.pk)


def refuse_many_unapproved(request, action_type, objects, action):
    """Before several are published at once: none goes out when one of them needs approval."""
    if action_type != "publish" or not all(isinstance(page, Page) for page in objects):
        return None
    page = _unapproved_among(objects, request.POST.get("include_descendants"))
    if page is None:
        return None
    text = _("Nothing was published. “%(title)s”: %(reason)s")
    facts = {"title": page.get_admin_display_title(), "reason": page.who_approves()}
    messages.error(request, text % facts)
    return redirect(action.next_url)


def _unapproved_among(pages, with_descendants):
    """The first of these pages, or of those below them, that somebody has to approve."""
    chosen = Page.objects.filter(pk__in=[page.pk for page in pages])
    if with_descendants:
        for page in pages:
            chosen |= Page.objects.descendant_of(page)
    kinds = [model for model in get_page_models() if getattr(model, "must_be_approved", False)]
    return chosen.exact_type(*kinds).specific().first()
