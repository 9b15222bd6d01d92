"""Finds, for pages chosen by an editor, what a reader may follow in their own language."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import Count
from wagtail.models import Page, ReferenceIndex

from campaigns.collect.publishable import may_go_to_press

from .entry import Entry, EntryKind


def entries_for(page_ids, language):
    """``{page_id: Entry}`` for chosen pages, in ``language`` where it exists.

    A page that has no visible version in that language is answered by its original, or by any
    other visible version; one that nobody may see is left out. Two queries for any number.
    """
    keys = dict(
        Entry.objects.filter(page_id__in=page_ids).values_list("page_id", "translation_key")
    )
    best = {}
    visible = Entry.objects.visible().filter(translation_key__in=set(keys.values()))
    for entry in visible.with_city_title().select_related("city"):
        kept = best.get(entry.translation_key)
        if kept is None or _rank(entry, language) < _rank(kept, language):
            best[entry.translation_key] = entry
    return {page_id: best[key] for page_id, key in keys.items() if key in best}


def stories_for_press(page_ids, language):
    """``{page_id: Entry}`` of those chosen stories whose tellers let the press have their words."""
    entries = entries_for(page_ids, language)
    cleared = may_go_to_press({entry.testimony_id for entry in entries.values()})
    return {pk: entry for pk, entry in entries.items() if entry.testimony_id in cleared}


def _rank(entry, language):
    return (entry.language != language, not entry.is_original, entry.pk)


def cities_with_counts(language):
    """Visible city profiles in a language by name, each with ``findings`` and ``stories`` counted.

    Two queries, however many cities there are.
    """
    visible = Entry.objects.visible().in_language(language)
    counted = visible.of_kind(EntryKind.FINDING, EntryKind.STORY).order_by()
    numbers = {
        (row["city"], row["kind"]): row["number"]
        for row in counted.values("city", "kind").annotate(number=Count("pk"))
    }
    cities = list(visible.of_kind(EntryKind.CITY).select_related("city").order_by("title"))
    for entry in cities:
        entry.findings = numbers.get((entry.city_id, EntryKind.FINDING), 0)
        entry.stories = numbers.get((entry.city_id, EntryKind.STORY), 0)
    return cities


def findings_resting_on(story, language):
    """Visible findings in a language that name this story, in any of its languages, as evidence."""
    pages = Page.objects.filter(translation_key=story.translation_key).values_list("pk", flat=True)
    findings = Entry.objects.visible().in_language(language).of_kind(EntryKind.FINDING)
    return findings.filter(page_id__in=pages_naming(pages)).newest_first()


def pages_naming(page_ids):
    """Ids of the pages that name one of these pages anywhere in their fields, as last saved.

    One query; none where there are no pages.
    """
    of_pages = ContentType.objects.get_for_model(Page)
    references = ReferenceIndex.objects.filter(
        base_content_type=of_pages,
        to_content_type=of_pages,
        to_object_id__in=[str(pk) for pk in page_ids],
    )
    return {int(pk) for pk in references.values_list("object_id", flat=True)}
