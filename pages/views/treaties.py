"""The treaties: what each says in plain words, who is bound, and everything here that rests on it."""

from collections import Counter

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from campaigns.treaties.choices import Kind
from campaigns.treaties.models.catalogue import catalogue

from .. import dimensions
from ..models import Entry
from ..narrowing import narrow
from ..sharing import share_of_list, share_of_right
from ..shown_rights import shown_right
from .missing import nothing_here


@require_safe
def treaty_index(request):
    """Every instrument by kind, with how many pages rest on it."""
    pages = _pages_per_treaty()
    entries = list(catalogue().treaties.values())
    groups = [
        {
            "heading": heading,
            "lines": [
                {"right": shown_right(entry), "pages": pages[entry.treaty.slug]}
                for entry in entries
                if entry.treaty.kind in kinds
            ],
        }
        for heading, kinds in [
            (_("Treaties and their protocols"), {Kind.TREATY, Kind.PROTOCOL}),
            (_("Declarations"), {Kind.DECLARATION}),
        ]
    ]
    share = share_of_list(request, _("Treaties"))
    return render(request, "pages/treaty_index.html", {"groups": groups, "share": share})


@require_safe
def treaty(request, slug):
    """One instrument, its articles, and what rests on it or on one of its articles."""
    entry = catalogue().treaty(slug)
    if entry is None:
        return nothing_here(request)
    here = Entry.objects.visible().in_language(get_language())
    found = narrow(request, here.resting_on(entry.treaty), _ways())
    context = {
        "entry": entry,
        "right": shown_right(entry),
        "plain_language": _other_language(entry.plain),
        "articles": [shown_right(article) for article in entry.articles.values()],
        "related": [shown_right(other) for other in _related(entry)],
        "crumbs": [_all_treaties(), {"label": entry.code}],
        "found": found,
        "share": share_of_right(request, entry, is_listed=not found.is_narrowed),
    }
    return render(request, "pages/treaty.html", context)


@require_safe
def treaty_article(request, slug, number):
    """One article, and what rests on it."""
    entry = catalogue().article(slug, number)
    if entry is None or entry.article.slug != number:
        return nothing_here(request)
    here = Entry.objects.visible().in_language(get_language())
    found = narrow(request, here.citing(entry.tag_slug), _ways())
    whole = catalogue().treaty(slug)
    above = shown_right(whole)
    before, after = _neighbours(whole, number)
    context = {
        "entry": entry,
        "right": shown_right(entry),
        "plain_language": _other_language(entry.plain),
        "treaty_right": above,
        "before": before and shown_right(before),
        "after": after and shown_right(after),
        "crumbs": [_all_treaties(), {"label": above.code, "url": above.url}, {"label": entry.code}],
        "found": found,
        "share": share_of_right(request, entry, is_listed=not found.is_narrowed),
    }
    return render(request, "pages/treaty_article.html", context)


def _ways():
    return [dimensions.by_type(), dimensions.by_city()]


def _pages_per_treaty():
    """How many visible pages in this language rest on each instrument, by its slug (one query)."""
    book, pages = catalogue(), Counter()
    here = Entry.objects.visible().in_language(get_language())
    for slugs in here.values_list("right_slugs", flat=True):
        rights = filter(None, map(book.right, slugs))
        pages.update({right.treaty.slug for right in rights})
    return pages


def _related(entry):
    """The instrument that a protocol belongs to, and the protocols of an instrument."""
    key, parent = entry.treaty.pk, entry.treaty.parent_id
    return [
        other
        for other in catalogue().treaties.values()
        if other.treaty.parent_id == key or other.treaty.pk == parent
    ]


def _neighbours(whole, number):
    """The articles before and after this one, None at either end."""
    articles = list(whole.articles.values())
    place = [article.article.slug for article in articles].index(number)
    before = articles[place - 1] if place else None
    after = articles[place + 1] if place + 1 < len(articles) else None
    return before, after


def _all_treaties():
    return {"label": _("Treaties"), "url": reverse("treaties")}


def _other_language(words):
    """The language of words that are not in the reader’s, or ""."""
    return words.lang if words.lang != get_language() else ""
