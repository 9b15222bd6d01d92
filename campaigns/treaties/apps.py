from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TreatiesConfig(AppConfig):
    """The common language: treaties, articles and themes."""

    name = "campaigns.treaties"
    label = "treaties"
    verbose_name = _("treaties")

    def ready(self):
        # Before any form is built: Wagtail keeps what it finds then.
        from taggit.managers import TaggableManager
        from wagtail.admin.forms.models import register_form_field_override
        from wagtail.permissions import register_permission_policy

        from . import forms, models, permissions

        register_form_field_override(TaggableManager, override=forms.field_for_tags)
        for model in [models.Treaty, models.TreatyArticle, models.Theme, models.MonitoringBody]:
            register_permission_policy(model, permissions.OpenReading(model))
