from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.staticfiles import versioned_static

from .settings_panels import ReminderSettingsPanel

hooks.register("register_account_settings_panel", ReminderSettingsPanel)


@hooks.register("get_avatar_url")
def same_portrait_for_all(user, size):
    return versioned_static("wagtailadmin/images/default-user-avatar.png")


@hooks.register("register_account_menu_item")
def offer_second_step(request):
    return {
        "url": reverse("mfa_index"),
        "label": _("Two-step sign-in"),
        "help_text": _("A passkey, an app on your telephone, and codes for when you lose both."),
    }


@hooks.register("register_account_menu_item")
def offer_sessions(request):
    return {
        "url": reverse("usersessions_list"),
        "label": _("Where you are signed in"),
        "help_text": _("Sign out a computer you left, and see the latest sign-ins."),
    }
