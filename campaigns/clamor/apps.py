from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ClamorConfig(AppConfig):
    """The record made heard."""

    name = "campaigns.clamor"
    label = "clamor"
    verbose_name = _("clamor")
