"""`check --deploy` says when other accounts can read testimony."""

import pytest

from uprcities.private_files import closed_to_others


@pytest.fixture
def kept(monkeypatch, settings, tmp_path):
    """Where a site keeps things, as open as a careless umask leaves them."""
    tmp_path.chmod(0o755)
    settings.PRIVATE_ROOT = tmp_path / "private"
    settings.PRIVATE_ROOT.mkdir()
    settings.PRIVATE_ROOT.chmod(0o755)
    database = settings.DATABASES["default"]
    monkeypatch.setitem(database, "ENGINE", "django.db.backends.sqlite3")
    monkeypatch.setitem(database, "NAME", str(tmp_path / "database.sqlite3"))
    (tmp_path / "database.sqlite3").touch()
    (tmp_path / "database.sqlite3").chmod(0o644)
    return tmp_path


def told():
    return " ".join(warning.msg for warning in closed_to_others())


class ClosedToOthersTests:
    def test_what_is_open_is_named(self, kept):
        assert f"{kept / 'private'} is open" in told()
        assert f"{kept / 'database.sqlite3'} is open" in told()

    def test_what_is_closed_is_not(self, kept):
        (kept / "private").chmod(0o750)
        (kept / "database.sqlite3").chmod(0o600)

        assert told() == ""

    def test_a_closed_folder_around_them_is_enough(self, kept):
        kept.chmod(0o700)

        assert told() == ""

    def test_what_is_not_there_yet_is_not_asked_for(self, kept):
        (kept / "private").rmdir()
        (kept / "database.sqlite3").unlink()

        assert told() == ""
