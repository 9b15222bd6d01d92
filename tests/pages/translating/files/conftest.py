"""A sheet that needs no database, and the tools that read what it becomes."""

import subprocess

import pytest

from pages.models import Original
from pages.translating.sheets.unit import Sheet, Unit, UnitStage, WrongWordsError
from tests.running import gettext_tools


class PaperSheet(Sheet):
    """Sentences on paper; refuses what says “wrong”."""

    def __init__(self, *units, language="es", key="picture-12", is_public=True):
        title = 'Tenants "alone" \\ 100%'
        original = Original(key=key, language="en", title=title, is_public=is_public)
        super().__init__(original, language)
        self.kept = {unit.key: unit for unit in units}

    def units(self):
        return list(self.kept.values())

    def why_not(self, unit, words):
        return "This is wrong." if "wrong" in words else ""

    def write(self, written, user, made="manual", tool=""):
        if any("wrong" in words for words in written.values()):
            raise WrongWordsError
        for key, words in written.items():
            self._put(key, target=words, stage=UnitStage.DONE, made=made)

    def confirm(self, keys, user):
        for key in keys:
            self._put(key, stage=UnitStage.DONE)

    def _put(self, key, **changed):
        self.kept[key] = Unit(**(vars(self.kept[key]) | changed))


@pytest.fixture
def paper():
    return PaperSheet


@pytest.fixture(scope="session")
def gettext_tool():
    """gettext_tool("msgfmt", "--check", …) runs one of GNU gettext’s own tools on a file."""
    if not gettext_tools.found():
        pytest.fail(gettext_tools.NONE_FOUND, pytrace=False)

    def run(name, *words, content):
        done = subprocess.run(
            [gettext_tools.found(name), *words, "-"],
            input=content,
            capture_output=True,
            check=False,
            timeout=60,
        )
        assert done.returncode == 0, done.stderr.decode()
        assert not done.stderr, done.stderr.decode()
        return done.stdout

    return run
