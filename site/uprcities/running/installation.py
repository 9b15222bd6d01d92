"""Makes .venv and installs what the locked lists name. Runs before anything is installed."""

import hashlib
import os
import shutil
import sys
from pathlib import Path

from uprcities.running import children
from uprcities.running.preflight import NotReady, check_writable

ROOT = Path(__file__).resolve().parents[3]
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"


def is_installed(lists):
    """Whether .venv holds exactly what these lists name now (or more: a developer's)."""
    return PYTHON.exists() and fingerprint(lists) in stamps()


def install(lists):
    """Make .venv hold what these lists name; uv where it is at hand, else pip."""
    check_writable(VENV if VENV.exists() else ROOT)
    print("Installing", " and ".join(lists), "into .venv …", flush=True)
    if not (install_with_uv(lists) or install_with_pip(lists)):
        raise NotReady(
            "Installing did not work (the reason stands above): "
            "check the network and the disk, then try again."
        )
    # The longest list comes first in the file, so both the demo and the tests find themselves.
    (VENV / "installed").write_text("\n".join(stamps_of(lists)))


def install_with_uv(lists):
    uv = shutil.which("uv")
    if not uv:
        return False
    # The machine's own list of authorities, as pip uses it: networks with an inspecting proxy.
    environment = os.environ | {"VIRTUAL_ENV": str(VENV), "UV_SYSTEM_CERTS": "true"}
    make = [uv, "venv", "-q", "--clear", "--python", sys.executable, str(VENV)]
    fill = [uv, "pip", "sync", "-q", "--require-hashes", *lists]
    return (PYTHON.exists() or succeeds(make)) and succeeds(fill, cwd=ROOT, env=environment)


def install_with_pip(lists):
    wanted = [word for name in lists for word in ("-r", name)]
    make = [sys.executable, "-m", "venv", "--clear", str(VENV)]
    fill = [str(PYTHON), "-m", "pip", "install", "-q", "--disable-pip-version-check"]
    fill += ["--require-hashes", *wanted]
    return ((VENV / "bin" / "pip").exists() or succeeds(make)) and succeeds(fill, cwd=ROOT)


def succeeds(command, **options):
    return children.run(command, **options) == 0


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
