"""Warns, in `manage.py check --deploy`, when other accounts of the machine can read what is kept."""

import stat
from pathlib import Path

from django.conf import settings
from django.core import checks


@checks.register(checks.Tags.security, deploy=True)
def closed_to_others(**_kwargs):
    return [
        checks.Warning(
            f"{path} is open to every account on this machine, and testimony lies in it.",
            hint=f"Close it (chmod o= {path}), and run the site under umask 077.",
            id="uprcities.W001",
        )
        for path in places_of_testimony()
        if path.exists() and path.stat().st_mode & stat.S_IRWXO and not is_shielded(path)
    ]


def places_of_testimony():
    """The private folder, and the database where it is a file."""
    yield settings.PRIVATE_ROOT
    if settings.DATABASES["default"]["ENGINE"].endswith("sqlite3"):
        yield Path(settings.DATABASES["default"]["NAME"])


def is_shielded(path):
    """Whether the folder around it lets no other account through."""
    return not path.parent.stat().st_mode & stat.S_IXOTH
