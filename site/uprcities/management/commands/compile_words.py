from pathlib import Path

import polib
from django.conf import settings
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    help = "Compile the translations of the interface, without gettext installed."

    def handle(self, **options):
        stale = [path for path in catalogues() if is_stale(path)]
        for path in stale:
            polib.pofile(str(path)).save_as_mofile(str(path.with_suffix(".mo")))
        self.stdout.write(f"{len(stale)} catalogues compiled.")


def catalogues():
    return [path for folder in settings.LOCALE_PATHS for path in Path(folder).rglob("*.po")]


def is_stale(path):
    compiled = path.with_suffix(".mo")
    return not compiled.exists() or compiled.stat().st_mtime < path.stat().st_mtime
