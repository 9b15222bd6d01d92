"""“Start a city”, for administrators: one form, what came of it, and the way back."""

from functools import wraps

from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.admin import messages

from campaigns.places.inviting import write_to
from campaigns.places.models import City, Membership
from campaigns.places.rights import is_administrator
from uprcities.accounts.invitations import invitation_link, may_be_invited
from uprcities.lib.mail import mail_is_sent

from ..languages import tongue
from ..starting.city import start_city
from ..starting.forms import CityForm, PeopleFormSet, with_more_rows
from ..starting.making import profiles_of
from ..starting.template import make_template
from ..starting.undoing import undo_start, why_not_undone
from .screens import screen

#: In the session: whom no mail reached, until their links were shown.
TO_HAND_OVER = "people_to_invite_by_hand"


def for_administrators(view):
    @wraps(view)
    def guarded(request, *args, **kwargs):
        if not is_administrator(request.user):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return guarded


@for_administrators
def start(request):
    """The form; what was typed stays until it is right."""
    form = CityForm(request.POST or None)
    people = PeopleFormSet(request.POST or None, prefix="people")
    if "more" in request.POST:
        form, people = _unasked(form), _unasked(with_more_rows(people))
    elif request.POST and all([form.is_valid(), people.is_valid()]):
        made = _made(request, form, people)
        if made:
            return redirect("started_city", made.group.city_id)
    context = screen(_("Start a city"), icon="plus") | {"form": form, "people": people}
    return render(request, "pages/admin/start_city.html", context)


def _unasked(form):
    """Shows what was typed without judging it: it is not finished."""
    for part in [form, *getattr(form, "forms", [])]:
        part._errors = {}
    return form


def _made(request, form, people):
    """Start it; on trouble the form says what to do, and nothing is made."""
    typed = [row.person() for row in people.forms if row.has_changed()]
    try:
        made = start_city(form.plan(typed), request.user)
    except ValidationError as error:
        form.add_error(None, error.messages)
        return None
    if made.is_nothing:
        messages.info(
            request, _("%(city)s is there already; nothing changed.") % {"city": made.group.city}
        )
    else:
        messages.success(request, _("%(city)s is started.") % {"city": made.group.city})
    _invite(request, [joined.membership for joined in made.joined])
    return made


def _invite(request, memberships):
    people = {membership.user for membership in memberships}
    missed = write_to(memberships) if mail_is_sent() else people
    request.session[TO_HAND_OVER] = [person.pk for person in missed if may_be_invited(person)]


@for_administrators
def started(request, city_id):
    """What the city began with, by language; links to hand over are shown here, once."""
    city = get_object_or_404(_begun(), pk=city_id)
    members = Membership.objects.filter(local_group__city=city).select_related("user")
    context = {
        "city": city,
        "languages": _pages_by_language(city),
        "members": members.order_by("user__email", "role"),
        "invitations": _links_to_hand_over(request),
        "reasons": why_not_undone(city),
    }
    above = [(reverse("start_city"), _("Start a city"))]
    words = screen(city.name, above=above, icon="site")
    return render(request, "pages/admin/started_city.html", words | context)


def _begun():
    return City.objects.real().filter(local_group__isnull=False).select_related("local_group")


def _pages_by_language(city):
    """(Tongue, profile, pages below it) for each language."""
    for code, profile in profiles_of(city).items():
        yield tongue(code), profile, profile.get_children()


def _links_to_hand_over(request):
    waiting = request.session.pop(TO_HAND_OVER, [])
    people = get_user_model().objects.filter(pk__in=waiting).order_by("email")
    return [(person.email, invitation_link(person)) for person in people if may_be_invited(person)]


@for_administrators
def undo(request, city_id):
    """Asks once more, then takes everything back that was made for the city."""
    city = get_object_or_404(_begun(), pk=city_id)
    if request.method == "POST":
        try:
            undo_start(city)
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
            return redirect("started_city", city_id)
        messages.success(request, _("The start of %(city)s is undone.") % {"city": city.name})
        return redirect("start_city")
    above = [(reverse("started_city", args=[city_id]), city.name)]
    context = screen(_("Undo the start"), city.name, above, icon="undo")
    context |= {"city": city, "reasons": why_not_undone(city), "back": above[0][0]}
    return render(request, "pages/admin/undo_city.html", context)


@require_POST
@for_administrators
def edit_template(request):
    """To the pages with which a new city begins; they are made where nobody made any."""
    template = make_template()
    if not template:
        messages.error(request, _("There is no list of cities yet. Make that page first."))
        return redirect("start_city")
    page = template.get(get_language()) or next(iter(template.values()))
    return redirect("wagtailadmin_explore", page.pk)
