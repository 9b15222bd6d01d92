"""Outlives the process that started it by a moment, to end what that one can no longer end.

It is told by lines: "+4711" is a process group that began, "-4711" one that is over. The lines
stop when the other side is gone, however it went: the kernel closes what a killed process leaves.
"""

import contextlib
import os
import signal
import sys


def main():
    groups = set()
    for line in sys.stdin:
        change = groups.add if line.startswith("+") else groups.discard
        change(int(line[1:]))
    for group in groups:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(group, signal.SIGKILL)


if __name__ == "__main__":
    main()
