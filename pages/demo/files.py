"""Reads the demo’s pages from their files, one YAML file a page and language."""

from pathlib import Path

import yaml

CONTENT = Path(__file__).parent / "content"
FIRST_LANGUAGE = "en"


def languages_at_hand():
    """Codes of the languages that have content, the first language first."""
    found = sorted(path.name for path in CONTENT.iterdir() if path.is_dir())
    return [FIRST_LANGUAGE, *(code for code in found if code != FIRST_LANGUAGE)]


def pages_in(language):
    """``{key: page}`` as the files of one language give them, parents before children."""
    pages = {page["key"]: page for page in _read_all(language)}
    return {key: pages[key] for key in sorted(pages, key=lambda key: _depth(key, pages))}


def pictures_in(language):
    """``{name: {alt, caption, …}}`` for the pictures of the demo, or nothing."""
    path = CONTENT / language / "_images.yaml"
    if not path.exists():
        return {}
    pictures = yaml.safe_load(path.read_text("utf-8")) or []
    return {picture["name"]: picture for picture in pictures}


def _read_all(language):
    for path in sorted((CONTENT / language).glob("[!_]*.yaml")):
        yield yaml.safe_load(path.read_text("utf-8"))


def _depth(key, pages):
    steps = 0
    while pages.get(key, {}).get("parent"):
        key, steps = pages[key]["parent"], steps + 1
    return steps
