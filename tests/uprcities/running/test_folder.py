"""A demo's folder is closed to others, and used by one demo at a time, however the last ended."""

import os
import signal
import stat
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from tests.running.demo_site import free_port
from tests.uprcities.running.waiting import eventually, is_running
from uprcities.running import children
from uprcities.running.folder import held_folder
from uprcities.running.preflight import NotReady, check_port

SITE = Path(__file__).resolve().parents[3] / "site"
SITE_OF_ONE_SERVER = textwrap.dedent(
    """
    import os, sys
    from uprcities.running.folder import held_folder
    from uprcities.running.preflight import check_port
    from uprcities.running.supervisor import Program, Supervisor
    port = int(sys.argv[1])
    with held_folder("http://here/") as (folder, was_killed):
        check_port(port, patience=5 if was_killed else 0)
        server = Program("server", [sys.executable, "-c", sys.argv[2], *sys.argv[1:]], os.environ)
        sys.exit(Supervisor([server], print).run(lambda supervisor: None))
    """
)
# As granian does it: who opens the door is the child of who was started.
SERVER = textwrap.dedent(
    """
    import os, pathlib, socket, sys, time
    if os.fork():
        os.wait()
    door = socket.create_server(("127.0.0.1", int(sys.argv[1])))
    notes = pathlib.Path(os.environ["VAR_DIR"]) / "notes"
    notes.mkdir(exist_ok=True)
    (notes / str(os.getpid())).touch()
    time.sleep(60)
    """
)


@pytest.fixture
def folder(monkeypatch, tmp_path):
    monkeypatch.setenv("VAR_DIR", str(tmp_path / "var"))
    return tmp_path / "var"


@pytest.fixture
def start(folder):
    """Start a site of one server at this port, and wait until it answers."""
    started = []

    def start(port):
        before = pids(folder)
        site = subprocess.Popen(
            [sys.executable, "-c", SITE_OF_ONE_SERVER, str(port), SERVER],
            env=os.environ | {"PYTHONPATH": str(SITE)},
        )
        started.append(site)
        assert eventually(lambda: pids(folder) - before)
        return site

    yield start
    for site in started:
        site.terminate()
        site.wait()


def pids(folder):
    return {int(path.name) for path in folder.glob("notes/*")}


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


class HeldFolderTests:
    def test_it_is_held_by_one_at_a_time(self, folder):
        with (
            held_folder("http://127.0.0.1:8121/"),
            pytest.raises(NotReady, match=r"already running at http://127\.0\.0\.1:8121/\. Stop"),
            held_folder("http://127.0.0.1:8122/"),
        ):
            pass

    def test_it_is_let_go_at_the_end_whatever_went_wrong(self, folder):
        with pytest.raises(NotReady, match="no room"), held_folder("http://here/"):
            raise NotReady("no room")

        with held_folder("http://here/") as (_path, was_killed):
            assert not was_killed

    def test_no_child_keeps_it(self, folder):
        with held_folder("http://here/"):
            child = children.start(["sleep", "60"])
        try:
            with held_folder("http://here/") as (path, _was_killed):
                assert path == folder
        finally:
            children.end(child)

    def test_a_killed_site_takes_its_programs_along(self, start, folder):
        site = start(free_port())
        site.send_signal(signal.SIGKILL)
        site.wait()

        assert eventually(lambda: not any(map(is_running, pids(folder))), 5)

    def test_the_next_start_after_a_kill_works_at_once(self, start, folder):
        port = free_port()
        site = start(port)
        site.send_signal(signal.SIGKILL)
        site.wait()

        assert start(port).poll() is None

    def test_a_program_killed_alone_leaves_no_port_taken(self, start, folder):
        """Its own child, which held the port, is ended before it is started again."""
        start(free_port())
        (server,) = pids(folder)

        os.kill(os.getpgid(server), signal.SIGKILL)

        assert eventually(lambda: len(pids(folder)) == 2)
        assert eventually(lambda: not is_running(server))


class ModesTests:
    def test_other_accounts_read_nothing(self, folder):
        with held_folder("http://here/"):
            pass

        assert mode(folder) == mode(folder / "private") == 0o700
        assert mode(folder / "database.sqlite3") == 0o600

    def test_what_an_earlier_version_left_open_is_closed(self, folder):
        folder.mkdir(mode=0o755)
        names = ["database.sqlite3", "database.sqlite3-wal", "database.sqlite3-shm"]
        for name in names:
            (folder / name).touch(mode=0o644)
        with held_folder("http://here/"):
            pass

        assert {mode(folder / name) for name in names} == {0o600}

    def test_a_folder_that_holds_other_things_keeps_its_mode(self, folder):
        folder.mkdir(mode=0o755)
        (folder / "of somebody else").touch()
        with held_folder("http://here/"):
            pass

        assert mode(folder) == 0o755


def test_the_port_of_what_was_killed_is_free_again(start):
    port = free_port()
    site = start(port)
    site.send_signal(signal.SIGKILL)
    site.wait()

    check_port(port, patience=5)
