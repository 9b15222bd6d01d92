from functools import wraps

from allauth.account.views import LoginView
from allauth.usersessions.internal.flows.sessions import end_sessions
from allauth.usersessions.models import UserSession
from allauth.usersessions.views import ListUserSessionsView
from django.conf import settings
from django.contrib.auth.views import PasswordResetConfirmView
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse, reverse_lazy
from django.utils import translation
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from wagtail.admin.auth import require_admin_access
from wagtail.admin.localization import get_localized_response
from wagtail.admin.views.account import (
    AccountView,
    AvatarSettingsPanel,
    NameEmailForm,
    NameEmailSettingsPanel,
)

from uprcities.lib.browsers import browser_of

from .invitations import invitation_tokens

EVENTS_SHOWN = 20


class OptionalNameForm(NameEmailForm):
    """Nobody has to give a name to choose a language; the account’s own name is enough.

    Roles are given to addresses: whoever could take one that is not theirs would get its roles.
    """

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("first_name", "last_name"):
            self.fields[name].required = False
        self.fields["email"].disabled = True
        self.fields["email"].help_text = _("Ask an administrator to change it.")


class FacelessAccountView(AccountView):
    """An editor's own settings, without a portrait: some editors are at risk themselves."""

    def get_panels(self):
        panels = [
            panel for panel in super().get_panels() if not isinstance(panel, AvatarSettingsPanel)
        ]
        for panel in panels:
            if isinstance(panel, NameEmailSettingsPanel):
                panel.form_class = OptionalNameForm
        return panels


account_settings = never_cache(require_admin_access(FacelessAccountView.as_view()))


class SignInView(LoginView):
    """The way in."""

    def get_context_data(self, **kwargs):
        offered = {"offers_password_reset": settings.WAGTAIL_PASSWORD_RESET_ENABLED}
        return super().get_context_data(**kwargs) | offered


sign_in = SignInView.as_view()


class SessionsView(ListUserSessionsView):
    """Where somebody is signed in, to be ended one by one, and what happened at their door."""

    def get_context_data(self, **kwargs):
        # A changed password gives this session another key, which the list does not know yet.
        UserSession.objects.create_from_request(self.request)
        context = super().get_context_data(**kwargs)
        for session in context["sessions"]:
            session.browser = browser_of(session.user_agent)
        context["events"] = self.request.user.sign_in_events.all()[:EVENTS_SHOWN]
        return context

    def form_valid(self, form):
        """End the one session that was chosen, or all but this one."""
        chosen = self.request.POST.get("session")
        if chosen is None:
            return super().form_valid(form)
        if chosen.isdecimal():
            mine = UserSession.objects.filter(user=self.request.user, pk=chosen)
            end_sessions(self.request, list(mine))
        return HttpResponseRedirect(self.get_success_url())


sessions = SessionsView.as_view()


class InvitationView(PasswordResetConfirmView):
    """Where somebody new chooses a password, in the language that was chosen for them."""

    template_name = "account/invitation.html"
    success_url = reverse_lazy("account_invitation_done")
    token_generator = invitation_tokens

    def dispatch(self, *args, **kwargs):
        invited = self.get_user(kwargs["uidb64"])
        with translation.override(language_of(invited)):
            response = super().dispatch(*args, **kwargs)
            return response.render() if hasattr(response, "render") else response


def language_of(user):
    """The language in which somebody finds the admin, or the one of this request."""
    profile = getattr(user, "wagtail_userprofile", None)
    return (profile and profile.preferred_language) or translation.get_language()


def your_account(request):
    return HttpResponseRedirect(reverse("mfa_index"))


def to_sign_in(request):
    """Every other way in leads to the one that knows the second step."""
    address = reverse("account_login")
    target = request.GET.get("next", "")
    if url_has_allowed_host_and_scheme(target, {request.get_host()}, request.is_secure()):
        address += "?" + urlencode({"next": target})
    return HttpResponseRedirect(address)


def to_password_reset(request, rest=""):
    return HttpResponseRedirect(reverse("account_reset_password"))


def if_mail_is_sent(view):
    """A forgotten password is reset by mail, where the site sends any."""

    @wraps(view)
    def asked(request, *args, **kwargs):
        if not settings.WAGTAIL_PASSWORD_RESET_ENABLED:
            raise Http404
        return view(request, *args, **kwargs)

    return asked


def in_their_language(view):
    """Answer in the language somebody chose for the admin, and let nothing keep the answer."""

    @never_cache
    @wraps(view)
    def answered(request, *args, **kwargs):
        return get_localized_response(view, request, *args, **kwargs)

    return answered


@in_their_language
def say_no_role(request):
    """For whoever is signed in and has no role now: else the door and the admin send them round."""
    return render(request, "account/no_role.html", status=403)
