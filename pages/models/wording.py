"""Tells whether the words of a page changed between two versions of it."""

import json
import re

from django.core.serializers.json import DjangoJSONEncoder
from modelcluster.models import get_all_child_relations
from wagtail.models import Page

#: The editor marks paragraphs so that comments find them; a reader never sees it.
_MARKS = re.compile(r'\s*data-block-key=\\*"[^"]*"')

BOOKKEEPING = {
    "written_in",
    "translation_made",
    "words_changed_at",
    "follows_words_of",
    "untranslated",
}


def wording(page_class, content):
    """The content of one version without what Wagtail and we keep about it, ready to compare.

    ``content`` is what ``page.serializable_data()`` gives and a revision keeps.
    """
    kept = {name: value for name, value in content.items() if name not in _not_words(page_class)}
    return _MARKS.sub("", json.dumps(kept, cls=DjangoJSONEncoder, sort_keys=True))


def _not_words(page_class):
    of_wagtail = {field.name for field in Page._meta.get_fields()} - {"title"}
    relations = {relation.name for relation in get_all_child_relations(page_class)}
    return of_wagtail | relations | BOOKKEEPING | {"page_ptr"}
