"""The interface speaks six languages, all of them whole."""

import ast
import re
from collections import Counter
from pathlib import Path

import polib
import pytest

from uprcities.lib.words import KEYWORDS, texts_in
from uprcities.management.commands.collect_words import FOLDERS

ROOT = Path(__file__).resolve().parents[2]
LANGUAGES = ["ar", "es", "fr", "ru", "zh_Hans"]
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|{\w*}")
TAG = re.compile(r"</?\w+[^>]*>")


def catalogue(language):
    path = ROOT / "locale" / language / "LC_MESSAGES" / "django.po"
    return polib.pofile(str(path)) if path.exists() else polib.POFile()


@pytest.fixture(scope="module")
def texts():
    return texts_in([ROOT / folder for folder in FOLDERS])


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_missing(language, texts):
    """After changing a text: manage.py collect_words, then translate what it left empty."""
    translated = {
        (entry.msgid, entry.msgctxt)
        for entry in catalogue(language)
        if not entry.obsolete and entry.translated()
    }
    missing = sorted(t.msgid for t in texts if (t.msgid, t.context) not in translated)

    assert missing == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_translation_is_a_guess(language):
    assert [entry.msgid for entry in catalogue(language) if entry.fuzzy] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_placeholder_is_lost_or_made_up(language):
    """A plural form for one number may leave the number out; nothing may bring in a new one."""
    wrong = []
    for entry in catalogue(language).translated_entries():
        wanted = Counter(PLACEHOLDER.findall(entry.msgid_plural or entry.msgid))
        if entry.msgid_plural:
            forms = entry.msgstr_plural.values()
            good = all(set(PLACEHOLDER.findall(form)) <= set(wanted) for form in forms)
        else:
            good = Counter(PLACEHOLDER.findall(entry.msgstr)) == wanted
        if not good:
            wrong.append(entry.msgid)

    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_markup_is_lost(language):
    wrong = [
        entry.msgid
        for entry in catalogue(language).translated_entries()
        if not entry.msgid_plural
        and Counter(TAG.findall(entry.msgid)) != Counter(TAG.findall(entry.msgstr))
    ]

    assert wrong == []


def test_the_collector_reads_templates_and_code(tmp_path):
    (tmp_path / "a.html").write_text(
        '{% load i18n %}{% translate "Read on" %}'
        "{% blocktranslate count n=n trimmed %}{{ n }} story\n{% plural %}{{ n }} stories"
        "{% endblocktranslate %}"
    )
    (tmp_path / "b.py").write_text('a = _("City")\nb = pgettext_lazy("month", "May")\n')

    assert {tuple(text) for text in texts_in([tmp_path])} == {
        ("Read on", None, None),
        ("%(n)s story", "%(n)s stories", None),
        ("City", None, None),
        ("May", None, "month"),
    }


def test_no_text_hides_in_an_f_string():
    """There the collector does not see it, and nobody is asked to translate it."""
    hidden = [
        f"{path.relative_to(ROOT)}:{found.lineno}"
        for folder in FOLDERS
        for path in (ROOT / folder).rglob("*.py")
        for f_string in ast.walk(ast.parse(path.read_text()))
        if isinstance(f_string, ast.JoinedStr)
        for found in ast.walk(f_string)
        if isinstance(found, ast.Call) and getattr(found.func, "id", "") in KEYWORDS
    ]

    assert hidden == []
