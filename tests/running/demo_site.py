"""Runs the demo for the journeys and the measurements, exactly as `make demo` does."""

import contextlib
import os
import signal
import socket
import subprocess
import time
import urllib.request
from dataclasses import dataclass
from pathlib import Path

from uprcities.running.installation import PYTHON, ROOT

PASSWORD = "journeys-only-on-this-machine"
PATH_TO_OURS = os.pathsep.join([str(ROOT), str(ROOT / "site")])
PATIENCE = 400  # seconds for tables, demo and static files on a slow machine


class DemoDidNotStart(Exception):
    """What the demo printed instead of answering."""


@dataclass
class DemoSite:
    """The demo, served by the production server with the background worker beside it."""

    url: str
    folder: Path
    password: str = PASSWORD

    def manage(self, *arguments):
        """Run one command on this site and answer what it printed."""
        environment = own_environment() | {
            "DJANGO_SETTINGS_MODULE": "uprcities.settings.production",
            "PYTHONPATH": PATH_TO_OURS,
            "SECRET_KEY": (self.folder / "secret-key").read_text(),
            "SITE_URL": self.url,
            "VAR_DIR": str(self.folder),
        }
        return subprocess.run(
            [str(PYTHON), "manage.py", *arguments],
            cwd=ROOT,
            env=environment,
            check=True,
            capture_output=True,
            text=True,
        ).stdout


@contextlib.contextmanager
def running_demo(folder):
    """A DemoSite whose database and files lie in this folder; stopped at the end."""
    site = DemoSite(f"http://127.0.0.1:{free_port()}", folder)
    environment = own_environment() | {
        "PORT": site.url.rpartition(":")[2],
        "VAR_DIR": str(folder),
        "DEMO_PASSWORD": PASSWORD,
        "PYTHONPATH": PATH_TO_OURS,
    }
    log = folder.with_suffix(".log")
    with log.open("w") as output:
        process = subprocess.Popen(
            [str(PYTHON), "-m", "uprcities.running.demo"],
            cwd=ROOT,
            env=environment,
            stdout=output,
            stderr=output,
        )
    try:
        if not answers(site, process):
            raise DemoDidNotStart(f"The demo did not start:\n{log.read_text()}")
        yield site
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(40)


def own_environment():
    """Nothing of the tests' own settings: the demo makes its own secret and database."""
    of_the_tests = {"DATABASE_URL", "DJANGO_SETTINGS_MODULE", "REDIS_URL", "SECRET_KEY", "SITE_URL"}
    return {name: value for name, value in os.environ.items() if name not in of_the_tests}


def answers(site, process):
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and process.poll() is None:
        try:
            urllib.request.urlopen(f"{site.url}/healthz", timeout=5)
        except OSError:
            time.sleep(0.3)
        else:
            return True
    return False


def free_port():
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return door.getsockname()[1]
