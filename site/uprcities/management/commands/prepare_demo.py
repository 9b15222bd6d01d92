import os
import secrets
from functools import cache, partial
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.hashers import check_password, make_password
from django.core.management import CommandError, call_command, get_commands
from django.core.management.base import BaseCommand
from wagtail.models import Site

from uprcities.lib.disks import disk_is_full

LOADERS = [
    "load_treaties",
    "load_recommendations",
    "load_demo",
    # The demo of an earlier version may be there already.
    "sync_rights",
    "refresh_translation_sources",
    "measure_translations",
    "write_site_words",
]
ACCOUNTS = [
    "admin",
    "pittsburgh-editor",
    "pittsburgh-reviewer",
    "washington-editor",
    "translator-es",
    "translator-ar",
    "coordinator",
    "press-officer",
]


class Command(BaseCommand):
    help = "Make tables, load the demo, compile words, collect static files. Safe to repeat."
    requires_system_checks = []  # the choices alone are a matter of seconds

    def add_arguments(self, parser):
        parser.add_argument(
            "--only-choices",
            action="store_true",
            help="Tables, pages and files are as they should be: see to the address (SITE_URL) "
            "and the passwords (DEMO_PASSWORD) only.",
        )

    def handle(self, *, only_choices, **options):
        # A loader that makes accounts gives them the same password as we print.
        password = os.environ.get("DEMO_PASSWORD") or secrets.token_urlsafe(9)
        chosen = bool(os.environ.get("DEMO_PASSWORD"))
        os.environ["DEMO_PASSWORD"] = password
        try:
            if not only_choices:
                self.fill()
            put_site_at(settings.SITE_URL)
            self.give_passwords(password, chosen)
        except Exception as error:
            if disk_is_full(error):
                raise CommandError(
                    "The disk is full: make room, then try again; nothing is lost."
                ) from error
            raise

    def fill(self):
        self.check()
        self.step("Making the tables …", "migrate", verbosity=0, interactive=False)
        self.step("Compiling the translations …", "compile_words")
        owe_passwords(name for name in ACCOUNTS if not demo_users([name]).exists())
        for loader in LOADERS:
            if loader in get_commands():
                self.step(f"Loading ({loader}) …", loader)
        self.step("Collecting the static files …", "collectstatic", verbosity=0, interactive=False)

    def step(self, sentence, command, **options):
        self.stdout.write(sentence)
        self.stdout.flush()
        call_command(command, stdout=self.stdout, **options)

    def give_passwords(self, password, chosen):
        owed = owed_passwords()
        users = demo_users(ACCOUNTS if chosen else owed)
        give_password(users, password, owed)
        if users:
            names = ", ".join(user.username for user in users)
            self.stdout.write(f"\nDemo accounts: {names}\nTheir password: {password}")
        else:
            self.stdout.write("\nThe passwords of the demo accounts are unchanged.")
        self.stdout.flush()
        owed_file().unlink(missing_ok=True)


def owe_passwords(names):
    """Note whose password is to be announced, before there is one.

    Whatever cuts the preparation short, the next one gives them a new password and says it.
    """
    owed_file().write_text("\n".join(sorted({*owed_passwords(), *names})))


def owed_passwords():
    return owed_file().read_text().split() if owed_file().exists() else []


def owed_file():
    return settings.VAR_DIR / "passwords-owed"


def demo_users(names):
    return get_user_model().objects.filter(username__in=names).order_by("pk")


def give_password(users, password, owed):
    """Whoever has it already keeps it, and stays signed in.

    One hash serves all demo accounts: making one, and asking one, is slow on purpose.
    """
    fits = cache(partial(check_password, password))
    encoded = None
    for user in users:
        if user.username in owed or not fits(user.password):
            user.password = encoded = encoded or make_password(password)
            user.save(update_fields=["password"])


def put_site_at(address):
    """Let the site know the address that the demo answers at, so that its links lead back to it."""
    parts = urlsplit(address)
    place = {"hostname": parts.hostname, "port": parts.port or 80}
    site = Site.objects.filter(is_default_site=True).first()
    if site and place != {"hostname": site.hostname, "port": site.port}:
        for name, value in place.items():
            setattr(site, name, value)
        site.save()
