from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CollectConfig(AppConfig):
    """What people tell us, and what they agreed to."""

    name = "campaigns.collect"
    label = "collect"
    verbose_name = _("collect")
