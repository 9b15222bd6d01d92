"""`make demo`: from a fresh clone to a running site. Uses nothing but Python itself."""

import os
import secrets
import signal
import sys
import time
import urllib.error
import urllib.request

from uprcities.lib.disks import disk_is_full
from uprcities.running.folder import held_folder
from uprcities.running.installation import PYTHON, ROOT, install, is_installed
from uprcities.running.preflight import NotReady, check_port, check_python, fits, read_port
from uprcities.running.preparing import prepare
from uprcities.running.supervisor import Program, Supervisor

LISTS = ["requirements.txt"]
NOT_FOR_THE_DEMO = ["DATABASE_URL", "REDIS_URL", "FURTHER_HOSTS", "BEHIND_PROXY"]


def main():
    try:
        sys.exit(start())
    except NotReady as obstacle:
        sys.exit(f"make demo: {obstacle}")
    except KeyboardInterrupt:
        say("\nStopped.")
        sys.exit(128 + signal.SIGINT)
    except OSError as error:
        if not disk_is_full(error):
            raise
        sys.exit("make demo: The disk is full: make room, then try again; nothing is lost.")


def start():
    check_python()
    port = read_port(os.environ.get("PORT"))
    with held_folder(f"http://127.0.0.1:{port}/") as (folder, was_killed):
        # What was killed a moment ago may not have let go of its port yet.
        check_port(port, patience=5 if was_killed else 0)
        installed = is_installed(LISTS)
        fits(ROOT, installed)
        if not installed:
            install(LISTS)
        return serve(port, folder)


def serve(port, folder):
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
        # A passkey belongs to a name; 127.0.0.1 is none.
        "FURTHER_HOSTS": "localhost",
        # The demo can be looked at without a telephone at hand; TWO_STEP_SIGN_IN=required to try.
        "TWO_STEP_SIGN_IN": os.environ.get("TWO_STEP_SIGN_IN", "offered"),
    }


def own_secret(path):
    """A key made at the first start and kept, so that a restart signs nobody out."""
    path.touch(mode=0o600)
    if not path.read_text():
        path.write_text(secrets.token_urlsafe(50))
    return path.read_text()


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
