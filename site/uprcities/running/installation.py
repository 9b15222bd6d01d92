"""Makes .venv and installs what the locked lists name. Runs before anything is installed."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

from uprcities.running.preflight import NotReady

ROOT = Path(__file__).resolve().parents[3]
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"


def is_installed(lists):
    """Whether .venv holds exactly what these lists name now (or more: a developer's)."""
    return PYTHON.exists() and fingerprint(lists) in stamps()


def install(lists):
    """Make .venv hold what these lists name; uv where it is at hand, else pip."""
    print("Installing", " and ".join(lists), "into .venv …", flush=True)
    if not (attempt(install_with_uv, lists) or attempt(install_with_pip, lists)):
        raise NotReady(
            "Installing did not work (the reason stands above): "
            "check the network and the disk, then try again."
        )
    # The longest list comes first in the file, so both the demo and the tests find themselves.
    (VENV / "installed").write_text("\n".join(stamps_of(lists)))


def attempt(way, lists):
    try:
        return way(lists)
    except subprocess.CalledProcessError:
        return False


def install_with_uv(lists):
    uv = shutil.which("uv")
    if not uv:
        return False
    # The machine's own list of authorities, as pip uses it: networks with an inspecting proxy.
    environment = os.environ | {"VIRTUAL_ENV": str(VENV), "UV_SYSTEM_CERTS": "true"}
    if not PYTHON.exists():
        subprocess.run(
            [uv, "venv", "-q", "--clear", "--python", sys.executable, str(VENV)], check=True
        )
    subprocess.run(
        [uv, "pip", "sync", "-q", "--require-hashes", *lists],
        check=True,
        cwd=ROOT,
        env=environment,
    )
    return True


def install_with_pip(lists):
    if not (VENV / "bin" / "pip").exists():
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(VENV)], check=True)
    wanted = [word for name in lists for word in ("-r", name)]
    pip = [str(PYTHON), "-m", "pip", "install", "-q", "--disable-pip-version-check"]
    subprocess.run([*pip, "--require-hashes", *wanted], check=True, cwd=ROOT)
    return True


def stamps():
    stamp = VENV / "installed"
    return stamp.read_text().split() if stamp.exists() else []


def stamps_of(lists):
    """Installing the long list also satisfies who asks for its beginning only."""
    return [fingerprint(lists[: length + 1]) for length in range(len(lists))]


def fingerprint(lists):
    digest = hashlib.sha256()
    for name in lists:
        digest.update((ROOT / name).read_bytes())
    return digest.hexdigest()
