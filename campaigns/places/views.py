"""Screens of administrators that differ from Wagtail’s own."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.views.generic.models import EditView, IndexView
from wagtail.admin.widgets.button import Button

from uprcities.accounts.invitations import invitation_link, may_be_invited, renew
from uprcities.lib.mail import mail_is_sent

from .inviting import write_to
from .models import Membership
from .rights import is_administrator

PEOPLE = "membership:index"


class PeopleList(IndexView):
    """People and roles; whoever never came is invited again from here."""

    def get_list_more_buttons(self, instance):
        buttons = super().get_list_more_buttons(instance)
        if may_be_invited(instance.user):
            address = reverse("membership:invite_again", args=[instance.pk])
            buttons.append(Button(_("Invite again"), address, icon_name="mail", priority=40))
        return buttons


class LocalGroupScreen(EditView):
    """One group, with what others offer to do with it."""

    @cached_property
    def header_more_buttons(self):
        offers = hooks.get_hooks("register_local_group_buttons")
        further = [button for offer in offers for button in offer(self.object, self.request.user)]
        return [*super().header_more_buttons, *further]


class CityList(IndexView):
    """The cities, without the one that only shows how a new city begins."""

    def get_base_queryset(self):
        return super().get_base_queryset().real()


def invite_again(request, pk):
    """Ask first, then send a new link; earlier ones are void. Without mail it is shown, once."""
    if not is_administrator(request.user):
        raise PermissionDenied
    memberships = Membership.objects.select_related("user", "local_group")
    membership = get_object_or_404(memberships, pk=pk)
    person = membership.user
    if not may_be_invited(person):
        messages.info(request, _("%(person)s has a password already.") % {"person": person})
        return redirect(PEOPLE)
    context = {"person": person, "back": reverse(PEOPLE)}
    if request.method == "POST":
        renew(person)
        of_group = memberships.filter(user=person, local_group=membership.local_group)
        if mail_is_sent() and not write_to(of_group):
            sent = _("A new invitation went to %(email)s.")
            messages.success(request, sent % {"email": person.email})
            return redirect(PEOPLE)
        context["invitations"] = [(person.email, invitation_link(person))]
    return render(request, "places/invite_again.html", context | _header(person))


def _header(person):
    title = _("Invite again")
    way = [(reverse("wagtailadmin_home"), _("Home")), (reverse(PEOPLE), _("People and roles"))]
    return {
        "breadcrumbs_items": [{"url": url, "label": label} for url, label in [*way, ("", title)]],
        "header_title": f"{title}: {person.get_full_name() or person.email}",
        "header_icon": "mail",
    }
