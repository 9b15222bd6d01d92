"""How far the worker is with the drafts that somebody asked for."""

from collections import defaultdict
from dataclasses import dataclass, field

from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from wagtail.admin import messages

from campaigns.places.rights import languages_by_city

from ..languages import Tongue, tongue
from ..models import TranslationRequest
from ..translating.drafts import page_ids_of
from ..translating.queue import shown
from .screens import screen

#: More than can be asked for at once.
MOST = 2000
LARGEST_ID = 2**63 - 1


@dataclass
class Draft:
    """One text in one language on its way.

    Its ``state``: “waiting”, “making”, “ready”, “trouble”, “lost” or “closed”.
    """

    request: TranslationRequest
    tongue: Tongue
    state: str
    address: str = ""

    @property
    def about(self):
        """For whoever hears a button and does not see beside what it stands."""
        words = _("%(title)s, %(language)s")
        return words % {"title": self.request.original.title, "language": self.tongue.name}


@dataclass
class Row:
    """One text with its drafts."""

    original: object
    drafts: list[Draft] = field(default_factory=list)


def address_of_preparation(requests):
    """Where it is told how far these requests are."""
    ids = sorted({request.pk for request in requests})
    told = urlencode([("request", span) for span in _spans(ids)])
    return f"{reverse('translations_in_preparation')}?{told}"


def translations_in_preparation(request):
    """A line for each text, with ``?request=5`` or ``?request=5-9``; ``part=1``: the lines alone.

    Somebody who asked for one draft which is made already is led into it, and whoever names none
    to the desk.
    """
    if "request" not in request.GET:
        messages.info(
            request, _("That address names no draft. Here is every text, and how far it is.")
        )
        return redirect("translation_desk")
    found = _requests(request)
    if not found:
        raise Http404
    drafts = drafts_of(found)
    is_part = "part" in request.GET
    if len(drafts) == 1 and drafts[0].state == "ready" and drafts[0].address and not is_part:
        return _lead_in(request, drafts[0])
    rows = Paginator(_rows(drafts), 50).get_page(request.GET.get("p"))
    done = sum(draft.state in ("ready", "closed") for draft in drafts)
    left = sum(draft.state in ("waiting", "making") for draft in drafts)
    spans = request.GET.getlist("request")
    context = {
        "rows": rows,
        "number": len(drafts),
        "done": done,
        "left": left,
        "in_trouble": len(drafts) - done - left,
        "heading": _("All drafts are ready") if done == len(drafts) else _("Drafts on their way"),
        "me": request.user.pk,
        "asked": urlencode([("request", span) for span in spans]),
        "here": f"{request.path}?{urlencode([('request', span) for span in spans])}",
    }
    if is_part:
        return render(request, "pages/admin/preparation.html", context)
    above = [(reverse("my_translations"), _("My translations"))]
    words = screen(context["heading"], above=above)
    return render(request, "pages/admin/translations_in_preparation.html", words | context)


def _lead_in(request, draft):
    words = _("A draft in %(language)s is ready. Nobody sees it before it is published.")
    messages.success(request, words % {"language": draft.tongue.name})
    return redirect(draft.address)


def drafts_of(requests):
    """The Drafts of these TranslationRequests, in their order (one query)."""
    pages = page_ids_of({one.original.key for one in requests if one.original.page_id})
    return [_draft(one, way_in(one, pages) if one.prepared_at else "") for one in requests]


def _draft(request, address):
    """A draft that somebody deleted meanwhile can be made again, like one in trouble."""
    is_lost = request.prepared_at and not address and not request.closed_at
    state = "lost" if is_lost else _state(request)
    return Draft(request=request, tongue=tongue(request.language), state=state, address=address)


def way_in(request, pages):
    """Where the sentences of a request are turned; ``pages`` as in ``page_ids_of``."""
    original = request.original
    if original.page_id:
        pk = pages.get((original.key, request.language))
        return reverse("wagtailadmin_pages:edit", args=[pk]) if pk else ""
    return reverse("translate_text", args=[original.pk, request.language])


def _state(request):
    if request.prepared_at:
        return "ready"
    if request.closed_at:
        return "closed"
    if request.trouble:
        return "trouble"
    return "making" if request.attempts else "waiting"


def _rows(drafts):
    rows = {}
    for draft in drafts:
        original = draft.request.original
        rows.setdefault(original.pk, Row(original)).drafts.append(draft)
    return list(rows.values())


def _requests(request):
    """Those named in the address that this person asked for or may work on."""
    try:
        spans = list(map(_ids_in, request.GET.getlist("request")))
    except ValueError:
        raise Http404 from None
    if sum(map(len, spans)) > MOST:
        raise Http404
    ids = set().union(*spans)
    found = shown(TranslationRequest.objects.filter(pk__in=ids))
    found = list(found.order_by("original__title", "original", "language"))
    codes = languages_by_city(request.user, {one.original.city for one in found})
    return [
        one
        for one in found
        if one.asked_by_id == request.user.pk or one.language in codes[one.original.city]
    ]


def _ids_in(span):
    first, _dash, last = span.partition("-")
    first, last = int(first), int(last or first)
    if not 0 <= last - first < MOST or last > LARGEST_ID:
        raise ValueError(span)
    return range(first, last + 1)


def _spans(ids):
    """Numbers as people write them down: 3-7, 9."""
    spans = defaultdict(list)
    for place, number in enumerate(ids):
        spans[number - place].append(number)
    for run in spans.values():
        yield str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}"
