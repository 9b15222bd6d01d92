"""`make demo`: from a fresh clone to a running site. Uses nothing but Python itself."""

import hashlib
import hmac
import json
import os
import secrets
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

from uprcities.lib.disks import disk_is_full
from uprcities.running.installation import PYTHON, ROOT, install, is_installed
from uprcities.running.preflight import NotReady, check_port, check_python, fits
from uprcities.running.supervisor import Program, Supervisor

LISTS = ["requirements.txt"]
NOT_FOR_THE_DEMO = ["DATABASE_URL", "REDIS_URL", "FURTHER_HOSTS", "BEHIND_PROXY"]
WATCHED = ["*.py", "*.yaml", "*.json", "*.csv", "*.po", "*.css", "*.js", "*.svg", "*.woff2"]


def main():
    try:
        port = read_port()
        check_python()
        check_port(port)
        installed = is_installed(LISTS)
        fits(ROOT, installed)
        if not installed:
            install(LISTS)
        sys.exit(serve(port))
    except NotReady as obstacle:
        sys.exit(f"make demo: {obstacle}")
    except OSError as error:
        if not disk_is_full(error):
            raise
        sys.exit("make demo: The disk is full: make room, then try again; nothing is lost.")


def read_port():
    text = os.environ.get("PORT") or "8000"
    if not text.isdigit():
        raise NotReady(f'PORT="{text}" is no number: try make demo PORT=8080')
    return int(text)


def serve(port):
    folder = Path(os.environ.get("VAR_DIR") or ROOT / "var").absolute()
    folder.mkdir(parents=True, exist_ok=True)
    environment = demo_environment(port, folder)
    prepare(environment, folder)
    return Supervisor(programs(port, folder, environment), say).run(
        lambda supervisor: wait_until_it_answers(port, supervisor)
    )


def demo_environment(port, folder):
    """Production settings on embedded defaults, for this machine only."""
    for name in NOT_FOR_THE_DEMO:
        if os.environ.pop(name, None):
            say(f"{name} is left aside: the demo keeps everything in {folder.name}/.")
    return os.environ | {
        "DJANGO_SETTINGS_MODULE": "uprcities.settings.production",
        "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "site")]),
        "SECRET_KEY": os.environ.get("SECRET_KEY") or own_secret(folder / "secret-key"),
        "SITE_URL": f"http://127.0.0.1:{port}",
        "VAR_DIR": str(folder),
    }


def own_secret(path):
    """A key made at the first start and kept, so that a restart signs nobody out."""
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(50))
    return path.read_text()


def prepare(environment, folder):
    """Tables, demo, words and static files; skipped when nothing changed since the last time."""
    stamp = folder / "demo-stamp"
    state = state_of(environment, folder)
    if stamp.exists() and stamp.read_text() == state:
        say("Everything is as at the last start. The passwords of the demo accounts are unchanged.")
        return
    done = subprocess.run(
        [str(PYTHON), "manage.py", "prepare_demo"], cwd=ROOT, env=environment, check=False
    )
    if done.returncode:
        raise NotReady("The demo could not be prepared; the reason stands above.")
    stamp.write_text(state_of(environment, folder))


def state_of(environment, folder):
    """Changes when the code, the data, the address, the password or the database does."""
    database = folder / "database.sqlite3"
    parts = {
        "files": files_fingerprint(),
        "address": environment["SITE_URL"],
        "python": sys.version,
        # Another file in its place is another database.
        "database": database.stat().st_ino if database.exists() else None,
        "static": (folder / "static").exists(),
        "password": hmac.new(
            environment["SECRET_KEY"].encode(),
            environment.get("DEMO_PASSWORD", "").encode(),
            hashlib.sha256,
        ).hexdigest(),
    }
    return json.dumps(parts, sort_keys=True)


def files_fingerprint():
    digest = hashlib.sha256((ROOT / "requirements.txt").read_bytes())
    for name in ["campaigns", "locale", "pages", "site"]:
        for pattern in WATCHED:
            for path in sorted((ROOT / name).rglob(pattern)):
                facts = path.stat()
                digest.update(f"{path} {facts.st_size} {facts.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def programs(port, folder, environment):
    python, manage = str(PYTHON), str(ROOT / "manage.py")
    granian = [python, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1"]
    granian += ["--port", str(port), "--blocking-threads", "4", "--log-level", "warning"]
    granian += ["--workers-kill-timeout", "5s"]
    granian += ["--static-path-route", "/media", "--static-path-mount", str(folder / "public")]
    (folder / "public").mkdir(exist_ok=True)
    worker = ["db_worker", "--backend", "jobs", "--no-startup-delay", "--no-reload", "-v", "0"]
    return [
        Program("web server", [*granian, "uprcities.wsgi:application"], environment),
        Program("background worker", [python, manage, *worker], environment),
        Program("clock", [python, manage, "run_clock"], environment),
    ]


def wait_until_it_answers(port, supervisor):
    address = f"http://127.0.0.1:{port}"
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and not supervisor.stopping:
        if supervisor.programs[0].has_fallen():
            return
        try:
            urllib.request.urlopen(f"{address}/healthz", timeout=5)  # noqa: S310 (our own address)
        except urllib.error.HTTPError:
            say(f"The site answers, but not all of it works: see {address}/healthz")
            return
        except OSError:
            time.sleep(0.1)
        else:
            say(f"\nThe site:   {address}/\nThe admin:  {address}/admin/\nStop with Ctrl-C.\n")
            return


def say(sentence):
    print(sentence, flush=True)


if __name__ == "__main__":
    main()
