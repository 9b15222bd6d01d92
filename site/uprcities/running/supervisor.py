"""Keeps several programs running as one: restarts the one that falls, stops them all together."""

from __future__ import annotations

import contextlib
import signal
import subprocess
import time
from dataclasses import dataclass, field

from uprcities.running import children

PATIENCE = 15  # seconds a program gets to end by itself
BREATH = 2  # seconds before a fallen program is started again
TOO_OFTEN = 5  # falls within a minute


@dataclass
class Program:
    """One program that has to be there as long as the site is."""

    name: str
    command: list
    environment: dict
    process: subprocess.Popen | None = None
    falls: list = field(default_factory=list)

    def start(self):
        self.process = children.start(self.command, env=self.environment)

    def has_fallen(self):
        return self.process is not None and self.process.poll() is not None

    def falls_too_often(self):
        now = time.monotonic()
        self.falls = [*(fall for fall in self.falls if now - fall < 60), now]
        return len(self.falls) > TOO_OFTEN


class Supervisor:
    """Starts, watches and stops the programs of one site."""

    def __init__(self, programs, say):
        self.programs = programs
        self.say = say
        self.stopping = False

    def run(self, ready):
        """Run until told to stop; `ready` waits for the first program before the others start.

        Answers the exit status: 0 after Ctrl-C or SIGTERM, 1 when a program cannot be kept up.
        """
        for signal_number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(signal_number, self.stop)
        try:
            first, *others = self.programs
            first.start()
            ready(self)
            for program in others:
                if not self.stopping:
                    program.start()
            return self.watch()
        finally:
            self.end_all()

    def stop(self, *_signal):
        self.stopping = True

    def watch(self):
        while not self.stopping:
            for program in self.programs:
                if program.has_fallen() and not self.raise_again(program):
                    return 1
            time.sleep(0.3)
        return 0

    def raise_again(self, program):
        """Start a fallen program anew; False when it falls each time."""
        if program.falls_too_often():
            self.say(f"The {program.name} stops each time it is started: giving up.")
            return False
        self.say(f"The {program.name} stopped: starting it again.")
        children.end(program.process)  # its own children may still hold its port
        time.sleep(BREATH)
        if not self.stopping:
            program.start()
        return True

    def end_all(self):
        running = [one for one in reversed(self.programs) if one.process and not one.has_fallen()]
        for program in running:
            program.process.terminate()
        deadline = time.monotonic() + PATIENCE
        for program in running:
            with contextlib.suppress(subprocess.TimeoutExpired):
                program.process.wait(max(0.1, deadline - time.monotonic()))
            children.end(program.process)
