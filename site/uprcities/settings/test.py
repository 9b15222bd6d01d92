"""For the tests. Each line takes some safety away, and says why."""

import atexit
import os
import shutil
import tempfile

os.environ.setdefault(
    "SECRET_KEY", "for-tests-only-and-long-enough-to-pass-the-length-rule-of-ours"
)
os.environ.setdefault("SITE_URL", "http://testserver.localhost")
# Most tests are about something else and sign in with one step; those of the second ask for it.
os.environ.setdefault("TWO_STEP_SIGN_IN", "offered")
# A test never touches what the demo keeps.
if "VAR_DIR" not in os.environ:
    os.environ["VAR_DIR"] = tempfile.mkdtemp(prefix="uprcities-tests-")
    atexit.register(shutil.rmtree, os.environ["VAR_DIR"], ignore_errors=True)

from uprcities.settings.production import *  # noqa: F403

# The test client and the browser come under these names.
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1", "testserver.localhost"]
# Argon2 is slow on purpose; a test signs in hundreds of times.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# Nothing is collected before the tests, so there is no manifest to read names from.
STORAGES["staticfiles"] = {  # noqa: F405
    "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
# Mail is read from the outbox.
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"

if DATABASES["default"]["ENGINE"].endswith("sqlite3"):  # noqa: F405
    # A test database need not survive a power cut; a file, since the browser's threads share it.
    DATABASES["default"]["OPTIONS"]["init_command"] += "PRAGMA synchronous=OFF;"  # noqa: F405
    DATABASES["default"]["TEST"] = {"NAME": VAR_DIR / "test.sqlite3"}  # noqa: F405
else:
    # A pool would keep connections open to a database that the run wants to drop.
    DATABASES["default"]["OPTIONS"].pop("pool")  # noqa: F405
    DATABASES["default"]["TEST"] = {"NAME": "test_uprcities"}  # noqa: F405

# Pages of Wagtail and the translation package as they come, to show what each does without us.
INSTALLED_APPS.append("tests.plain")  # noqa: F405
