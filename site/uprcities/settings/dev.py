"""For work on this machine. Each line takes some safety away, and says why."""

import os

# Nobody else can reach this machine's loopback address: a key in the open is enough.
os.environ.setdefault("SECRET_KEY", "for-work-on-this-machine-only-never-where-others-can-reach-it")
os.environ.setdefault("SITE_URL", "http://127.0.0.1:8000")
# Whoever works on the code signs in a hundred times a day, to a site without testimony.
os.environ.setdefault("TWO_STEP_SIGN_IN", "offered")

from uprcities.settings.production import *  # noqa: F403

# Errors are read in the browser.
DEBUG = True
# The work tree is opened under any name it goes by here.
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]
# A changed sheet or script shows without collecting it first.
STORAGES["staticfiles"] = {  # noqa: F405
    "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
}
INSTALLED_APPS = ["whitenoise.runserver_nostatic", *INSTALLED_APPS]  # noqa: F405
WHITENOISE_USE_FINDERS = True
# Mail is read in the terminal.
EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
