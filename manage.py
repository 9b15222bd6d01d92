#!/usr/bin/env python
"""Puts site/ on the path and runs one command."""

import os
import sys
from pathlib import Path


def main():
    sys.path.insert(0, str(Path(__file__).resolve().parent / "site"))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "uprcities.settings.dev")

    from django.conf import settings
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line
    from environs import EnvError

    try:
        settings.INSTALLED_APPS  # noqa: B018 (the first touch loads the settings)
    except (EnvError, ImproperlyConfigured) as error:
        sys.exit(f"UPR Cities cannot start: {error}")
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
