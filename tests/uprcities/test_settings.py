"""What differs per site comes from the environment, is documented, and is safe as it stands."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SETTINGS = ROOT / "site" / "uprcities" / "settings"
GOOD = {
    "DJANGO_SETTINGS_MODULE": "uprcities.settings.production",
    "SECRET_KEY": "k7!pQz" * 10 + "for-this-test-only",
    "SITE_URL": "https://upr.example.org",
}


@pytest.fixture
def manage(tmp_path):
    """manage("check", SITE_URL="…") runs one command on production settings; None leaves out."""

    def run(*arguments, **changes):
        environment = {**GOOD, "PATH": os.environ["PATH"], "VAR_DIR": str(tmp_path), **changes}
        return subprocess.run(
            [sys.executable, "manage.py", *arguments],
            cwd=ROOT,
            env={name: value for name, value in environment.items() if value is not None},
            capture_output=True,
            text=True,
            check=False,
        )

    return run


def variables_read():
    """Every variable that the settings ask for."""
    source = "\n".join(path.read_text() for path in SETTINGS.glob("*.py"))
    calls = r'(?:env\.\w+|\w+_address|folder|database|two_steps|routes|signs_a_month)\(\s*"([A-Z_0-9]+)"'
    return set(re.findall(calls, source))


def test_the_table_lists_what_is_read_and_nothing_else():
    text = (ROOT / "docs" / "operations.md").read_text()
    table = text.partition("The demo and the tests")[0]
    documented = set(re.findall(r"^\| `([A-Z_0-9]+)`", table, flags=re.MULTILINE))

    assert documented == variables_read()


def test_production_passes_djangos_own_check(manage):
    done = manage("check", "--deploy", "--fail-level", "WARNING")

    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("SECRET_KEY", None, "not set"),
        ("SECRET_KEY", "short", "SECRET_KEY"),
        ("SITE_URL", None, "not set"),
        ("SITE_URL", "upr.example.org", "must be an address"),
        ("SITE_URL", "http://upr.example.org", "must begin with https://"),
        ("DATABASE_URL", "mysql://somewhere/db", "must begin with sqlite:/// or postgres://"),
        ("DATABASE_URL", "nonsense", "must begin with sqlite:/// or postgres://"),
        ("EMAIL_PORT", "many", "EMAIL_PORT"),
        ("FURTHER_LANGUAGES", "klingonese", "no language code"),
        ("LOG_LEVEL", "loud", "LOG_LEVEL"),
        ("BEHIND_PROXY", "maybe", "BEHIND_PROXY"),
        ("TWO_STEP_SIGN_IN", "never", 'must be "required" or "offered"'),
        ("TWO_STEP_SIGN_IN", "offered", "only on this machine"),
        ("VAR_DIR", "/dev/null/var", "cannot be made"),
        ("MACHINE_TRANSLATION", "tlh=deepl", "does not publish in"),
        ("MACHINE_TRANSLATION", "es=babelfish", "no service that we know"),
        ("MACHINE_TRANSLATION", "es", "write language=service"),
        ("MACHINE_TRANSLATION", "es=", "as in es=libretranslate,fr=deepl"),
        ("LIBRETRANSLATE_URL", "http://mt.example.org", "must be an address that begins with"),
        ("LIBRETRANSLATE_URL", "https://me:secret@mt.example.org", "holds no password"),
        ("DEEPL_URL", "ftp://127.0.0.1", "must be an address that begins with"),
        ("MACHINE_CHARACTERS_A_MONTH_FOR_THE_ALLIANCE", "-1", "must be 0 or more"),
    ],
)
def test_a_bad_value_stops_the_start_with_one_sentence(manage, name, value, says):
    done = manage("check", **{name: value})

    assert done.returncode == 1
    assert done.stderr.startswith("UPR Cities cannot start: ")
    assert name in done.stderr
    assert says in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_a_translation_service_without_its_key_or_address_is_refused(manage):
    for route, needed in (
        ("es=deepl", "DEEPL_AUTH_KEY"),
        ("es=libretranslate", "LIBRETRANSLATE_URL"),
    ):
        done = manage("check", MACHINE_TRANSLATION=route)

        assert done.returncode == 1
        assert f'"{needed}" is missing' in done.stderr


def test_a_language_has_one_translation_service(manage):
    two = "es=deepl,es=libretranslate"
    needed = {"DEEPL_AUTH_KEY": "a-key", "LIBRETRANSLATE_URL": "http://127.0.0.1:5000"}

    done = manage("check", MACHINE_TRANSLATION=two, **needed)

    assert done.returncode == 1
    assert '"MACHINE_TRANSLATION" names "es" twice' in done.stderr


def test_a_role_that_does_not_exist_is_refused(manage):
    done = manage("check", TWO_STEP_ROLES="translator,pres_officer")

    assert done.returncode == 1
    assert "names pres_officer, which is no role" in done.stderr


def test_a_further_language_needs_no_code(manage):
    program = (
        "from django.conf import settings; from django.utils.translation import get_language_info;"
        "print(settings.LANGUAGES[-2:], get_language_info('ht')['name_local'])"
    )
    done = manage("shell", "-v", "0", "-c", program, FURTHER_LANGUAGES="ht,vi")

    assert "('ht', 'Haitian Creole'), ('vi', 'Vietnamese')" in done.stdout, done.stderr


def test_https_binds_cookies_to_this_host(manage):
    program = (
        "from django.conf import settings as s;"
        "print(s.SESSION_COOKIE_NAME, s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE)"
    )

    assert manage("shell", "-v", "0", "-c", program).stdout.split() == [
        "__Host-session",
        "True",
        "True",
    ]


def test_originals_go_to_a_bucket_that_is_named(manage):
    program = (
        "from django.core.files.storage import storages as s;"
        "print(type(s['default']).__name__, s['default'].bucket_name, s['default'].querystring_auth,"
        "type(s['public']).__name__)"
    )
    done = manage("shell", "-v", "0", "-c", program, S3_BUCKET="originals")

    assert done.stdout.split() == ["S3Storage", "originals", "True", "FileSystemStorage"]
