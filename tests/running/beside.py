"""Runs the same tests on a second database at the same time, and says at the end how that went."""

import os
import subprocess
import threading
import time
from pathlib import Path

PATIENCE = 30 * 60  # seconds
# How pytest, running on the first database, finds what the second has to say.
PLACE = "TESTS_BESIDE"


class Beside:
    """A second run of the tests, its words kept for later."""

    def __init__(self, command, environment, folder):
        self.folder = Path(folder)
        with (self.folder / "output").open("w") as output:
            self.process = subprocess.Popen(
                command, env=environment, stdout=output, stderr=subprocess.STDOUT
            )
        self.follower = threading.Thread(target=self.follow)
        self.follower.start()

    def follow(self):
        (self.folder / "status").write_text(str(self.process.wait()))

    def succeeded(self):
        self.follower.join()
        return self.process.returncode == 0


def last_words():
    """What the run beside this one printed: all of it after a failure, else its last line.

    Waits for it to end; answers None when there is none.
    """
    folder = os.environ.get(PLACE)
    if not folder:
        return None
    status, deadline = Path(folder) / "status", time.monotonic() + PATIENCE
    while not status.exists() and time.monotonic() < deadline:
        time.sleep(0.5)
    output = (Path(folder) / "output").read_text()
    if status.exists() and status.read_text() == "0":
        return "On PostgreSQL: " + output.strip().splitlines()[-1]
    return f"{output}\nOn PostgreSQL the tests FAILED; that is what stands above."
