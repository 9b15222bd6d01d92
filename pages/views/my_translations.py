"""“My translations”: what somebody has taken, what is free, and what became of it."""

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.admin.utils import get_user_display_name
from wagtail.admin.views.pages.utils import get_valid_next_url_from_request

from campaigns.places.rights import Reach, cities_of

from ..languages import Tongue, tongue
from ..models import TranslationRequest, TranslationState
from ..translating import queue, requesting
from ..translating.lengths import length_left
from ..translating.rights import require_seeing
from .preparing import Draft, drafts_of
from .screens import screen

ON_A_PAGE = 20
FINISHED = 10


@dataclass
class Job:
    """One request as a line of the list."""

    draft: Draft
    left: str  # what is left to do, in words or signs; empty where nothing is
    due: str  # in words, beside the day itself: “2 days late”; empty without a day
    is_pressing: bool
    asker: str
    person: str
    is_in_review: bool = False

    @property
    def request(self):
        return self.draft.request

    @property
    def original(self):
        return self.request.original

    @property
    def from_tongue(self) -> Tongue:
        return tongue(self.original.language)


def my_translations(request):
    """Lists with filters by language and city; a flat number of queries."""
    user, chosen = request.user, _chosen(request)
    pages = {
        name: Paginator(_filtered(jobs, chosen), ON_A_PAGE).get_page(request.GET.get(name))
        for name, jobs in _lists_of(user).items()
    }
    finished = _filtered(queue.finished_by(user), chosen)
    pages["finished"] = Paginator(finished, FINISHED).get_page(1)
    _fill(pages)
    codes = Reach(user).languages()
    context = {
        "lists": pages,
        "language": chosen.get("language", ""),
        "city": chosen.get("original__city", ""),
        "tongues": [tongue(c) for c, _n in settings.WAGTAIL_CONTENT_LANGUAGES if c in codes],
        "cities": list(cities_of(user).order_by("name")),
        "is_filtered": bool(chosen),
        "here": request.get_full_path(),
    }
    words = screen(_("My translations"), icon="user")
    return render(request, "pages/admin/my_translations.html", words | context)


def _lists_of(user):
    return {
        "mine": queue.mine(user),
        "review": queue.in_review_of(user),
        "free": queue.free_for(user),
        "asked": queue.asked_by(user),
    }


@require_POST
def change_request(request, request_id):
    """One button of such a line: take, hand back, take the request back, or try again."""
    found = queue.shown(TranslationRequest.objects.select_related("original__page"))
    one = get_object_or_404(found, pk=request_id)
    require_seeing(request.user, one)
    change, told = CHANGES.get(request.POST.get("action"), (None, ""))
    if change is None:
        raise Http404
    try:
        change(one, request.user)
    except requesting.TakenError as error:
        messages.warning(request, str(error))
    except PermissionDenied:
        messages.error(request, _("That is not possible any more: it changed meanwhile."))
    else:
        messages.success(request, told % {"title": one.original.title})
    return redirect(get_valid_next_url_from_request(request) or reverse("my_translations"))


class _Told:
    """What was done, translated when it is said."""

    def __init__(self, say):
        self.say = say

    def __mod__(self, names):
        return self.say() % names


CHANGES = {
    "take": (requesting.take, _Told(lambda: _("“%(title)s” is yours now."))),
    "hand_back": (
        requesting.hand_back,
        _Told(lambda: _("You handed “%(title)s” back. Somebody else can take it.")),
    ),
    "withdraw": (
        requesting.withdraw,
        _Told(lambda: _("“%(title)s” is not asked for any more. A draft that was begun stays.")),
    ),
    "again": (
        requesting.try_again,
        _Told(lambda: _("“%(title)s” is being prepared again.")),
    ),
}


def _chosen(request):
    language, city = request.GET.get("language"), request.GET.get("city")
    chosen = {}
    if language in dict(settings.WAGTAIL_CONTENT_LANGUAGES):
        chosen["language"] = language
    if city and city.isdecimal() and len(city) < 10:
        chosen["original__city"] = int(city)
    return chosen


def _filtered(requests, chosen):
    return requests.filter(**chosen)


def _fill(pages):
    """Turn the requests on these pages into Jobs, with one question for all of them."""
    requests = [one for page in pages.values() for one in page.object_list]
    drafts = {draft.request.pk: draft for draft in drafts_of(requests)}
    left = _words_left(requests)
    today = timezone.localdate()
    for page in pages.values():
        page.object_list = [_job(drafts[one.pk], left, today) for one in page.object_list]


def _words_left(requests):
    states = TranslationState.objects.filter(
        original__in={one.original_id for one in requests},
        language__in={one.language for one in requests},
    )
    found = states.values_list("original", "language", "strings", "words_left")
    return {(pk, code): words for pk, code, strings, words in found if strings}


def _job(draft, left, today):
    one = draft.request
    words = left.get((one.original_id, one.language), one.original.words)
    return Job(
        draft=draft,
        left=length_left(words, one.original.language) if words else "",
        due=_due(one.due_on, today),
        is_pressing=bool(one.due_on and one.due_on - today <= queue.SOON),
        asker=get_user_display_name(one.asked_by) if one.asked_by else "",
        person=get_user_display_name(one.person) if _is_held(one) else "",
        is_in_review=getattr(one, "is_in_review", False),
    )


def _is_held(request):
    """Not so where whoever took it may no longer work on it; asked of what one asked for alone."""
    return request.person and not getattr(request, "is_free", False)


def _due(day: date | None, today):
    """In words, so that nobody has to count; an empty string where there is no day."""
    if day is None:
        return ""
    days = (day - today).days
    if days < 0:
        late = ngettext("%(days)s day late", "%(days)s days late", -days)
        return late % {"days": -days}
    if days == 0:
        return _("Needed today")
    if days <= queue.SOON.days:
        words = ngettext("Needed in %(days)s day", "Needed in %(days)s days", days)
        return words % {"days": days}
    return _("Needed by")
