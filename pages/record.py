"""Keeps one line about each live page, for lists, search, feeds and the sitemap."""

from django.db import transaction
from django.db.models import Value
from django.db.models.functions import Concat, Substr
from django.utils import timezone

from .models import BasePage, Entry
from .page_words import page_words
from .reviewed import reviewed_on


def record(page):
    """Write the line about a live page; returns the Entry, or None for a page that is not ours."""
    page = page.specific
    if not isinstance(page, BasePage) or not page.live or page.alias_of_id:
        return forget(page)
    with transaction.atomic():
        rights, themes = _tags(page, "rights"), _tags(page, "themes")
        facts = _facts(page, [tag.slug for tag in rights], [tag.slug for tag in themes])
        entry, _created = Entry.objects.update_or_create(page_id=page.pk, defaults=facts)
        entry.rights.set(rights)
        entry.themes.set(themes)
    return entry


def forget(page):
    """Drop the line about a page that is no longer live."""
    Entry.objects.filter(page_id=page.pk).delete()


def record_below(page):
    """Write again the lines of a page and of everything below it, after a move."""
    for descendant in (
        page.get_descendants(inclusive=True).live().specific()
    ):  # the tree, not readers
        record(descendant)


def readdress_below(page, url_path_before):
    """A new address reaches the lines of a page and of everything below it, in one question."""
    before, now = _tail(url_path_before), tail_of(page)
    lines = Entry.objects.filter(page__path__startswith=page.path, tail__startswith=before)
    lines.update(tail=Concat(Value(now), Substr("tail", len(before) + 1)))


def tail_of(page):
    """The address after the language: ``cities/pittsburgh/``; the home page has none."""
    return _tail(page.url_path)


def _tail(url_path):
    return "/".join(url_path.split("/")[2:])


def _facts(page, right_slugs, theme_slugs):
    facts = {
        "translation_key": page.translation_key,
        "language": page.locale.language_code,
        "kind": page.entry_kind,
        "tail": tail_of(page),
        "title": page.title,
        "summary": page.summary,
        "shown_on": page.first_published_at or timezone.now(),
        "changed_at": page.last_published_at or timezone.now(),
        "city": page.city,
        "is_original": not page.translation_made,
        "translation_made": page.translation_made,
        "words_changed_at": page.words_changed_at,
        "follows_words_of": page.follows_words_of,
        "reviewed_on": reviewed_on(page),
        "right_slugs": right_slugs,
        "theme_slugs": theme_slugs,
        "words": page_words(page, right_slugs, theme_slugs, _city_title(page)),
    }
    return facts | page.entry_facts()


def _city_title(page):
    """What the profile of its city in the same language calls the city, or ""."""
    profiles = Entry.objects.in_language(page.locale.language_code).of_kind("city")
    named = profiles.for_city(page.city).values_list("title", flat=True) if page.city else ()
    return next(iter(named), "")


def _tags(page, name):
    manager = getattr(page, name, None)
    return list(manager.all()) if manager else []
