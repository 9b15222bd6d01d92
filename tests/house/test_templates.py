"""Templates compose: what goes in is named, and nothing else gets in."""

import re
from pathlib import Path

import pytest

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
INCLUDE = re.compile(r"{%\s*include\s+\"components/[^%]*%}")
PUBLIC = [path for path in TEMPLATES.rglob("*.html") if "wagtail" not in str(path)]


def name(path):
    return str(path.relative_to(TEMPLATES))


@pytest.mark.parametrize("path", sorted((TEMPLATES / "components").glob("*.html")), ids=name)
def test_a_component_says_first_what_goes_in(path):
    first = path.read_text().splitlines()[0]

    assert first.startswith("{#")


@pytest.mark.parametrize("path", sorted(PUBLIC), ids=name)
def test_a_component_gets_nothing_but_its_inputs(path):
    loose = [
        tag for tag in INCLUDE.findall(path.read_text()) if not re.search(r"\bonly\s*%}$", tag)
    ]

    assert loose == []


@pytest.mark.parametrize("path", sorted(PUBLIC), ids=name)
def test_no_script_or_style_is_written_into_a_page(path):
    """The Content-Security-Policy would stop it in the reader's browser."""
    text = re.sub(r"{#.*?#}|{% comment.*?endcomment %}", "", path.read_text(), flags=re.DOTALL)

    assert re.findall(r"\sstyle=|\son[a-z]+=\"|<style|javascript:", text) == []
    assert [
        tag
        for tag in re.findall(r"<script[^>]*>", text)
        if "src=" not in tag and "application/ld+json" not in tag
    ] == []


@pytest.mark.parametrize("path", sorted(PUBLIC), ids=name)
def test_no_page_asks_a_third_party(path):
    asked = r"<(?:script|img|iframe|audio|video|source)[^>]*\ssrc=\"(?:https?:)?//"

    assert re.findall(asked, path.read_text()) == []
