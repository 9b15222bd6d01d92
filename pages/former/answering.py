"""Answers at an address that readers once knew: where it leads now, or 410."""

from django.http import HttpResponsePermanentRedirect, HttpResponseRedirect
from django.utils.translation import get_language
from wagtail.contrib.redirects.models import Redirect

from ..models import Entry
from ..models.gone import WhyGone
from .gone_page import answer_gone
from .standing import once_public, standing_at, why_deleted, why_not_seen

#: How long a browser may remember where an address leads: a new page may stand there tomorrow.
REMEMBERED = "public, max-age=300"  # seconds


def answer_former(request, tail, rest=""):
    """301 to where the page of this address is now, 410 where it is gone, else None.

    ``rest`` is what follows the page’s own address: ``feed/``, ``kit.zip``. Three queries where
    no reader ever found a page.
    """
    language = get_language()
    found = redirect_from(request, f"/{language}/{tail}")
    why = why_not_seen(standing_at(language, tail))
    may_lead = not why or (found and not found.automatically_created)
    if found and may_lead and why != WhyGone.TAKEN_BACK and (way := way_of(found, rest)):
        return lead(request, found, way)
    why = why or why_deleted(language, tail) or _why_its_page(found)
    return answer_gone(request, tail, why) if why else None


def redirect_from(request, path):
    """The redirect kept for this address, or None; one with the query of the request goes first."""
    plain = Redirect.normalise_path(path)
    whole = Redirect.normalise_path(f"{path}?{request.META.get('QUERY_STRING', '')}")
    kept = Redirect.objects.filter(old_path__in={plain, whole}) if "\0" not in whole else ()
    return max(kept, key=lambda one: (one.old_path == whole, one.site_id or 0), default=None)


def way_of(redirect, rest=""):
    """Where a redirect leads, or "" where it would lead to what readers may not see."""
    if not redirect.redirect_page_id:
        return redirect.redirect_link
    entry = Entry.objects.visible().filter(page=redirect.redirect_page_id).first()
    return f"{entry.url}{redirect.redirect_page_route_path.lstrip('/')}{rest}" if entry else ""


def lead(request, redirect, way):
    """The answer that leads there, or None where it would lead back to where we are."""
    if way == request.path:
        return None
    kind = HttpResponsePermanentRedirect if redirect.is_permanent else HttpResponseRedirect
    answer = kind(way)
    answer["Cache-Control"] = REMEMBERED
    return answer


def _why_its_page(redirect):
    if redirect is None or not redirect.redirect_page_id:
        return ""
    return why_not_seen(once_public().filter(pk=redirect.redirect_page_id))
