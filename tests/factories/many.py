"""Thousands of pages in a moment, for tests that ask what growth costs."""

from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.utils import timezone
from wagtail.models import Page

from pages.models import Entry, FindingPage
from pages.models.entry import EntryKind

from .pages import FindingPageFactory


def many_findings(city, number):
    """So many more findings below a city’s profile, every other one live; a handful of queries."""
    pattern = FindingPageFactory(parent=city)
    city.refresh_from_db()
    first = city.numchild + 1
    pages = [_page(city, pattern, step) for step in range(first, first + number)]
    Page.objects.bulk_create(pages, batch_size=500)
    made = list(Page.objects.child_of(city).filter(title__startswith="Lawyers"))[-number:]
    _add_findings(pattern, made)
    Entry.objects.bulk_create([_entry(city, page) for page in made if page.live], batch_size=500)
    Page.objects.filter(pk=city.pk).update(numchild=first + number - 1)
    city.refresh_from_db()
    return made


def _page(city, pattern, step):
    now = timezone.now()
    return Page(
        path=Page._get_path(city.path, city.depth + 1, step),
        depth=city.depth + 1,
        title=f"Lawyers {step}",
        draft_title=f"Lawyers {step}",
        slug=f"lawyers-{step}",
        url_path=f"{city.url_path}lawyers-{step}/",
        content_type=ContentType.objects.get_for_model(FindingPage),
        locale_id=city.locale_id,
        live=step % 2 == 0,
        first_published_at=now,
        latest_revision_created_at=now,
    )


def _add_findings(pattern, pages):
    """The part of a finding that is no part of a page: copied from the pattern."""
    table = FindingPage._meta.db_table
    names = [field.column for field in FindingPage._meta.local_fields if not field.primary_key]
    columns = ", ".join(map(connection.ops.quote_name, names))
    with connection.cursor() as cursor:
        cursor.executemany(
            f"INSERT INTO {table} (page_ptr_id, {columns})"
            f" SELECT %s, {columns} FROM {table} WHERE page_ptr_id = %s",
            [(page.pk, pattern.pk) for page in pages],
        )


def _entry(city, page):
    return Entry(
        page=page,
        translation_key=page.translation_key,
        language=city.locale.language_code,
        kind=EntryKind.FINDING,
        tail=f"cities/{city.slug}/{page.slug}/",
        title=page.title,
        shown_on=page.first_published_at,
        changed_at=page.first_published_at,
        city=city.place,
    )
