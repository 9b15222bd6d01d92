"""The machine stops while something is being released: the next run releases it, once."""

import multiprocessing
import os
import shutil
import signal
import sqlite3

import pytest
from django.db import connection, connections
from wagtail.management.commands import publish_scheduled as wagtails

from uprcities.management.commands import publish_scheduled as ours

from .test_publish_scheduled import pages  # noqa: F401 (a fixture)

pytestmark = pytest.mark.skipif(connection.vendor != "sqlite", reason="copies the database’s file")

LIVE = "SELECT slug, live FROM wagtailcore_page WHERE slug IN ('early', 'late')"
RELEASED = """
SELECT page.slug, count(*) FROM wagtailcore_pagelogentry AS entry
JOIN wagtailcore_page AS page ON page.id = entry.page_id
WHERE entry.action = 'wagtail.publish.scheduled' GROUP BY page.slug
"""
WRITES = ("INSERT", "UPDATE", "DELETE")
POINTS = 8
BOTH = {"early": 1, "late": 1}


@pytest.fixture
def before(pages, tmp_path):  # noqa: F811
    """The database with two releases that are due, as a file."""
    file = tmp_path / "before.sqlite3"
    connection.ensure_connection()
    file.write_bytes(connection.connection.serialize())
    return file


class KilledTests:
    def test_wherever_it_was_killed_the_next_run_releases_everything_once(self, before):
        for point in points(before, ours):
            file = fresh(before)
            assert run(file, ours, kill_at=point) == -signal.SIGKILL
            assert run(file, ours) == 0

            assert read(file, LIVE) == BOTH, point
            assert read(file, RELEASED) == BOTH, point

    def test_wagtails_own_command_loses_a_release(self, before):
        """A control: killed after it forgot the date and before it published, it never will."""
        lost = []
        for point in points(before, wagtails):
            file = fresh(before)
            run(file, wagtails, kill_at=point)
            run(file, wagtails)
            lost.append(read(file, LIVE) != BOTH)

        assert any(lost)


def points(before, command):
    """Numbers of writes before which to kill, from the first to the last."""
    number = multiprocessing.get_context("fork").Value("i", 0)
    assert run(fresh(before), command, counted=number) == 0
    assert number.value > POINTS
    return sorted({1 + step * (number.value - 1) // (POINTS - 1) for step in range(POINTS)})


def fresh(before):
    return shutil.copy(before, before.with_name("now.sqlite3"))


def run(file, command, kill_at=None, counted=None):
    """Run the command on that database in a process of its own; its exit code."""
    forked = multiprocessing.get_context("fork")
    process = forked.Process(target=_release, args=(file, command, kill_at, counted))
    process.start()
    process.join()
    return process.exitcode


def _release(file, command, kill_at, counted):
    connections["default"] = own = connection.copy()
    own.settings_dict["NAME"] = str(file)
    writes = 0

    def count(execute, sql, params, many, context):
        nonlocal writes
        if sql.lstrip().startswith(WRITES):
            writes += 1
            if writes == kill_at:
                os.kill(os.getpid(), signal.SIGKILL)
        return execute(sql, params, many, context)

    with own.execute_wrapper(count):
        command.Command().handle(dryrun=False)
    own.close()
    if counted:
        counted.value = writes


def read(file, question):
    with sqlite3.connect(file) as database:
        found = dict(database.execute(question).fetchall())
    database.close()
    return found
