"""Finds a Chromium for the journeys, or installs one."""

import os
import shutil
import subprocess
from pathlib import Path

from uprcities.running.installation import PYTHON

NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"]
NONE_FOUND = (
    "The journeys need a Chromium and none could be found or installed: install one "
    "(apt-get install chromium) or name it, as in CHROMIUM=/path/to/chromium make test."
)


def found():
    """The path of a Chromium on this machine, or None. CHROMIUM overrides."""
    named = os.environ.get("CHROMIUM")
    if named:
        return shutil.which(named)
    return next(filter(None, map(shutil.which, NAMES)), None) or playwrights_own()


def found_or_installed(environment):
    return found() or (not os.environ.get("CHROMIUM") and install(environment)) or None


def install(environment):
    """Debian's package where apt and root allow, Playwright's elsewhere."""
    print("→ no Chromium here: installing one for the journeys", flush=True)
    if os.geteuid() == 0 and shutil.which("apt-get"):
        quietly(["apt-get", "update", "-qq"])
        quietly(["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"])
    if not found():
        quietly([str(PYTHON), "-m", "playwright", "install", "chromium"], environment)
    return found()


def quietly(command, environment=None):
    environment = (environment or os.environ) | {"DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(
        command, env=environment, capture_output=True, text=True, check=False, timeout=600
    )
    if done.returncode:
        last = (done.stderr or done.stdout).strip().splitlines()[-1:]
        print(f"  {command[0]}: {' '.join(last)}", flush=True)


def playwrights_own():
    """The Chromium that `playwright install` keeps in the cache of this account."""
    folder = os.environ.get("PLAYWRIGHT_BROWSERS_PATH") or Path.home() / ".cache/ms-playwright"
    hits = sorted(Path(folder).glob("chromium-*/chrome-linux*/chrome"))
    return str(hits[-1]) if hits else None
