from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PlacesConfig(AppConfig):
    """Cities, local groups, and who may act for them."""

    name = "campaigns.places"
    label = "places"
    verbose_name = _("places")

    def ready(self):
        import_module("campaigns.places.checks")
