"""The base: safe as it stands. What differs per site comes from the environment.

Every variable read here is explained in docs/operations.md; a test compares the two.
"""

from pathlib import Path
from urllib.parse import urlsplit

from marshmallow.validate import Length

from uprcities.lib.time_zones import time_zone_names
from uprcities.settings.browser_policies import (  # noqa: F401
    ADMIN_CONTENT_SECURITY_POLICY,
    CONTENT_SECURITY_POLICY,
    EMBED_HOSTS,
    PERMISSIONS_POLICY,
)
from uprcities.settings.environment import database, env, folder, site_address
from uprcities.settings.languages import stand_in_catalogues, with_further
from uprcities.settings.machine_translation import *  # noqa: F403 (each is a setting)
from uprcities.settings.machine_translation import routes
from uprcities.settings.signing_in import *  # noqa: F403 (each is a setting)

BASE_DIR = Path(__file__).resolve().parents[3]
VAR_DIR = folder("VAR_DIR", BASE_DIR / "var")

SECRET_KEY = env.str("SECRET_KEY", validate=Length(min=50))
DEBUG = False

# Where the site answers

SITE_URL = site_address("SITE_URL")
IS_HTTPS = SITE_URL.startswith("https://")
WAGTAILADMIN_BASE_URL = SITE_URL
WAGTAIL_SITE_NAME = env.str("SITE_NAME", "UPR Cities")
ALLOWED_HOSTS = [urlsplit(SITE_URL).hostname, *env.list("FURTHER_HOSTS", [])]
CSRF_TRUSTED_ORIGINS = [SITE_URL]
ROOT_URLCONF = "uprcities.urls"
WSGI_APPLICATION = "uprcities.wsgi.application"

# What it is made of

INSTALLED_APPS = [
    "pages",
    "campaigns.clamor",
    "campaigns.compile",
    "campaigns.collect",
    "campaigns.places",
    "campaigns.treaties",
    "uprcities.library",
    "uprcities.accounts",
    "uprcities",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.api.v2",
    "wagtail.contrib.redirects",
    "wagtail.contrib.routable_page",
    "wagtail.contrib.settings",
    "wagtail.contrib.sitemaps",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "axes",
    "rest_framework",
    "django_filters",
    "django_tasks",
    "django_tasks_db",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "uprcities.compression.CompressionMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "uprcities.content_security.ContentSecurityMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "uprcities.language_middleware.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "campaigns.places.two_steps.TwoStepMiddleware",
    "pages.isolation.guard.AdminGuard",
    "pages.translating.measuring.MeasureOnceMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "pages.former.middleware.FormerAddressMiddleware",
    "axes.middleware.AxesMiddleware",  # last: it puts its refusal in place of the answer
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
                "wagtail.contrib.settings.context_processors.settings",
                "pages.languages.reading_languages",
                "pages.navigation.site_lists",
                "pages.sharing.what_to_share",
                "pages.group_life.for_readers.group_of_page",
            ],
        },
    },
]
FORM_RENDERER = "django.forms.renderers.DjangoTemplates"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "accounts.User"

# Where it remembers

DATABASES = {"default": database("DATABASE_URL", f"sqlite:///{VAR_DIR / 'database.sqlite3'}")}

REDIS_URL = env.str("REDIS_URL", "")
CACHES = {
    "default": {
        "BACKEND": "uprcities.cache.ForgivingRedisCache",
        "LOCATION": REDIS_URL,
        "OPTIONS": {"socket_connect_timeout": 0.5, "socket_timeout": 0.5},
    }
    if REDIS_URL
    else {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
}

# Originals and documents: no address leads here.
PRIVATE_ROOT = VAR_DIR / "private"
# Derived, metadata-free files only: anybody may fetch everything in it.
MEDIA_ROOT = VAR_DIR / "public"
MEDIA_URL = "/media/"
STATIC_ROOT = VAR_DIR / "static"
STATIC_URL = "/static/"
STATICFILES_DIRS = [BASE_DIR / "site" / "static"]
# Folders as text: Wagtail writes them into the task that deletes a file.
STORAGES = {
    "default": {
        "BACKEND": "uprcities.library.storage.PrivateStorage",
        "OPTIONS": {"location": str(PRIVATE_ROOT)},
    },
    "public": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": str(MEDIA_ROOT), "base_url": MEDIA_URL},
    },
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
S3_BUCKET = env.str("S3_BUCKET", "")
if S3_BUCKET:  # originals in object storage (requirements-s3.txt); what is public stays here
    STORAGES["default"] = {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {
            "bucket_name": S3_BUCKET,
            "endpoint_url": env.str("S3_ENDPOINT", "") or None,
            "addressing_style": "path",
            "signature_version": "s3v4",
            "file_overwrite": False,
            "querystring_auth": True,
        },
    }
FILE_UPLOAD_PERMISSIONS = 0o640
FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o750
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000  # a long page with many blocks is many fields
DATA_UPLOAD_MAX_NUMBER_FILES = 20

TASKS = {
    # Wagtail's own (search index, references): at once, or search lags behind the editor.
    "default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"},
    # Ours: kept in the database, done by the worker.
    "jobs": {"BACKEND": "django_tasks_db.DatabaseBackend"},
}

