"""Tells whether the words of a page changed between two versions of it."""

import json
import re

from django.core.serializers.json import DjangoJSONEncoder
from modelcluster.models import get_all_child_relations
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

#: The editor marks paragraphs so that comments find them; a reader never sees it.
_MARKS = re.compile(r'(<\w+)\s+data-block-key=\\*"[a-z0-9]{1,8}\\*"')

BOOKKEEPING = {
    "written_in",
    "translation_made",
    "words_changed_at",
    "follows_words_of",
    "untranslated",
}


_KEPT_BY_THE_MACHINE = (BOOKKEEPING - {"translation_made"}) | {
    *("pk", "page_ptr", "path", "depth", "numchild", "url_path", "content_type", "owner"),
    *("live", "has_unpublished_changes", "expired", "draft_title", "alias_of"),
    *("latest_revision", "latest_revision_created_at", "live_revision"),
    *("first_published_at", "last_published_at", "locked", "locked_at", "locked_by"),
    *("translation_key", "locale", "wagtail_admin_comments"),
}


def wording(page_class, content):
    """The content of one version without what Wagtail and we keep about it, ready to compare.

    ``content`` is what ``page.serializable_data()`` gives and a revision keeps.
    """
    left_out = _not_words(page_class)
    kept = {
        name: _as_read(page_class, name, value)
        for name, value in content.items()
        if name not in left_out
    }
    return _MARKS.sub(r"\1", json.dumps(kept, cls=DjangoJSONEncoder, sort_keys=True))


def decisions(page_class, content):
    """All that an editor decides in one version, ready to compare: words, address, tags, dates."""
    kept = {
        name: _as_read(page_class, name, value)
        for name, value in content.items()
        if name not in _KEPT_BY_THE_MACHINE
    }
    return _MARKS.sub(r"\1", json.dumps(kept, cls=DjangoJSONEncoder, sort_keys=True))


def _not_words(page_class):
    of_wagtail = {field.name for field in Page._meta.get_fields()} - {"title"}
    relations = {relation.name for relation in get_all_child_relations(page_class)}
    return of_wagtail | relations | BOOKKEEPING | {"page_ptr", "pk"}


def _as_read(page_class, name, value):
    """A stream as its blocks read it: the same however a database orders its keys."""
    field = page_class._meta.get_field(name)
    if isinstance(value, list):  # its tags; each row is written anew with the page
        return [{key: part for key, part in row.items() if key != "pk"} for row in value]
    if isinstance(field, RichTextField):
        return field.to_python(value)
    if not isinstance(field, StreamField):
        return value
    stream = field.to_python(value)
    list(stream)  # a block that was never looked at keeps its stored shape
    return _without_ids(stream.get_prep_value())


def _without_ids(value):
    """The value without the random marks by which an editor tells one block from the next."""
    if isinstance(value, list):
        return [_without_ids(item) for item in value]
    if isinstance(value, dict):
        return {name: _without_ids(item) for name, item in value.items() if name != "id"}
    return value
