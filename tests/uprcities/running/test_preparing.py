"""A start repeats only what something new asks for."""

import pytest

from uprcities.running import preparing
from uprcities.running.preflight import NotReady

ALL = ["prepare_demo"]
CHOICES = ["prepare_demo", "--only-choices"]


@pytest.fixture
def prepare(monkeypatch, tmp_path):
    """prepare(address="…", password="…") answers the commands that one start runs."""
    database = tmp_path / "database.sqlite3"

    def fill(command, **options):
        prepare.commands.append(command[2:])
        if not prepare.status:
            database.write_text("tables")
            (tmp_path / "static").mkdir(exist_ok=True)
        return prepare.status

    def prepare(address="http://127.0.0.1:8000", password="first"):
        prepare.commands = []
        chosen = {"SECRET_KEY": "key", "SITE_URL": address, "DEMO_PASSWORD": password}
        preparing.prepare(chosen, tmp_path)
        return prepare.commands

    prepare.status, prepare.database = 0, database
    monkeypatch.setattr(preparing.children, "run", fill)
    monkeypatch.setattr(preparing, "files_fingerprint", lambda: "as they are")
    return prepare


class PrepareTests:
    def test_the_first_start_does_everything(self, prepare):
        assert prepare() == [ALL]

    def test_the_same_again_does_nothing(self, prepare):
        prepare()

        assert prepare() == []

    @pytest.mark.parametrize(
        "choice", [{"address": "http://127.0.0.1:8001"}, {"password": "second"}]
    )
    def test_another_choice_is_a_matter_of_seconds(self, prepare, choice):
        prepare()

        assert prepare(**choice) == [CHOICES]
        assert prepare(**choice) == []

    def test_changed_files_are_prepared(self, prepare, monkeypatch):
        prepare()
        monkeypatch.setattr(preparing, "files_fingerprint", lambda: "changed")

        assert prepare() == [ALL]

    def test_an_emptied_database_is_filled(self, prepare):
        prepare()
        prepare.database.write_text("")

        assert prepare() == [ALL]

    def test_a_preparation_that_failed_is_repeated(self, prepare):
        prepare()
        prepare.status = 1
        with pytest.raises(NotReady, match="could not be prepared"):
            prepare(password="second")
        prepare.status = 0

        assert prepare() == [ALL]

    def test_a_stamp_that_nobody_can_read_counts_for_nothing(self, prepare, tmp_path):
        prepare()
        (tmp_path / "demo-stamp").write_text("{")

        assert prepare() == [ALL]
