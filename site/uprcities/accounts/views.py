from django.views.decorators.cache import never_cache
from wagtail.admin.auth import require_admin_access
from wagtail.admin.views.account import AccountView, AvatarSettingsPanel


class FacelessAccountView(AccountView):
    """An editor's own settings, without a portrait: some editors are at risk themselves."""

    def get_panels(self):
        return [
            panel for panel in super().get_panels() if not isinstance(panel, AvatarSettingsPanel)
        ]


account_settings = never_cache(require_admin_access(FacelessAccountView.as_view()))
