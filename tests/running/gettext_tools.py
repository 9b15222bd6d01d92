"""Finds the tools of GNU gettext for the tests of PO files, or installs them."""

import os
import shutil
from pathlib import Path

from tests.running.browser import quietly

NONE_FOUND = (
    "The tests of PO files need GNU gettext and none could be found or installed: install it "
    "(apt-get install gettext) or name it, as in MSGFMT=/path/to/msgfmt make test."
)


def found(name="msgfmt"):
    """The path of one of the tools, or None. MSGFMT says where msgfmt is, and so the others."""
    named = os.environ.get("MSGFMT")
    if not named:
        return shutil.which(name)
    path = shutil.which(named)
    return path and shutil.which(name, path=Path(path).parent)


def found_or_installed():
    """msgfmt’s path; Debian’s package is installed where apt and root allow."""
    is_ours = os.geteuid() == 0 and shutil.which("apt-get") and not os.environ.get("MSGFMT")
    if not found() and is_ours:
        print("→ no GNU gettext here: installing it for the tests", flush=True)
        quietly(["apt-get", "update", "-qq"])
        quietly(["apt-get", "install", "-y", "-qq", "--no-install-recommends", "gettext"])
    return found()
