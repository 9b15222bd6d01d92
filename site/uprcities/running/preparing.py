"""Fills the demo's folder before each start, and repeats only what something new asks for."""

import hashlib
import hmac
import json
import sys

from uprcities.running import children
from uprcities.running.installation import PYTHON, ROOT
from uprcities.running.preflight import NotReady

WATCHED = ["*.py", "*.yaml", "*.json", "*.csv", "*.po", "*.css", "*.js", "*.svg", "*.woff2"]
UNCHANGED = "All is as at the last start. The passwords of the demo accounts are unchanged."


def prepare(environment, folder):
    """Tables, demo, words and static files; then the address and the passwords.

    A stamp in the folder says what the last start found; a preparation cut short leaves none.
    """
    stamp = folder / "demo-stamp"
    last = read(stamp)
    files = files_fingerprint()
    contents, choices = contents_of(folder, files), choices_of(environment)
    if last == {"contents": contents, "choices": choices}:
        print(UNCHANGED, flush=True)
        return
    stamp.unlink(missing_ok=True)
    same_contents = last.get("contents") == contents
    command = [str(PYTHON), "manage.py", "prepare_demo", *["--only-choices"] * same_contents]
    if children.run(command, cwd=ROOT, env=environment):
        raise NotReady("The demo could not be prepared; the reason stands above.")
    stamp.write_text(json.dumps({"contents": contents_of(folder, files), "choices": choices}))


def read(stamp):
    try:
        return json.loads(stamp.read_text())
    except (FileNotFoundError, ValueError):
        return {}


def contents_of(folder, files):
    """What tables, pages and static files were made from, and where they went."""
    database = folder / "database.sqlite3"
    # Another file in its place is another database; an empty one is none.
    made = database.stat() if database.exists() else None
    return {
        "files": files,
        "python": sys.version,
        "database": made.st_ino if made and made.st_size else None,
        "static": (folder / "static").exists(),
    }


def choices_of(environment):
    """What the person at the terminal chose: no table and no page depends on it."""
    password = hmac.new(
        environment["SECRET_KEY"].encode(),
        environment.get("DEMO_PASSWORD", "").encode(),
        hashlib.sha256,
    )
    return {"address": environment["SITE_URL"], "password": password.hexdigest()}


def files_fingerprint():
    digest = hashlib.sha256((ROOT / "requirements.txt").read_bytes())
    for name in ["campaigns", "locale", "pages", "site"]:
        for pattern in WATCHED:
            for path in sorted((ROOT / name).rglob(pattern)):
                facts = path.stat()
                digest.update(f"{path} {facts.st_size} {facts.st_mtime_ns}\n".encode())
    return digest.hexdigest()
