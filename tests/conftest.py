"""What every test may ask for."""

import os

import pytest
from django.conf import settings
from django.core.cache import cache
from django.utils import translation

from pages.models import HomePage
from tests.factories import scene
from tests.running.beside import last_words


def pytest_terminal_summary(terminalreporter):
    """Say just above the last line what else `make test` ran, and how that went."""
    if failed := os.environ.get("FAILED_BEFORE"):
        terminalreporter.write_line(f"Failed before the tests: {failed}")
    if words := last_words():
        terminalreporter.write_line(words)


@pytest.fixture(autouse=True)
def fresh_cache():
    """No test sees what another one left in the cache."""
    cache.clear()


@pytest.fixture(autouse=True)
def first_language():
    """No test speaks the language that another one’s reader had chosen."""
    with translation.override(settings.LANGUAGE_CODE):
        yield


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """The scene is set once: building it anew for each test took most of the time."""
    with django_db_blocker.unblock():
        if not HomePage.objects.exists():
            scene.build_cast(scene.build_home())


@pytest.fixture
def home(db):
    """Six languages, two cities: home.pittsburgh["es"] is a page, home.homes["en"] the front door."""
    return scene.find_home()


@pytest.fixture
def cast(home):
    """Who belongs to which city: cast.pittsburgh_editor, cast.translator_es, cast.admin, …"""
    return scene.find_cast()
