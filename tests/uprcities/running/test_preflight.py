"""What is wrong is said in one line."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
from collections import namedtuple
from pathlib import Path

import pytest

from tests.running.demo_site import free_port, own_environment
from tests.uprcities.running.waiting import eventually
from uprcities.running import preflight
from uprcities.running.folder import held_folder

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def taken_port():
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        door.listen()
        yield door.getsockname()[1]


class PreflightTests:
    def test_a_taken_port_is_named(self, taken_port):
        with pytest.raises(preflight.NotReady, match=f"Port {taken_port} is taken"):
            preflight.check_port(taken_port)

    @pytest.mark.parametrize("text", ["0", "-1", "70000"])
    def test_a_port_that_is_none_is_refused(self, text):
        with pytest.raises(preflight.NotReady, match=f"PORT={text} is no port: choose a number"):
            preflight.read_port(text)

    @pytest.mark.parametrize("text", ["eight", "²", "8 1 2 2", "9" * 5000])
    def test_a_port_that_is_no_number_is_refused(self, text):
        with pytest.raises(preflight.NotReady, match="is no number"):
            preflight.read_port(text)

    @pytest.mark.parametrize(("text", "port"), [(" 8122", 8122), ("", 8000), (None, 8000)])
    def test_blanks_around_a_port_do_not_matter(self, text, port):
        assert preflight.read_port(text) == port

    def test_a_port_that_is_about_to_be_free_is_waited_for(self):
        with socket.socket() as door:
            door.bind(("127.0.0.1", 0))
            port = door.getsockname()[1]
            threading.Timer(0.5, door.close).start()

            preflight.check_port(port, patience=10)

    def test_a_folder_that_may_not_be_changed_is_named(self, monkeypatch, tmp_path):
        monkeypatch.setattr(os, "access", lambda path, mode: False)

        with pytest.raises(preflight.NotReady, match=f"The folder {tmp_path} cannot be written to"):
            preflight.check_writable(tmp_path)

    def test_an_old_python_is_named(self, monkeypatch):
        monkeypatch.setattr(sys, "version_info", (3, 9, 2, "final", 0))

        with pytest.raises(preflight.NotReady, match=r"Python 3\.9 is too old: .* 3\.11 or newer"):
            preflight.check_python()

    def test_a_full_disk_is_named(self, monkeypatch, tmp_path):
        usage = namedtuple("Usage", "total used free")
        monkeypatch.setattr(shutil, "disk_usage", lambda path: usage(10, 9, 3_000_000))

        with pytest.raises(preflight.NotReady, match=r"The disk is full: .* has 3 MB left"):
            preflight.check_room(tmp_path / "not" / "yet", 100)


class MakeDemoTests:
    @pytest.fixture(autouse=True)
    def own_folder(self, tmp_path):
        self.folder = tmp_path / "var"

    def environment(self, **changes):
        return own_environment() | {"PYTHONPATH": "site", "VAR_DIR": str(self.folder)} | changes

    def run(self, **changes):
        return subprocess.run(
            [sys.executable, "-m", "uprcities.running.demo"],
            cwd=ROOT,
            env=self.environment(**changes),
            capture_output=True,
            text=True,
            check=False,
            timeout=300,
        )

    def test_it_says_that_the_port_is_taken(self, taken_port):
        done = self.run(PORT=str(taken_port))

        assert done.returncode == 1
        assert done.stderr.count("\n") == 1
        assert f"Port {taken_port} is taken" in done.stderr

    def test_it_says_that_the_port_is_no_number(self):
        assert 'PORT="eight" is no number' in self.run(PORT="eight").stderr

    def test_it_says_that_its_folder_cannot_be_written_to(self):
        self.folder.touch()

        done = self.run(VAR_DIR=str(self.folder / "below"))

        assert done.returncode == 1
        assert done.stderr.count("\n") == 1
        assert f"The folder {self.folder / 'below'} cannot be written to" in done.stderr

    def test_it_says_that_the_demo_is_already_running(self, monkeypatch):
        monkeypatch.setenv("VAR_DIR", str(self.folder))
        with held_folder("http://127.0.0.1:8121/"):
            done = self.run(PORT=str(free_port()))

        assert done.returncode == 1
        assert done.stderr.count("\n") == 1
        assert "is already running at http://127.0.0.1:8121/. Stop it first" in done.stderr

    def test_ctrl_c_while_it_prepares_stops_it_with_one_word(self, tmp_path):
        output = tmp_path / "output"
        # A shell may have started the tests deaf to Ctrl-C, and children inherit that.
        signal.signal(signal.SIGINT, signal.default_int_handler)
        with output.open("w") as file:
            demo = subprocess.Popen(
                [sys.executable, "-m", "uprcities.running.demo"],
                cwd=ROOT,
                env=self.environment(PORT=str(free_port())),
                stdout=file,
                stderr=file,
            )
        assert eventually(lambda: "Making the tables" in output.read_text(), 60)

        demo.send_signal(signal.SIGINT)

        assert demo.wait(20) == 130
        assert output.read_text().endswith("Making the tables …\n\nStopped.\n")

    def test_it_says_that_the_disk_is_full(self, small_disk):
        done = self.run(PORT=str(free_port()), VAR_DIR=str(small_disk / "var"))

        assert "The disk is full" in done.stderr
        assert "Traceback" not in done.stderr + done.stdout
