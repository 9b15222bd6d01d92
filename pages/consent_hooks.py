"""Tells an editor in time that a story has no consent; the page itself would refuse anyway."""

from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import Page

from .models import TestimonyStoryPage


def refuse_without_consent(request, page):
    """Before publishing or scheduling: the draft is kept, and the reason is told."""
    if not isinstance(page, TestimonyStoryPage):
        return None
    reason = page.why_not_shown()
    if not reason:
        return None
    messages.error(request, _("Saved as a draft, not published. %(reason)s") % {"reason": reason})
    return redirect("wagtailadmin_pages:edit", page.pk)


def refuse_many_without_consent(request, action_type, objects, action):
    """Before publishing several pages at once: none goes out when one of them must not."""
    if action_type != "publish" or not all(isinstance(page, Page) for page in objects):
        return None
    for story in _stories_among(objects, request.POST.get("include_descendants")):
        if reason := story.why_not_shown():
            text = _("Nothing was published. “%(title)s”: %(reason)s")
            messages.error(request, text % {"title": story.title, "reason": reason})
            return redirect(action.next_url)
    return None


def _stories_among(pages, with_descendants):
    stories = TestimonyStoryPage.objects.filter(pk__in=[page.pk for page in pages])
    if with_descendants:
        for page in pages:
            stories |= TestimonyStoryPage.objects.descendant_of(page)
    return stories.distinct()
