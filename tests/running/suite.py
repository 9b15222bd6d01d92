"""`make test`: its own set-up, then lint, the rules of the house, the tests and the journeys.

The last line is pytest's own; what failed before it is named just above.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.running import browser, databases, gettext_tools
from tests.running.beside import PLACE, Beside
from tests.running.tools import install_tools
from uprcities.running.installation import PYTHON, ROOT, VENV

LINT = [
    ["ruff", "check", "--quiet", "."],
    ["ruff", "format", "--quiet", "--check", "."],
    ["lint-imports", "--no-logo"],
]
#: One person walks the walls on each database; the many take minutes, so: on one of them.
WALLS = "tests/pages/isolation/test_every_role.py"
PYTEST = [str(PYTHON), "-m", "pytest", "-q", "-p", "no:cacheprovider"]


def main():
    install_tools("make test")
    with tempfile.TemporaryDirectory(prefix="uprcities-tests-") as folder:
        status = run_everything(Path(folder))
    sys.exit(status)


def run_everything(folder):
    environment = own_environment(folder / "sqlite")
    failed = [command[0] for command in LINT if not succeeds(command, environment)]
    if not succeeds(["python", "manage.py", "compile_words"], environment):
        failed.append("compile_words")
    gettext_tools.found_or_installed()
    beside = start_on_postgresql(folder / "postgresql")
    environment |= {
        "CHROMIUM": browser.found_or_installed(environment) or "",
        "FAILED_BEFORE": ", ".join(failed),
        PLACE: str(folder / "postgresql") if beside else "",
    }
    print("→ the tests and the journeys on SQLite", flush=True)
    tests = [*PYTEST, f"--ignore={WALLS}"] if beside else PYTEST
    if subprocess.run(tests, cwd=ROOT, env=environment, check=False).returncode:
        failed.append("the tests on SQLite")
    if beside and not beside.succeeded():
        failed.append("the tests on PostgreSQL")
    return bool(failed)


def start_on_postgresql(folder):
    """The same tests, without the journeys, where a PostgreSQL lets us; at the same time."""
    address = databases.postgresql()
    if not address:
        print("→ no PostgreSQL here lets this account make a database: SQLite only", flush=True)
        return None
    print("→ the tests on PostgreSQL, at the same time as the next", flush=True)
    environment = own_environment(folder) | {"DATABASE_URL": address}
    left_out = ["tests/journeys", "tests/house"]  # a browser's, and those that ask no database
    return Beside([*PYTEST, *(f"--ignore={name}" for name in left_out)], environment, folder)


def own_environment(folder):
    """Nothing of the site that this machine may run, and nothing kept after the tests."""
    folder.mkdir()
    left_out = {"DATABASE_URL", "REDIS_URL", "SITE_URL", "SECRET_KEY", "VAR_DIR"}
    kept = {name: value for name, value in os.environ.items() if name not in left_out}
    return kept | {
        "DJANGO_SETTINGS_MODULE": "uprcities.settings.test",
        "PATH": os.pathsep.join([str(VENV / "bin"), os.environ.get("PATH", os.defpath)]),
        "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "site")]),
        "VAR_DIR": str(folder),
    }


def succeeds(command, environment):
    print("→", *command, flush=True)
    return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode == 0


if __name__ == "__main__":
    main()
