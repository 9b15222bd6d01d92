"""Who may enter, and how they show who they are: passwords, second steps, brakes on guessing."""

from datetime import timedelta
from urllib.parse import urlsplit

from uprcities.settings.environment import env, is_this_machine, site_address, two_steps

# "required" for whoever may open testimony and for administrators; "offered" on this machine only.
TWO_STEP_SIGN_IN = two_steps("TWO_STEP_SIGN_IN", site_address("SITE_URL"))
# Further roles that must, as campaigns.places names them.
TWO_STEP_ROLES = env.list("TWO_STEP_ROLES", [])

LOGIN_URL = WAGTAILADMIN_LOGIN_URL = WAGTAIL_FRONTEND_LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "wagtailadmin_home"
LOGOUT_REDIRECT_URL = "account_login"

PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",  # first: it stops whoever is locked
    "allauth.account.auth_backends.AuthenticationBackend",
]

# The address somebody comes from. Behind a proxy of ours it is the last one in X-Forwarded-For,
# which that proxy wrote; without one nobody's word is taken for it.
BEHIND_PROXY = env.bool("BEHIND_PROXY", False)
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if BEHIND_PROXY else 0

# Accounts: made by administrators, never by themselves.

ACCOUNT_ADAPTER = "uprcities.accounts.adapters.AccountAdapter"
ACCOUNT_FORMS = {
    "login": "uprcities.accounts.forms.SignInForm",
    "reauthenticate": "uprcities.accounts.forms.AgainForm",
}
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"  # an administrator wrote the address down
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False  # no mail to strangers
ACCOUNT_EMAIL_NOTIFICATIONS = True  # the owner learns of every change to a second step
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_SESSION_REMEMBER = False  # gone with the browser: a library's computer has many users
# The slow brake. Per account it counts failures from everywhere, so that many computers together
# get no further; per network it leaves room for everybody in a library to mistype.
ACCOUNT_RATE_LIMITS = {"login": "60/m/ip", "login_failed": "100/h/ip,30/h/key"}

# The second step

MFA_ADAPTER = "campaigns.places.two_steps.SecondStepAdapter"
MFA_FORMS = {
    "authenticate": "uprcities.accounts.forms.CodeForm",
    "activate_totp": "uprcities.accounts.forms.AppForm",
    "add_webauthn": "uprcities.accounts.forms.PasskeyForm",
    "edit_webauthn": "uprcities.accounts.forms.PasskeyNameForm",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ALLOW_UNVERIFIED_EMAIL = True  # there is no sign-up in which somebody could claim an address
MFA_TOTP_ISSUER = env.str("SITE_NAME", "UPR Cities")
MFA_TOTP_TOLERANCE = 1  # a telephone's clock may be half a minute off
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = site_address("SITE_URL").startswith(
    "http://"
) and is_this_machine(urlsplit(site_address("SITE_URL")).hostname)

USERSESSIONS_ADAPTER = "uprcities.accounts.adapters.SessionsAdapter"

# The fast brake: one account from one network stops after five failures, for a quarter of an hour.

AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False  # the time on the page stays true
AXES_USERNAME_CALLABLE = "uprcities.accounts.guessing.account_name"
AXES_CLIENT_IP_CALLABLE = "uprcities.accounts.guessing.network"
AXES_LOCKOUT_CALLABLE = "uprcities.accounts.guessing.say_locked"
AXES_USERNAME_FORM_FIELD = "login"
AXES_SENSITIVE_PARAMETERS = ["login", "username", "ip_address", "code", "csrfmiddlewaretoken"]
AXES_DISABLE_ACCESS_LOG = True  # uprcities.accounts keeps its own
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False
