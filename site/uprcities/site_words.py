"""What a site says in words of its own on buttons, in menus and headings.

They are catalogues in a folder of the site's (``settings.SITE_WORDS``), which come before those
that the project ships. Every process looks at one file in it before a request, a job of the worker
and a round of the clock, and reads the catalogues again when that has changed; nothing is asked of
the database.
"""

import gettext
import tempfile
from pathlib import Path
from uuid import uuid4

import polib
from django.conf import settings
from django.utils.translation import to_locale, trans_real

from uprcities.lib.plurals import plural_rule

_seen = None


def notice_new_words():
    """Read the catalogues again if somebody wrote in them; costs a look at one file."""
    global _seen
    now = _look()
    if now != _seen:
        _forget_catalogues()
        _seen = now


def notice_before_a_job(**_told):
    """The same, for the worker, which lives for weeks and has no requests."""
    notice_new_words()


def edition():
    """Changes whenever the words do, as far as this process knows."""
    return _seen


def is_whole(code):
    """Whether people of this site have every word of the interface in this language."""
    return (_folder(code) / "whole").exists()


def write_words(code, entries):
    """Make these polib entries the words of a language, before all others; read from now on."""
    folder = _folder(code)
    folder.mkdir(parents=True, exist_ok=True)
    catalogue = polib.POFile()
    catalogue.metadata = {
        "Language": to_locale(code),
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": plural_rule(to_locale(code)),
    }
    catalogue.extend(entries)
    _replace(folder / "django.mo", catalogue.to_binary())
    _begin_new_edition()


def say_whole(code, has_all):
    """Note whether a language has every word of the interface: only then do pages speak it."""
    mark = _folder(code) / "whole"
    if has_all == mark.exists():
        return
    if has_all:
        mark.touch()
    else:
        mark.unlink()
    _begin_new_edition()


def _begin_new_edition():
    _replace(_stamp(), uuid4().bytes)
    notice_new_words()


def _folder(code):
    return Path(settings.SITE_WORDS) / to_locale(code) / "LC_MESSAGES"


def _stamp():
    return Path(settings.SITE_WORDS) / "edition"


def _look():
    try:
        found = _stamp().stat()
    except FileNotFoundError:
        return None
    return found.st_mtime_ns, found.st_ino


def _replace(path, content):
    """At once: no process ever reads half a file."""
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
        file.write(content)
    Path(file.name).chmod(0o640)
    Path(file.name).replace(path)


def _forget_catalogues():
    """As Django does while one develops; a request that is under way keeps the words it has."""
    gettext._translations = {}
    trans_real._translations = {}
    trans_real._default = None
