"""Starts other programs, none of which outlives us, however we end."""

import atexit
import contextlib
import os
import signal
import subprocess
import sys
from functools import cache
from pathlib import Path


def start(command, **options):
    """Start a program at the head of a process group of its own.

    A session of its own, too: Ctrl-C reaches us only, and we stop each program in turn.
    """
    child = subprocess.Popen(command, start_new_session=True, **options)
    tell_guardian(f"+{child.pid}")
    return child


def end(child):
    """End a program and what it left behind, its own children included."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(child.pid, signal.SIGKILL)
    child.wait()
    tell_guardian(f"-{child.pid}")


def run(command, **options):
    """Run a program to its end and answer its exit status; Ctrl-C ends it as well."""
    child = start(command, **options)
    try:
        return child.wait()
    finally:
        end(child)


def tell_guardian(line):
    with contextlib.suppress(BrokenPipeError):
        guardian().stdin.write(f"{line}\n")


@cache
def guardian():
    """The process that ends our programs when something kills us before we can."""
    process = subprocess.Popen(
        [sys.executable, "-I", str(Path(__file__).with_name("guardian.py"))],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        text=True,
        bufsize=1,
    )
    atexit.register(process.communicate)
    return process
