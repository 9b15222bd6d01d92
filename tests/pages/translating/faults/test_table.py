"""The table of faults in this folder is whole, and names tests that exist."""

import re
from collections import defaultdict
from pathlib import Path

import pytest

from tests.pages.translating import faults

HERE = Path(__file__).resolve().parents[1]
ROOT = HERE.parents[2]
FAULTS = 24


def table():
    """``{number: {"plain" | "ours" | "never": [module::test]}}``"""
    found, number = defaultdict(lambda: defaultdict(list)), None
    for line in faults.__doc__.splitlines():
        if begins := re.match(r" ?(\d+)\. ", line):
            number = int(begins[1])
        elif half := re.match(r" {4}(plain|ours|never): +(\S+)$", line):
            found[number][half[1]].append(half[2])
    return found


def named():
    return sorted(
        {name for halves in table().values() for names in halves.values() for name in names}
    )


def exists(name):
    module, _colons, test = name.partition("::")
    path = (ROOT if module.startswith("tests/") else HERE) / module
    return path.is_file() and f"def {test}(" in path.read_text()


def test_each_fault_has_both_halves_or_cannot_arise():
    assert list(table()) == list(range(1, FAULTS + 1))
    for number, halves in table().items():
        assert set(halves) in ({"plain", "ours"}, {"never"}), number


@pytest.mark.parametrize("name", named())
def test_what_is_named_exists(name):
    assert exists(name)


def test_what_does_not_exist_is_seen():
    assert not exists("faults/test_table.py::test_of_nothing")
    assert not exists("faults/test_nothing.py::test_of_nothing")
