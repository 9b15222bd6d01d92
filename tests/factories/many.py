"""Thousands of pages in a moment, for tests that ask what growth costs."""

from datetime import timedelta

from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.utils import timezone
from wagtail.models import Page

from pages.models import Entry, FindingPage, Original, Stage, TranslationRequest, TranslationState
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


def many_originals(city, number):
    """So many findings with their lines on the desk, and a state in each of five languages."""
    made = [
        Original(
            key=str(page.translation_key),
            kind=EntryKind.FINDING,
            language="en",
            title=page.title,
            city=city.place,
            page=page,
            is_public=page.live,
            words=200 + page.pk % 900,
            importance=1 + page.pk % 3,
        )
        for page in many_findings(city, number)
    ]
    made = Original.objects.bulk_create(made, batch_size=500)
    _add_requests(made)
    asked = {(r.original_id, r.language): r for r in TranslationRequest.objects.all()}
    states = [_state(one, code, asked) for one in made for code in LANGUAGES]
    TranslationState.objects.bulk_create([s for s in states if s], batch_size=500)
    count_rows()
    return made


def count_rows():
    """Let the database learn how many rows there are, which PostgreSQL does by itself in time."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


LANGUAGES = ["es", "fr", "ar", "ru", "zh-hans"]


def _add_requests(originals):
    today = timezone.localdate()
    requests = [
        TranslationRequest(original=one, language="ar", due_on=today + timedelta(days=number % 40))
        for number, one in enumerate(originals)
        if number % 4 == 0
    ]
    TranslationRequest.objects.bulk_create(requests, batch_size=500)


def _state(original, language, asked):
    """One in six is missing, and so has none."""
    stages = [*Stage.values[1:], None]
    stage = stages[(original.pk + LANGUAGES.index(language)) % len(stages)]
    request = asked.get((original.pk, language))
    if not (stage or request):
        return None
    return TranslationState(
        original=original,
        language=language,
        stage=stage or Stage.REQUESTED,
        request=request,
        strings=30,
        strings_behind=2 if stage == Stage.BEHIND else 0,
        words_left=original.words // 2,
    )


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
