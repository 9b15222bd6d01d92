from allauth.account.forms import LoginForm, ReauthenticateForm
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm
from django.utils.translation import gettext_lazy as _


class SignInForm(LoginForm):
    """A user name or an e-mail address, and the password."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["login"].label = _("User name or e-mail address")
        self.fields["login"].widget.attrs |= {
            "autocomplete": "username",
            "autocapitalize": "none",
            "spellcheck": "false",
            "autofocus": True,
        }
        self.fields["login"].widget.attrs.pop("placeholder")
        ask_for_password(self.fields["password"])


class AgainForm(ReauthenticateForm):
    """The password once more, before something changes."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        ask_for_password(self.fields["password"])


class CodeForm(AuthenticateForm):
    """The code of the second step."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        ask_for_code(self.fields["code"])


class AppForm(ActivateTOTPForm):
    """The first code that a new app shows."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        ask_for_code(self.fields["code"])


class PasskeyForm(AddWebAuthnForm):
    """A name for a passkey, and whether it may stand for the password too."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["name"].label = _("Its name")
        self.fields["name"].help_text = _("For example: my telephone, the blue key.")
        passwordless = self.fields["passwordless"]
        passwordless.label = _("Sign in with it alone, without my password")
        passwordless.help_text = _("The device then asks for your finger, face or code each time.")
        passwordless.initial = True


class PasskeyNameForm(EditWebAuthnForm):
    """Another name for a passkey."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["name"].label = _("Its name")


def ask_for_password(field):
    field.label = _("Password")
    field.widget.attrs.pop("placeholder", None)


def ask_for_code(field):
    field.label = _("Code")
    field.widget.attrs.pop("placeholder", None)
    field.widget.attrs |= {"inputmode": "numeric", "autofocus": True, "class": "code"}
