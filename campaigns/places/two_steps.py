"""Whoever may open testimony signs in in two steps, or does not get in."""

from allauth.mfa.adapter import DefaultMFAAdapter
from django.contrib import messages
from django.contrib.auth.models import AnonymousUser
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _

from uprcities.accounts.second_steps import has_second_step, second_steps_of

from .rights import must_sign_in_in_two_steps


class TwoStepMiddleware:
    """Sends people who must have a second step and have none to where they set it up.

    Until then they are strangers on every other page, so that no draft and no document opens.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.path.startswith(reverse("wagtailadmin_home")):
            if request.path != reverse("wagtailadmin_logout") and lacks_second_step(request.user):
                return send_to_set_up(request)
        elif not request.path.startswith(reverse("your_account")):
            request.user = SimpleLazyObject(lambda person=request.user: known(person))
        return self.get_response(request)


class SecondStepAdapter(DefaultMFAAdapter):
    """Keeps the last second step of somebody who must have one."""

    def can_delete_authenticator(self, authenticator):
        others = second_steps_of(authenticator.user).exclude(pk=authenticator.pk)
        return others.exists() or not must_sign_in_in_two_steps(authenticator.user)


def lacks_second_step(person):
    return must_sign_in_in_two_steps(person) and not has_second_step(person)


def known(person):
    return AnonymousUser() if lacks_second_step(person) else person


def send_to_set_up(request):
    messages.warning(
        request,
        _(
            "People trust you with what they tell. So that a stolen password opens none of it, "
            "your sign-in needs a second step: add one here, then go on to your work."
        ),
    )
    return HttpResponseRedirect(reverse("mfa_index"))
