from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CompileConfig(AppConfig):
    """The evidence turned into the record."""

    name = "campaigns.compile"
    label = "compile"
    verbose_name = _("compile")
