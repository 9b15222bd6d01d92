"""What is wrong is said in one line."""

import os
import shutil
import socket
import subprocess
import sys
from collections import namedtuple
from pathlib import Path

import pytest

from uprcities.running import preflight

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

    def test_a_port_that_is_none_is_refused(self):
        with pytest.raises(preflight.NotReady, match="no port"):
            preflight.check_port(70_000)

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
    def run(self, **changes):
        return subprocess.run(
            [sys.executable, "-m", "uprcities.running.demo"],
            cwd=ROOT,
            env=os.environ | {"PYTHONPATH": "site"} | changes,
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

    def test_it_says_that_the_disk_is_full(self, small_disk):
        done = self.run(PORT="0" * 4 + "8123", VAR_DIR=str(small_disk / "var"))

        assert "The disk is full" in done.stderr
        assert "Traceback" not in done.stderr + done.stdout
