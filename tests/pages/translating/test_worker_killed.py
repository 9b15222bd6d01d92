"""The worker is killed while it makes drafts: the next one makes them all, and none twice."""

import os
import signal
import sqlite3
import subprocess
import sys
import time

import pytest
from django.db import connection

from pages.translating.requesting import ask_for_all
from tests.factories.pages import FindingPageFactory
from uprcities.running.installation import ROOT

from .work import original_of

pytestmark = pytest.mark.skipif(connection.vendor != "sqlite", reason="copies the database’s file")

LANGUAGES = ["es", "fr", "ar", "ru", "zh-hans", "ht"]
PARAGRAPHS = 30
PATIENCE = 60  # seconds
MANAGE = [sys.executable, str(ROOT / "manage.py")]
WORKER = ["db_worker", "--backend", "jobs", "--no-startup-delay", "--no-reload", "--interval", "0"]

HALF_WAY = """
SELECT count(prepared_at) >= 2 AND sum(attempts = 1 AND prepared_at IS NULL) = 1
FROM pages_translationrequest
"""
DRAFTS = """
SELECT locale.language_code, count(*) FROM wagtailcore_page AS page
JOIN wagtailcore_locale AS locale ON locale.id = page.locale_id
WHERE page.slug = 'long' GROUP BY 1
"""
WHOLE = """
SELECT count(*) FROM wagtailcore_page AS page
JOIN wagtailcore_revision AS version ON version.id = page.latest_revision_id
JOIN pages_findingpage AS finding ON finding.page_ptr_id = page.id
WHERE page.slug = 'long' AND NOT page.live
AND version.content LIKE '%number 29.%' AND finding.body LIKE '%number 29.%'
"""
READY = (
    "SELECT count(*) FROM pages_translationrequest WHERE prepared_at IS NOT NULL AND trouble = ''"
)


@pytest.fixture
def folder(home, cast, creole, tmp_path):
    """A site’s folder: its database holds a long page that is asked for in six languages."""
    body = [("paragraph", {"words": f"<p>Paragraph number {n}.</p>"}) for n in range(PARAGRAPHS)]
    page = FindingPageFactory(parent=home.pittsburgh["en"], slug="long", body=body)
    original = original_of(page)
    ask_for_all([(original, code) for code in LANGUAGES], cast.pittsburgh_editor)
    (tmp_path / "database.sqlite3").write_bytes(connection.connection.serialize())
    return tmp_path


class WorkerKilledTests:
    def test_six_whole_drafts_stand_in_the_end_and_none_twice(self, folder):
        run(folder, "prepare_translations", "--after", "0")
        worker = start(folder, *WORKER)
        wait_until(folder, HALF_WAY)
        worker.send_signal(signal.SIGKILL)
        worker.wait()
        assert [row for row in read(folder, HALF_WAY) if row[0]] != []  # one was in the making
        assert read(folder, READY)[0][0] < len(LANGUAGES)

        run(folder, "prepare_translations", "--after", "0")
        run(folder, *WORKER, "--batch")

        assert dict(read(folder, DRAFTS)) == dict.fromkeys(["en", *LANGUAGES], 1)
        assert read(folder, WHOLE) == [(len(LANGUAGES),)]
        assert read(folder, READY) == [(len(LANGUAGES),)]


def start(folder, *command):
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "uprcities.settings.test",
        "FURTHER_LANGUAGES": "ht",
        "VAR_DIR": str(folder),
    }
    environment.pop("DATABASE_URL", None)
    return subprocess.Popen(
        [*MANAGE, *command, "-v", "0"], env=environment, cwd=ROOT, stdin=subprocess.DEVNULL
    )


def run(folder, *command):
    assert start(folder, *command).wait(PATIENCE) == 0


def wait_until(folder, question):
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if read(folder, question)[0][0]:
            return
        time.sleep(0.01)
    pytest.fail("The worker made nothing.")


def read(folder, question):
    database = sqlite3.connect(folder / "database.sqlite3", timeout=20)
    try:
        return database.execute(question).fetchall()
    finally:
        database.close()
