"""Finds the texts to translate in templates and in Python, without gettext installed."""

import io
from collections import namedtuple

from babel.messages.extract import extract_python
from django.utils.translation.template import templatize

# plural and context are None where a text has none.
Text = namedtuple("Text", "msgid plural context")

PLAIN, WITH_PLURAL = 1, 2
KEYWORDS = {
    "_": PLAIN,
    "gettext": PLAIN,
    "gettext_lazy": PLAIN,
    "gettext_noop": PLAIN,
    "ngettext": WITH_PLURAL,
    "ngettext_lazy": WITH_PLURAL,
    "pgettext": PLAIN,
    "pgettext_lazy": PLAIN,
    "npgettext": WITH_PLURAL,
    "npgettext_lazy": WITH_PLURAL,
}


def texts_in(folders):
    """The set of Text in all .py, .html and .txt files below these folders."""
    found = set()
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.suffix in {".py", ".html", ".txt", ".xml"} and "migrations" not in path.parts:
                found |= texts_of(path)
    return found


def texts_of(path):
    source = path.read_text()
    if path.suffix != ".py":
        source = without_indents(templatize(source, origin=str(path)))
    calls = extract_python(io.BytesIO(source.encode()), KEYWORDS, [], {"encoding": "utf-8"})
    return {text_of(name, words) for _line, name, words, _comments in calls if is_text(words)}


def without_indents(source):
    """A template has no indentation in Python's sense; the reader of Python code would object."""
    return "\n".join(line.lstrip() for line in source.splitlines())


def is_text(words):
    first = words[0] if isinstance(words, tuple | list) else words
    return bool(first)


def text_of(name, words):
    words = list(words) if isinstance(words, tuple | list) else [words]
    context = words.pop(0) if "pgettext" in name else None
    plural = words[1] if KEYWORDS[name] == WITH_PLURAL else None
    return Text(words[0], plural, context)
