"""Thousands of pages in a second: a page that exists, copied row by row."""

import uuid

from django.db import connection
from wagtail.models import Page, ReferenceIndex

from pages.models import Entry


def copies(page, number):
    """Make so many siblings of a page, with their lines in lists and their references."""
    first = Page.objects.order_by("-pk").first().pk + 1
    parent = page.get_parent()
    last = parent.get_children().order_by("-path").first()
    start = Page._str2int(last.path[-Page.steplen :])
    base = Page.objects.get(pk=page.pk)
    Page.objects.bulk_create(_copy(base, parent, first + n, start + n + 1) for n in range(number))
    Page.objects.filter(pk=parent.pk).update(numchild=parent.numchild + number)
    ids = range(first, first + number)
    _copy_rows(type(page), page.pk, ids)
    _copy_lines(page, ids)
    _copy_references(page, ids)


def _copy(page, parent, pk, place):
    return Page(
        **_facts(page)
        | {
            "id": pk,
            "path": Page._get_path(parent.path, parent.depth + 1, place),
            "slug": f"copy-{pk}",
            "url_path": f"{parent.url_path}copy-{pk}/",
            "translation_key": uuid.uuid4(),
        }
    )


def _copy_rows(model, pk, ids):
    names = [field.column for field in model._meta.local_fields if not field.primary_key]
    columns = ", ".join(f'"{name}"' for name in names)
    table, key = model._meta.db_table, model._meta.pk.column
    sql = f'INSERT INTO {table} ("{key}", {columns}) SELECT %s, {columns} FROM {table} WHERE "{key}" = %s'
    with connection.cursor() as cursor:
        cursor.executemany(sql, [(new, pk) for new in ids])


def _copy_lines(page, ids):
    keys = dict(Page.objects.filter(pk__in=ids).values_list("pk", "translation_key"))
    line = Entry.objects.filter(page=page.pk).first()
    if line is None:
        return
    Entry.objects.bulk_create(
        Entry(
            **_facts(line)
            | {"id": None, "page_id": pk, "translation_key": keys[pk], "tail": f"copy-{pk}/"}
        )
        for pk in ids
    )


def _facts(record):
    return {field.attname: getattr(record, field.attname) for field in record._meta.concrete_fields}


def _copy_references(page, ids):
    found = ReferenceIndex.objects.filter(object_id=str(page.pk))
    facts = [_facts(one) for one in found]
    ReferenceIndex.objects.bulk_create(
        ReferenceIndex(**fact | {"id": None, "object_id": str(pk)}) for pk in ids for fact in facts
    )
