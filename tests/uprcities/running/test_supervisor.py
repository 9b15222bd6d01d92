"""Several programs run as one: a fallen one is started again, all stop together."""

import os
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from tests.uprcities.running.waiting import eventually, is_running

SITE = Path(__file__).resolve().parents[3] / "site"
SCRIPT = textwrap.dedent(
    """
    import sys, os
    from uprcities.running import supervisor
    supervisor.BREATH = 0.1
    forever = [sys.executable, "-c", sys.argv[2]]
    notes = sys.argv[1]
    programs = [
        supervisor.Program(name, [*forever, notes, name], dict(os.environ))
        for name in ("server", "worker")
    ]
    sys.exit(supervisor.Supervisor(programs, print).run(lambda supervisor: None))
    """
)
NOTE_AND_WAIT = textwrap.dedent(
    """
    import os, pathlib, sys, time
    (pathlib.Path(sys.argv[1]) / f"{sys.argv[2]}-{os.getpid()}").touch()
    time.sleep(60)
    """
)
NOTE_AND_FALL = NOTE_AND_WAIT.replace("time.sleep(60)", "sys.exit(3)")


@pytest.fixture
def supervised(tmp_path):
    started = []

    def start(program=NOTE_AND_WAIT):
        process = subprocess.Popen(
            [sys.executable, "-c", SCRIPT, str(tmp_path), program],
            env=os.environ | {"PYTHONPATH": str(SITE)},
            stdout=subprocess.PIPE,
            text=True,
        )
        started.append(process)
        return process

    start.pids = lambda name: {int(path.name.split("-")[1]) for path in tmp_path.glob(f"{name}-*")}
    yield start
    for process in started:
        process.kill()
        process.wait()


class SupervisorTests:
    @pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
    def test_all_stop_together(self, supervised, stop):
        process = supervised()
        assert eventually(lambda: supervised.pids("server") and supervised.pids("worker"))

        process.send_signal(stop)

        assert process.wait(20) == 0
        assert not any(map(is_running, supervised.pids("server") | supervised.pids("worker")))

    def test_a_killed_worker_is_started_again(self, supervised):
        supervised()
        assert eventually(lambda: supervised.pids("worker"))

        os.kill(next(iter(supervised.pids("worker"))), signal.SIGKILL)

        assert eventually(lambda: len(supervised.pids("worker")) == 2)
        assert len(supervised.pids("server")) == 1

    def test_a_program_that_cannot_stay_up_ends_it(self, supervised):
        process = supervised(NOTE_AND_FALL)

        assert process.wait(30) == 1
        assert "giving up" in process.stdout.read()
