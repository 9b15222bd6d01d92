"""Where things stand, which way they lean, how large they are."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.db.migrations.loader import MigrationLoader
from wagtail.models import get_page_models

ROOT = Path(__file__).resolve().parents[2]
CODE = ["site", "campaigns", "pages"]
VAGUE = {"utils", "helpers", "common", "core", "misc", "services", "managers", "constants"}
# The floors, from the top; apps on one floor do not know each other.
FLOORS = [
    {"pages"},
    {"clamor"},
    {"compile"},
    {"collect"},
    {"treaties", "places"},
    {"library"},
    {"accounts"},  # Wagtail notes who uploaded a picture
]
# record.py notes every live page; whether it may be seen is asked when the record is read.
MAY_ASK_WHAT_IS_LIVE = {"querysets.py", "record.py"}
OURS = set().union(*FLOORS)


def modules():
    paths = [path for folder in CODE for path in (ROOT / folder).rglob("*.py")]
    return [path for path in paths if "migrations" not in path.parts]


def test_imports_point_down():
    done = subprocess.run(
        [Path(sys.executable).parent / "lint-imports", "--no-cache"],
        cwd=ROOT,
        env={"PYTHONPATH": "site", "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("folder", ["site", "locale"])
def test_folders_named_as_pythons_own_modules_are_no_packages(folder):
    assert not (ROOT / folder / "__init__.py").exists()


def test_no_file_has_a_vague_name():
    vague = [path for path in modules() if path.stem in VAGUE or path.parent.name in VAGUE]

    assert vague == []


def test_no_module_is_longer_than_300_lines():
    long = {
        str(path.relative_to(ROOT)): lines
        for path in modules()
        if (lines := len(path.read_text().splitlines())) > 300
    }

    assert long == {}


def test_the_map_says_where_each_page_type_is():
    lines = (ROOT / "docs" / "map.md").read_text().splitlines()
    missing = {
        f"{model.__name__} in {module}"
        for model in get_page_models()
        if model.__module__.startswith("pages.")
        and (module := f"{model.__module__.rpartition('.')[2]}.py")
        and not any(f"`{module}`" in line and f"`{model.__name__}`" in line for line in lines)
    }

    assert missing == set()


def test_only_the_querysets_know_what_may_be_seen():
    """`.live()` alone forgets consent and restrictions: ask visible() instead."""
    alone = re.compile(r"\.live\(\)")
    texts = [*modules(), *(ROOT / "templates").rglob("*.html")]
    breaches = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in texts
        if path.name not in MAY_ASK_WHAT_IS_LIVE
        for number, line in enumerate(path.read_text().splitlines(), 1)
        if alone.search(line)
    ]

    assert breaches == []


@pytest.mark.django_db
def test_migrations_respect_the_floors():
    floor_of = {app: floor for floor, apps in enumerate(FLOORS) for app in apps}
    graph = MigrationLoader(None).disk_migrations
    upwards = [
        f"{app}.{name} needs {other}"
        for (app, name), migration in graph.items()
        if app in OURS
        for other in {needed[0] for needed in migration.dependencies}
        if other in OURS and other != app and floor_of[other] <= floor_of[app]
    ]

    assert upwards == []


@pytest.mark.django_db
def test_each_app_has_one_migration_until_version_1():
    graph = MigrationLoader(None).disk_migrations
    names = {app: [name for label, name in graph if label == app] for app in OURS}

    assert {app for app, found in names.items() if len(found) > 1} == set()
