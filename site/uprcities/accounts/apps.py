from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    """The people who sign in."""

    name = "uprcities.accounts"
    label = "accounts"
    verbose_name = _("accounts")

    def ready(self):
        import_module("uprcities.accounts.events")
