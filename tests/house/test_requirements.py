"""What is installed is what was locked, from wherever the installer looks."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LISTS = sorted(ROOT.glob("requirements*.txt"), key=str)


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.name)
def test_a_list_names_no_registry(path):
    assert re.findall(r"^-|://|@ ", path.read_text(), flags=re.MULTILINE) == []


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.name)
def test_everything_is_pinned_and_hashed(path):
    text = path.read_text().replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line and not line.lstrip().startswith("#")]

    assert lines
    assert [line for line in lines if "==" not in line or "--hash=sha256:" not in line] == []
