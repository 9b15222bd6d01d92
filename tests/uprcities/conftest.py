"""What the tests of the ground share."""

import subprocess

import pytest


@pytest.fixture
def small_disk(tmp_path):
    """A disk of two megabytes, where we may mount one."""
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(tmp_path)],
        capture_output=True,
        check=False,
    )
    if mounted.returncode:
        pytest.skip("only the administrator can mount a small disk to fill")
    yield tmp_path
    subprocess.run(["umount", "-l", str(tmp_path)], check=False)
