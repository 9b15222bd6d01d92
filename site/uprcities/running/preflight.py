"""Says in one line why this machine cannot run us yet. Runs before anything is installed."""

import errno
import importlib.util
import os
import shutil
import socket
import sys
import time
from pathlib import Path

OLDEST_PYTHON = (3, 11)
ROOM_TO_INSTALL = 1_000  # megabytes
ROOM_TO_RUN = 100


class NotReady(Exception):
    """What stands in the way, as a sentence for the person at the terminal."""


def check_python():
    if sys.version_info < OLDEST_PYTHON:
        raise NotReady(
            "Python {}.{} is too old: UPR Cities needs {}.{} or newer; name one with "
            "PYTHON=/path/to/python.".format(*sys.version_info[:2], *OLDEST_PYTHON)
        )
    if not shutil.which("uv") and importlib.util.find_spec("ensurepip") is None:
        raise NotReady(
            "This Python cannot make a virtual environment: install its venv module "
            "(on Debian: apt-get install python3-venv)."
        )


def check_room(folder, megabytes):
    """There is room on the disk for what comes next."""
    existing = next(path for path in [folder, *folder.parents] if path.exists())
    free = shutil.disk_usage(existing).free // 1_000_000
    if free < megabytes:
        raise NotReady(
            f"The disk is full: {existing} has {free} MB left, and {megabytes} MB are needed."
        )


def read_port(text):
    """The port that PORT=… names, or the usual one."""
    text = (text or "8000").strip()
    try:
        port = int(text)
    except ValueError:
        raise NotReady(f'PORT="{text}" is no number: try make demo PORT=8080') from None
    if not 0 < port < 65536:
        raise NotReady(f"PORT={port} is no port: choose a number from 1024 to 65535.")
    return port


def check_port(port, patience=0):
    """Nobody listens there, at the latest after some seconds of patience, and we may."""
    deadline = time.monotonic() + patience
    while error := obstacle_at(port):
        if error.errno == errno.EACCES:
            reason = "may only be opened by the administrator"
        elif time.monotonic() < deadline:
            time.sleep(0.1)
            continue
        else:
            reason = "is taken by another program"
        raise NotReady(
            f"Port {port} {reason}: choose another, as in: make demo PORT={port % 60000 + 1025}"
        )


def obstacle_at(port):
    with socket.socket() as door:
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            door.bind(("127.0.0.1", port))
        except OSError as error:
            return error
    return None


def check_writable(folder):
    if not os.access(folder, os.W_OK):
        raise NotReady(
            f"The folder {folder} cannot be written to: "
            "run this as the account that owns it, or in a copy of your own."
        )


def fits(folder, installed):
    check_room(Path(folder), ROOM_TO_RUN if installed else ROOM_TO_INSTALL)
