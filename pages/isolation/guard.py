"""Stands at the door of the admin and asks, before any view does, whether this is yours."""

from django.http import Http404
from django.urls import reverse
from django.views.defaults import page_not_found

from campaigns.places.looking import looking_as
from campaigns.places.rights import is_administrator
from uprcities.accounts.views import say_no_role

from . import questions
from .addresses import ASKED, BESIDE, BY_NAME, ELSEWHERE, HARMLESS, MAY_BE_EMPTY, OPEN, SENT
from .narrower import narrowed
from .posted import points_at_own_things
from .unreadable import is_unreadable, say_unreadable


class AdminGuard:
    """Answers 404 to whoever asks for what is another city’s; administrators pass."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if not _is_admin(request):
            return self.get_response(request)
        with looking_as(_limited(request)):
            return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        person = _is_admin(request) and _limited(request)
        if not person:
            return None
        route = _route(request)
        if route != "logout/" and not person.has_perm("wagtailadmin.access_admin"):
            return say_no_role(request)
        try:
            is_own = may_open(person, route, kwargs, request) and may_send(person, kwargs, request)
        except Exception as error:
            if answer := self.process_exception(request, error):
                return answer
            raise
        if not is_own:
            return page_not_found(request, Http404(), template_name="wagtailadmin/404.html")
        replacement = narrowed(route, view)
        return replacement(request, *args, **kwargs) if replacement else None

    def process_exception(self, request, error):
        if _is_admin(request) and is_unreadable(request, error):
            return say_unreadable(request)
        return None

    def process_template_response(self, request, response):
        """A refusal does not name what it refuses."""
        context = response.context_data or {}
        if _is_admin(request) and _limited(request):
            for name in context.keys() & {"items_with_no_access"}:
                context[name] = []
        return response


def may_open(person, route, kwargs, request):
    """Whether somebody who is not an administrator may open this address with these ids."""
    if route in OPEN:
        asked = ELSEWHERE.get(route, {})
    elif route in ASKED:
        asked = {name: BY_NAME.get(name) for name in kwargs.keys() - HARMLESS - BESIDE.keys()}
        asked |= ELSEWHERE.get(route, {})
    else:
        return False
    return all(_answer(person, name, asked[name], kwargs, request) for name in asked) and (
        _answer_together(person, kwargs, request) if route in ASKED else True
    )


def may_send(person, kwargs, request):
    """Whether a form sends nothing that points at what is another city’s."""
    if request.method != "POST":
        return True
    try:
        if not all(
            question(person, value)
            for name, question in SENT.items()
            for value in request.POST.getlist(name)
            if value
        ):
            return False
    except ValueError:
        return False
    return points_at_own_things(person, kwargs, request.POST)


def _answer(person, name, question, kwargs, request):
    if question is None:
        return False
    values = request.GET.getlist(name[1:]) if name.startswith("?") else [kwargs[name]]
    try:
        return all(
            question(person, value) for value in values if value != "" or name not in MAY_BE_EMPTY
        )
    except ValueError:  # an id that is no number names nothing
        return False


def _answer_together(person, kwargs, request):
    """Ask for names that mean something only beside the others, and for actions on many."""
    if not all(BESIDE[name](person, kwargs) for name in BESIDE.keys() & kwargs.keys()):
        return False
    if "action" not in kwargs:
        return True
    try:
        return questions.own_objects(person, kwargs, request.GET.getlist("id"))
    except ValueError:
        return False


def _limited(request):
    """The person when they are signed in and no administrator, else None."""
    person = getattr(request, "user", None)
    if person is None or not person.is_authenticated or is_administrator(person):
        return None
    return person


def _is_admin(request):
    return request.path.startswith(reverse("wagtailadmin_home"))


def _route(request):
    return request.resolver_match.route.removeprefix("admin/")
