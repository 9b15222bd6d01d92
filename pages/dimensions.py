"""The ways in which the lists of the record can be narrowed, each in the reader’s words."""

from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from campaigns.treaties.models.catalogue import catalogue

from .languages import tongue
from .models import EntryKind, FindingKind
from .narrowing import Dimension


def by_type():
    """Stories, findings, outcomes, …"""
    return Dimension(
        "type",
        _("Type"),
        values=lambda row: [row["kind"]],
        words=_words_of(EntryKind),
        order=_place_in(EntryKind.values),
    )


def by_kind():
    """Problems and progress."""
    return Dimension(
        "kind",
        _("Kind"),
        values=lambda row: [row["mark"]] if row["mark"] else [],
        words=_words_of(FindingKind),
        order=_place_in(FindingKind.values),
    )


def by_city():
    """By city, named as its profile in the reader’s language names it."""
    names, here = {}, get_language()

    def values(row):
        slug = row["city__slug"]
        if slug and (slug not in names or row["language"] == here):
            names[slug] = row["city_title"] or row["city__name"]
        return [slug] if slug else []

    def words(slug):
        return names.get(slug, slug)

    return Dimension("city", _("City"), values, words, order=words)


def by_treaty():
    """By instrument; a page that rests on one of its articles rests on it."""
    book = catalogue()

    def values(row):
        rights = filter(None, map(book.right, row["right_slugs"]))
        return list({right.treaty.slug for right in rights})

    def words(slug):
        entry = book.treaty(slug)
        return entry.code if entry else slug

    return Dimension("treaty", _("Treaty"), values, words, _place_in(list(book.treaties)))


def by_theme():
    book = catalogue()

    def words(slug):
        return str(book.themes[slug].label) if slug in book.themes else slug

    return Dimension(
        "theme",
        _("Topic"),
        values=lambda row: [slug for slug in row["theme_slugs"] if slug in book.themes],
        words=words,
        order=_place_in(list(book.themes)),
    )


def by_language():
    """The reader’s own language unless another one is asked for."""
    codes = [code for code, _name in settings.LANGUAGES]
    return Dimension(
        "language",
        _("Language"),
        values=lambda row: [row["language"]],
        words=lambda code: tongue(code).name,
        order=_place_in(codes),
        usual=get_language(),
    )


def _words_of(choices):
    labels = dict(choices.choices)
    return lambda value: labels.get(value, value)


def _place_in(values):
    places = {value: place for place, value in enumerate(values)}
    return lambda value: (places.get(value, len(places)), value)
