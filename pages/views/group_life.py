"""“Life of the group”, for administrators: each step says what it does before it does it."""

from django.contrib.admin.utils import quote
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.log_actions import registry

from campaigns.places.models import LocalGroup
from campaigns.places.rights import is_administrator

from ..group_life.forms import HandOverForm, RenameForm
from ..group_life.handing_over import hand_over, left_without, locked_by
from ..group_life.renaming import pages_that_move, rename
from ..group_life.steps import STEPS
from .screens import screen

MOST_EVENTS = 20


def show_life(request, pk):
    """How the group stands, what can happen to it, and what did."""
    group = _group(request, pk)
    told = {
        "group": group,
        "steps": [step for step in STEPS.values() if step.is_offered(group)],
        "members": group.memberships.select_related("user").order_by("user__username", "role"),
        "events": registry.get_logs_for_instance(group).select_related("user")[:MOST_EVENTS],
        "history": reverse("localgroup:history", args=[quote(group.pk)]),
    }
    return _answer(request, "life", group, _("Life of the group"), told)


def take_step(request, pk, step):
    """Asks whether to suspend, take up, archive or reopen; does it when sent."""
    group = _group(request, pk)
    if step not in STEPS or not STEPS[step].is_offered(group):
        raise Http404
    step = STEPS[step]
    if request.method == "POST":
        step.take(group, request.user)
        messages.success(request, step.done)
        return redirect("group_life", group.pk)
    return _answer(request, "life_step", group, step.title, {"group": group, "step": step})


def pass_on(request, pk):
    """Who leaves and who takes over; shown once more before it is done."""
    group = _group(request, pk)
    form = HandOverForm(request.POST or None, group=group)
    if not (request.method == "POST" and form.is_valid()):
        return _answer(request, "life_form", group, _("Hand over"), _asked(group, form))
    handovers = form.handovers()
    if "confirmed" in request.POST:
        hand_over(group, handovers, request.user)
        messages.success(request, _("The roles are passed on."))
        return redirect("group_life", group.pk)
    told = {
        "handovers": handovers,
        "without": left_without(group, handovers),
        "locked": locked_by(group, [one.membership.user_id for one in handovers]).count(),
    }
    return _answer(request, "life_hand_over", group, _("Hand over"), _asked(group, form) | told)


def give_new_name(request, pk):
    """New names and a new address; says how many pages move before it is done."""
    group = _group(request, pk)
    form = RenameForm(request.POST or None, group=group)
    if not (request.method == "POST" and form.is_valid()):
        return _answer(request, "life_form", group, _("Rename"), _asked(group, form))
    if "confirmed" in request.POST:
        rename(group, **form.cleaned_data, user=request.user)
        messages.success(
            request, _("The group has its new name. Old addresses lead to the new ones.")
        )
        return redirect("group_life", group.pk)
    is_moved = form.cleaned_data["slug"] != group.city.slug
    told = {"moved": pages_that_move(group.city) if is_moved else 0, "new": form.cleaned_data}
    return _answer(request, "life_rename", group, _("Rename"), _asked(group, form) | told)


def _group(request, pk):
    if not is_administrator(request.user):
        raise PermissionDenied
    return get_object_or_404(LocalGroup.objects.select_related("city", "collection"), pk=pk)


def _asked(group, form):
    return {"group": group, "form": form, "back": reverse("group_life", args=[group.pk])}


def _answer(request, template, group, title, told):
    groups = (reverse("localgroup:index"), _("Local groups"))
    life = (reverse("group_life", args=[group.pk]), group.name)
    above = [groups] if template == "life" else [groups, life]
    words = screen(title, group.name, above) | {"header_icon": "history"}
    return render(request, f"pages/admin/{template}.html", words | told)
