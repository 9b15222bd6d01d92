"""Whoever starts the demo learns its password, whatever cut the first start short."""

import os
import re
from io import StringIO
from pathlib import Path
from unittest import mock

import pytest
from django.conf import settings as settings_of_django
from django.contrib.auth import get_user_model
from django.core.management import call_command
from wagtail.models import Site

from pages.models import SiteWord
from pages.translating.other_texts.interface import words_of_groups
from uprcities.management.commands import prepare_demo

pytestmark = pytest.mark.django_db
STEPS = {"migrate", "compile_words", "collectstatic", "load_treaties", "load_recommendations"}


@pytest.fixture
def steps(monkeypatch, settings, tmp_path, home):
    """Only the loader of accounts does its work; any step may be told to break."""
    get_user_model().objects.filter(username__in=prepare_demo.ACCOUNTS).delete()
    settings.VAR_DIR = tmp_path
    broken = {}

    def call(name, **options):
        if name in broken:
            raise broken[name]
        if name not in STEPS:
            call_command(name, **options)

    monkeypatch.setattr(prepare_demo, "call_command", call)
    return broken


def prepare(*options, password=""):
    """Answers what is printed, and the password in it."""
    said = StringIO()
    with mock.patch.dict(os.environ, DEMO_PASSWORD=password):
        call_command("prepare_demo", *options, stdout=said)
    announced = said.getvalue().partition("Their password: ")[2].strip()
    return said.getvalue(), announced


def key_of(source):
    words = (word for group in words_of_groups().values() for word in group.values())
    return next(word.key for word in words if word.source == source)


def opens(name, password):
    return get_user_model().objects.get(username=name).check_password(password)


class PasswordTests:
    def test_it_is_announced_once(self, steps):
        said, announced = prepare()

        assert "Demo accounts: admin, " in said
        assert opens("translator-es", announced)
        assert "unchanged" in prepare()[0]
        assert opens("translator-es", announced)

    @pytest.mark.parametrize("reason", [KeyboardInterrupt(), OSError("collectstatic failed")])
    def test_what_was_never_announced_is_replaced(self, steps, reason):
        steps["collectstatic"] = reason
        with pytest.raises(type(reason)):
            prepare()
        del steps["collectstatic"]

        said, announced = prepare()

        assert "Demo accounts: admin, pittsburgh-editor, " in said
        assert all(opens(name, announced) for name in prepare_demo.ACCOUNTS)

    def test_who_kept_an_account_keeps_its_password(self, steps):
        _said, announced = prepare()
        get_user_model().objects.get(username="press-officer").delete()
        steps["collectstatic"] = KeyboardInterrupt()
        with pytest.raises(KeyboardInterrupt):
            prepare()
        del steps["collectstatic"]

        said, second = prepare()

        assert "Demo accounts: press-officer\n" in said
        assert opens("press-officer", second)
        assert opens("admin", announced)

    def test_a_chosen_one_is_given_to_all(self, steps):
        prepare()

        _said, announced = prepare("--only-choices", password="chosen-by-me-1")

        assert announced == "chosen-by-me-1"
        assert all(opens(name, announced) for name in prepare_demo.ACCOUNTS)

    def test_the_same_one_again_signs_nobody_out(self, steps, client):
        prepare(password="chosen-by-me-1")
        client.force_login(get_user_model().objects.get(username="admin"))

        prepare("--only-choices", password="chosen-by-me-1")

        assert client.get("/admin/").status_code == 200


def test_a_new_version_finds_what_the_docs_ask_of_an_upgrade(steps, monkeypatch):
    """The demo of an earlier version is upgraded like any site, by the same commands."""
    docs = (Path(settings_of_django.BASE_DIR) / "docs" / "operations.md").read_text()
    upgrading = docs.partition("## Upgrading")[2].partition("\n## ")[0]
    asked = re.findall(r"manage\.py (\w+)", upgrading)
    assert len(asked) > 6
    done = []
    monkeypatch.setattr(prepare_demo, "call_command", lambda name, **_options: done.append(name))

    prepare()

    assert set(asked) - {"check"} <= set(done)
    in_order = [name for name in asked if name in prepare_demo.LOADERS]
    assert in_order == [name for name in done if name in asked and name in prepare_demo.LOADERS]


def test_words_of_the_site_are_back_where_their_files_were_lost(steps, tmp_path, settings):
    settings.SITE_WORDS = tmp_path / "locale"
    SiteWord.objects.create(language="es", key=key_of("Search"), msgid="Search", words="Encontrar")

    prepare()

    assert "Encontrar" in (tmp_path / "locale/es/LC_MESSAGES/django.mo").read_text(errors="ignore")


def test_the_choices_alone_load_nothing(steps, settings):
    prepare()
    settings.SITE_URL = "http://127.0.0.1:8765"
    for step in [*STEPS, "load_demo"]:
        steps[step] = AssertionError(f"{step} was repeated")

    said, _announced = prepare("--only-choices")

    assert said.strip() == "The passwords of the demo accounts are unchanged."
    assert Site.objects.get(is_default_site=True).port == 8765
