import os
import secrets
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command, get_commands
from django.core.management.base import BaseCommand
from wagtail.models import Site

from uprcities.lib.disks import disk_is_full

LOADERS = ["load_treaties", "load_recommendations", "load_demo"]
ACCOUNTS = [
    "admin",
    "pittsburgh-editor",
    "washington-editor",
    "translator-es",
    "press-officer",
]


class Command(BaseCommand):
    help = "Make tables, load the demo, compile words, collect static files. Safe to repeat."

    def handle(self, **options):
        try:
            self.prepare()
        except Exception as error:
            if disk_is_full(error):
                raise CommandError(
                    "The disk is full: make room, then try again; nothing is lost."
                ) from error
            raise

    def prepare(self):
        chosen = os.environ.get("DEMO_PASSWORD")
        # A loader that makes accounts gives them the same password as we print.
        password = os.environ.setdefault("DEMO_PASSWORD", chosen or secrets.token_urlsafe(9))
        self.step("Making the tables …", "migrate", verbosity=0, interactive=False)
        self.step("Compiling the translations …", "compile_words")
        before = set(demo_users().values_list("username", flat=True))
        for loader in LOADERS:
            if loader in get_commands():
                self.step(f"Loading ({loader}) …", loader)
        self.step("Collecting the static files …", "collectstatic", verbosity=0, interactive=False)
        put_site_at(settings.SITE_URL)
        renew = demo_users() if chosen else demo_users().exclude(username__in=before)
        self.say_accounts(renew, password)

    def step(self, sentence, command, **options):
        self.stdout.write(sentence)
        self.stdout.flush()
        call_command(command, stdout=self.stdout, **options)

    def say_accounts(self, users, password):
        names = [user.username for user in users]
        for user in users:
            give_password(user, password)
        if names:
            self.stdout.write(f"\nDemo accounts: {', '.join(names)}\nTheir password: {password}")
        else:
            self.stdout.write("\nThe passwords of the demo accounts are unchanged.")


def demo_users():
    return get_user_model().objects.filter(username__in=ACCOUNTS).order_by("pk")


def give_password(user, password):
    if not user.check_password(password):
        user.set_password(password)
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