# Languages

LANGUAGE_CODE = "en"
FURTHER_LANGUAGES = env.list("FURTHER_LANGUAGES", [])
LANGUAGES = with_further(FURTHER_LANGUAGES)
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
WAGTAIL_I18N_ENABLED = True
# What a site says in words of its own comes before what the project ships: see site_words.py.
SITE_WORDS = stand_in_catalogues(FURTHER_LANGUAGES, VAR_DIR / "locale")
LOCALE_PATHS = [SITE_WORDS, BASE_DIR / "locale"]
# A translation is asked for as a draft; only whoever may publish it makes it public.
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False
WAGTAIL_LOCALIZE_DEFAULT_TRANSLATION_MODE = "synced"
# {language: service}. The package's own button for machines stays off: it knows no consent.
MACHINE_TRANSLATION = routes("MACHINE_TRANSLATION", dict(LANGUAGES), globals())
USE_I18N = True
USE_TZ = True
TIME_ZONE = env.str("TIME_ZONE", "America/New_York")

# Who may enter

SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = False  # the admin's scripts read it
CSRF_COOKIE_SAMESITE = "Lax"
if IS_HTTPS:
    SESSION_COOKIE_NAME = "__Host-session"
    CSRF_COOKIE_NAME = "__Host-csrf"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = IS_HTTPS

# What a browser is told

SECURE_SSL_REDIRECT = IS_HTTPS
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
SECURE_HSTS_SECONDS = env.int("HSTS_SECONDS", 31_536_000) if IS_HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = IS_HTTPS
if BEHIND_PROXY:  # noqa: F405
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"  # Wagtail lifts it for the editor's own preview

# Wagtail

WAGTAILIMAGES_IMAGE_MODEL = "library.Image"
WAGTAILDOCS_DOCUMENT_MODEL = "library.Document"
WAGTAILIMAGES_RENDITION_STORAGE = "public"
WAGTAILIMAGES_EXTENSIONS = ["avif", "heic", "jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 25 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 50_000_000  # read from the header, before a pixel is decoded
WAGTAILIMAGES_IMAGE_FORM_BASE = "uprcities.library.forms.ImageForm"
WAGTAILDOCS_DOCUMENT_FORM_BASE = "uprcities.library.forms.DocumentForm"
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILDOCS_MAX_UPLOAD_SIZE = 200 * 1024 * 1024  # a recording; papers are held to less
WAGTAIL_FINISH_WORKFLOW_ACTION = "pages.approving.finishing.publish_what_was_approved"
WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT = True  # an approval is of one version
WAGTAILADMIN_NOTIFICATION_INCLUDE_SUPERUSERS = False  # not every draft of every city
WAGTAIL_GRAVATAR_PROVIDER_URL = None  # it would be sent a hash of each editor's e-mail
WAGTAIL_ENABLE_UPDATE_CHECK = False  # it would tell another host that we exist
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAILEMBEDS_FINDERS = []  # a finder asks a third party while the editor types
WAGTAIL_PASSWORD_RESET_ENABLED = bool(env.str("EMAIL_HOST", ""))
WAGTAIL_USER_TIME_ZONES = time_zone_names()
WAGTAIL_DATE_FORMAT = "%Y-%m-%d"
WAGTAIL_DATETIME_FORMAT = "%Y-%m-%d %H:%M"
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
WAGTAILAPI_LIMIT_MAX = 50
TAGGIT_CASE_INSENSITIVE = True
# Nobody signs in to the public API: asked with a password, it would tell whether that is right.
REST_FRAMEWORK = {"DEFAULT_AUTHENTICATION_CLASSES": []}

# Mail: a message names what waits, never what was told.

EMAIL_HOST = env.str("EMAIL_HOST", "")
EMAIL_PORT = env.int("EMAIL_PORT", 587)
EMAIL_HOST_USER = env.str("EMAIL_HOST_USER", "")
EMAIL_HOST_PASSWORD = env.str("EMAIL_HOST_PASSWORD", "")
EMAIL_USE_TLS = env.bool("EMAIL_USE_TLS", True)
EMAIL_TIMEOUT = 10
EMAIL_BACKEND = (
    "uprcities.lib.mail.ForgivingEmailBackend"
    if EMAIL_HOST
    else "django.core.mail.backends.console.EmailBackend"
)
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", f"noreply@{urlsplit(SITE_URL).hostname}")

# Logs: what failed and where, never who asked. No mail to admins: a traceback may carry testimony.

ADMINS = []
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "{levelname} {name} {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": env.log_level("LOG_LEVEL", "WARNING")},
    "loggers": {
        "django": {"handlers": ["console"], "propagate": False},
        "django.server": {"handlers": ["console"], "level": "WARNING", "propagate": False},
        "uprcities.sign_in": {"level": "INFO"},  # the account and what happened, no address
        "axes": {"level": "ERROR"},  # the line above says it already
    },
}
