"""What commands count is said in words that fit the number."""

from io import StringIO

import pytest
from django.core.management import call_command

from pages.management.commands import (
    load_demo,
    measure_translations,
    prepare_translations,
    sync_rights,
    write_site_words,
)


def say(name, **options):
    out = StringIO()
    call_command(name, stdout=out, **options)
    return out.getvalue().strip()


@pytest.mark.parametrize(("number", "says"), [(1, "1 change made."), (2, "2 changes made.")])
def test_rights(monkeypatch, number, says):
    monkeypatch.setattr(sync_rights, "sync_rights", lambda dry_run: ["a"] * number)

    assert say("sync_rights").endswith(says)
    assert say("sync_rights", dry_run=True).endswith(says.replace("made", "would be made"))


@pytest.mark.parametrize(("number", "says"), [(1, "1 text measured."), (2, "2 texts measured.")])
def test_texts_measured(monkeypatch, number, says):
    monkeypatch.setattr(measure_translations, "measure_all", lambda: (number, 0))

    assert say("measure_translations") == f"{says} 0 left out."


@pytest.mark.parametrize(("codes", "says"), [("f", "1 language written."), ("ef", "2 languages w")])
def test_languages_written(monkeypatch, codes, says):
    monkeypatch.setattr(write_site_words, "other_codes", lambda: codes)
    monkeypatch.setattr(write_site_words, "write_site_words", lambda code: None)

    assert say("write_site_words").startswith(says)


def test_drafts_and_requests(monkeypatch):
    monkeypatch.setattr(prepare_translations, "enqueue_dropped", lambda patience: 1)
    monkeypatch.setattr(prepare_translations, "close_fulfilled", lambda: 2)

    said = say("prepare_translations")

    assert said == "1 draft given to a worker again. 2 requests closed."


def test_what_the_demo_asks_for(monkeypatch):
    monkeypatch.setattr(load_demo, "is_loaded", lambda: True)
    monkeypatch.setattr(load_demo, "make_accounts", lambda password: [])
    monkeypatch.setattr(load_demo, "ask_for_translations", lambda: 1)

    assert say("load_demo").endswith("1 translation asked for.")
