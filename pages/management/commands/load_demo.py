import os
import secrets

from django.core.management.base import BaseCommand
from django.utils.translation import ngettext

from ...demo.asking import ask_for_translations
from ...demo.loading import is_loaded, load_site
from ...demo.people import ACCOUNTS, make_accounts


class Command(BaseCommand):
    """Fills an empty site with the demo; a site that has a home page is left as it is."""

    help = (
        "Load the demo into an empty site, with its accounts. Safe to repeat: what is there stays."
        " DEMO_PASSWORD sets the password of new accounts; without it one is made and shown once."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--dry-run", action="store_true", help="Say whether there is anything to do."
        )

    def handle(self, *args, dry_run, **options):
        if dry_run:
            self.stdout.write("The demo is there." if is_loaded() else "The demo would be loaded.")
            return
        if is_loaded():
            self.stdout.write("The demo is there already; nothing was changed.")
        else:
            load_site(say=self.stdout.write)
        self._make_accounts()
        if asked := ask_for_translations():
            words = ngettext(
                "%(count)d translation asked for.", "%(count)d translations asked for.", asked
            )
            self.stdout.write(words % {"count": asked})

    def _make_accounts(self):
        given = os.environ.get("DEMO_PASSWORD", "")
        password = given or secrets.token_urlsafe(12)
        made = make_accounts(password)
        if made and not given:
            self.stdout.write(f"Password of {', '.join(made)} (shown this once): {password}")
        elif not made:
            self.stdout.write(f"Accounts: admin, {', '.join(ACCOUNTS)}")
