"""Answers an address: the page, or the honest reason why it is not there."""

from django.db.models import Exists, OuterRef
from django.http import Http404
from django.utils.translation import get_language
from wagtail import hooks
from wagtail.models import PageViewRestriction

from ..former.answering import answer_former
from ..models import Entry
from .missing import answer_missing


def read(request, tail=""):
    """The page at this address in the language of the address.

    200 with the page; 301 where it moved; 410 where it was taken down or its teller took it back;
    otherwise what exists in other languages, with status 404. Two queries find the page, however
    deep it stands.
    """
    entry = _entry_at(get_language(), tail)
    if entry and (entry.may_be_seen or _is_restricted(entry)):
        return serve(request, entry)
    return answer_former(request, tail) or answer_missing(request, tail)


def serve(request, entry):
    """The page itself, after Wagtail’s own hooks have had their say (private pages)."""
    page_class = entry.page.specific_class
    whole = page_class.objects.select_related("locale", *page_class.read_with)
    page = whole.get(pk=entry.page_id)
    for hook in hooks.get_hooks("before_serve_page"):
        answer = hook(page, request, [], {})
        if answer:
            return answer
    page.entry_here = request.entry_here = entry
    request.page_here = page
    if not entry.may_be_seen:
        raise Http404
    return page.serve(request)


def _entry_at(language, tail):
    seen = Entry.objects.visible().filter(pk=OuterRef("pk"))
    entries = Entry.objects.filter(language=language, tail=tail).select_related(
        "page", "city__local_group"
    )
    return entries.with_city_title().annotate(may_be_seen=Exists(seen)).first()


def _is_restricted(entry):
    restrictions = PageViewRestriction.objects.select_related("page")
    return any(entry.page.path.startswith(found.page.path) for found in restrictions)
