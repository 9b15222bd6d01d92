"""The folder that a demo keeps everything in: closed to other accounts, used by one at a time."""

import contextlib
import fcntl
import os
from pathlib import Path

from uprcities.lib.disks import disk_is_full
from uprcities.running.installation import ROOT
from uprcities.running.preflight import NotReady

USUAL_PLACE = ROOT / "var"


@contextlib.contextmanager
def held_folder(address):
    """The folder, ours until the block ends, and whether its last demo was killed.

    Raises NotReady where we may not write, and where another demo is running.
    """
    path = Path(os.environ.get("VAR_DIR") or USUAL_PLACE).absolute()
    try:
        make_private(path)
        lock = (path / "lock").open("a+")
    except OSError as error:
        if disk_is_full(error):
            raise
        raise NotReady(
            f"The folder {path} cannot be written to ({error.strerror}): "
            "name another, as in: VAR_DIR=$HOME/upr-cities make demo"
        ) from None
    with lock:
        was_killed = hold(lock, address)
        try:
            yield path, was_killed
        finally:
            lock.truncate(0)


def hold(lock, address):
    """Lock the file, which no child inherits; whoever holds it says there where it answers.

    The kernel lets go of the lock when its holder dies, but the address stays in the file.
    """
    lock.seek(0)
    holder = lock.read()
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise NotReady(
            f"The demo in this folder is already running at {holder}. "
            "Stop it first, or name another folder: VAR_DIR=… make demo"
        ) from None
    lock.truncate(0)
    lock.write(address)
    lock.flush()
    return bool(holder)


def make_private(path):
    """Only this account reads what people told; a folder that holds something keeps its mode."""
    is_ours = path == USUAL_PLACE or not path.exists() or not any(path.iterdir())
    path.mkdir(parents=True, exist_ok=True)
    if is_ours:
        path.chmod(0o700)
    (path / "private").mkdir(exist_ok=True)
    (path / "private").chmod(0o700)
    # SQLite gives the files beside the database the mode of the database.
    (path / "database.sqlite3").touch(mode=0o600)
    for file in path.glob("database.sqlite3*"):
        file.chmod(0o600)
