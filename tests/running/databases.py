"""Looks for a PostgreSQL that the tests may use as well."""

import os
import subprocess

from uprcities.running.installation import PYTHON

PLACES = [
    "postgresql:///postgres",
    "postgresql://postgres@/postgres",
    "postgresql://127.0.0.1:5432/postgres",
    "postgresql://postgres@127.0.0.1:5432/postgres",
    "postgresql://postgres:postgres@127.0.0.1:5432/postgres",
]
# Runs with .venv's Python: whether this account may make a database there.
QUESTION = """
import sys, psycopg
with psycopg.connect(sys.argv[1], connect_timeout=3) as connection:
    row = connection.execute(
        "SELECT rolsuper OR rolcreatedb FROM pg_roles WHERE rolname = current_user"
    ).fetchone()
sys.exit(0 if row and row[0] else 1)
"""


def postgresql():
    """The address of a PostgreSQL that lets us make a test database, or None.

    The one that DATABASE_URL names is not asked: when it does not answer, the tests say so.
    """
    named = os.environ.get("DATABASE_URL", "")
    if named.startswith("postgres"):
        return named
    return next((place for place in PLACES if lets_us_in(place)), None)


def lets_us_in(place):
    asked = subprocess.run(
        [str(PYTHON), "-c", QUESTION, place], capture_output=True, check=False, timeout=30
    )
    return asked.returncode == 0
