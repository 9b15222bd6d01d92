from django.views.decorators.cache import never_cache
from wagtail.admin.auth import require_admin_access
from wagtail.admin.views.account import (
    AccountView,
    AvatarSettingsPanel,
    NameEmailForm,
    NameEmailSettingsPanel,
)


class OptionalNameForm(NameEmailForm):
    """Nobody has to give a name to choose a language; the account’s own name is enough."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("first_name", "last_name"):
            self.fields[name].required = False


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
