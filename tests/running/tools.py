"""`make tools`: a developer's .venv, as `make test` makes it, and nothing more."""

import sys

from uprcities.running.installation import ROOT, install, is_installed
from uprcities.running.preflight import NotReady, check_python, fits

LISTS = ["requirements.txt", "requirements-dev.txt"]


def install_tools(command):
    """Make .venv hold both lists; whether that took anything. Ends ``command`` if it cannot."""
    try:
        check_python()
        installed = is_installed(LISTS)
        fits(ROOT, installed)
        if not installed:
            install(LISTS)
    except NotReady as obstacle:
        sys.exit(f"{command}: {obstacle}")
    return not installed


if __name__ == "__main__":
    done = install_tools("make tools")
    print("Ready: .venv holds what make test needs." if done else "Nothing to do: .venv is ready.")
