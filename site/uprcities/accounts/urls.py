"""The addresses of signing in: those we need, and none that lets people change more than that."""

from allauth.account import views as account
from django.urls import include, path, re_path
from wagtail.utils.urlpatterns import decorate_urlpatterns

from . import views
from .unsubscribing import end_reminders

urlpatterns = decorate_urlpatterns(
    [
        path("", views.your_account, name="your_account"),
        path("login/", views.sign_in, name="account_login"),
        path("logout/", account.logout, name="account_logout"),
        path("inactive/", account.account_inactive, name="account_inactive"),
        path("reauthenticate/", account.reauthenticate, name="account_reauthenticate"),
        path(
            "password/reset/",
            views.if_mail_is_sent(account.password_reset),
            name="account_reset_password",
        ),
        path(
            "password/reset/done/",
            views.if_mail_is_sent(account.password_reset_done),
            name="account_reset_password_done",
        ),
        re_path(
            r"^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
            views.if_mail_is_sent(account.password_reset_from_key),
            name="account_reset_password_from_key",
        ),
        path(
            "password/reset/key/done/",
            account.password_reset_from_key_done,
            name="account_reset_password_from_key_done",
        ),
        path(
            "welcome/<uidb64>/<token>/",
            views.InvitationView.as_view(),
            name="account_invitation",
        ),
        path(
            "welcome/done/",
            account.password_reset_from_key_done,
            name="account_invitation_done",
        ),
        path("2fa/", include("allauth.mfa.urls")),
        path("reminders/<str:token>/", end_reminders, name="end_reminders"),
        path("sessions/", views.sessions, name="usersessions_list"),
    ],
    views.in_their_language,
)
