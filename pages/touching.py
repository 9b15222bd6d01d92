"""What else is touched when a page is deleted, moved or taken down: told before it is done.

A handful of questions to the database, however many pages lie below and however many lead here.
"""

from dataclasses import dataclass, field
from functools import reduce
from operator import or_

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Count, Min, Q
from django.db.models.functions import Cast
from django.urls import reverse
from wagtail.models import Page, ReferenceIndex

from campaigns.places.rights import is_administrator, may_explore

from .isolation.questions import choosable_pages
from .languages import tongue
from .models import Entry

MOST_NAMED = 10
DELETE, MOVE, UNPUBLISH = "delete", "move", "unpublish"


@dataclass(frozen=True)
class Leading:
    """A page that leads to what is touched, as this person may know it."""

    title: str
    kind: str
    url: str
    tongue: object


@dataclass(frozen=True)
class Touched:
    """What else a step touches, for the person who is about to take it."""

    step: str
    count: int  # how many pages were chosen
    come_along: list = field(default_factory=list)  # tongues of translations that move too
    come_down: list = field(default_factory=list)  # tongues of translations readers lose
    below: int = 0
    below_public: int = 0
    leading: list = field(default_factory=list)
    leading_more: int = 0
    leading_unnamed: int = 0
    was_public: bool = False


def touched_by(user, pages, step, destination=None):
    """What ``step`` does beside what it says, as Touched, naming only what ``user`` may know."""
    tree = Page.objects.filter(reduce(or_, (Q(path__startswith=page.path) for page in pages)))
    chosen = Page.objects.filter(pk__in=[page.pk for page in pages])
    reached = chosen if step == UNPUBLISH else tree
    translations = _translations_of(chosen if step == MOVE else reached)
    follow, fall = _languages(translations, step, destination)
    leading = {} if step == MOVE else _leading(user, reached, translations)
    return Touched(
        step=step,
        count=len(pages),
        come_along=follow,
        come_down=fall,
        **_numbers(tree, chosen, reached),
        **leading,
    )


def _translations_of(pages):
    """Lines of the translations that follow these pages, where these were written first."""
    originals = Entry.objects.filter(page__in=pages.values("pk"), is_original=True)
    versions = Entry.objects.filter(translation_key__in=originals.values("translation_key"))
    return versions.exclude(page__in=pages.values("pk")).filter(is_original=False)


def _languages(translations, step, destination):
    codes = translations.order_by("language").values_list("language", flat=True).distinct()
    if step != MOVE:
        return [], [tongue(code) for code in codes]
    if destination is None:
        return [tongue(code) for code in codes], []
    there = destination.get_translations(inclusive=True).filter(alias_of=None)
    known = set(there.values_list("locale__language_code", flat=True))
    return (
        [tongue(code) for code in codes if code in known],
        [tongue(code) for code in codes if code not in known],
    )


def _numbers(tree, chosen, reached):
    below = ~Q(pk__in=chosen.values("pk"))
    numbers = tree.aggregate(
        below=Count("pk", filter=below),
        below_public=Count("pk", filter=below & Q(live=True)),
    )
    known = reached.filter(first_published_at__isnull=False, alias_of=None)
    return numbers | {"was_public": known.exists()}


def _leading(user, reached, translations):
    """Pages elsewhere that link to, quote or rest on what is touched."""
    touched = Page.objects.filter(
        Q(pk__in=reached.values("pk")) | Q(pk__in=translations.values("page"))
    )
    kind = ContentType.objects.get_for_model(Page)
    rows = ReferenceIndex.objects.filter(
        base_content_type=kind,
        to_content_type=kind,
        to_object_id__in=touched.annotate(key=Cast("pk", CharField())).values("key"),
    )
    ids = {int(pk) for pk in rows.values_list("object_id", flat=True)}
    found = Page.objects.filter(pk__in=ids).exclude(pk__in=touched.values("pk"))
    known = found
    if not is_administrator(user):
        known = found.filter(pk__in=choosable_pages(user).values("pk"))
    unnamed = found.exclude(pk__in=known.values("pk"))
    first = dict(_first_of_each(known))
    named = Page.objects.filter(pk__in=list(first.values())[:MOST_NAMED])
    named = named.select_related("locale", "entry").order_by("title", "pk")
    return {
        "leading": [_as_known(user, page) for page in named],
        "leading_more": max(len(first) - MOST_NAMED, 0),
        "leading_unnamed": len(set(dict(_first_of_each(unnamed))) - set(first)),
    }


def _first_of_each(pages):
    """(translation key, id) of the version that was there first: languages are not listed apart."""
    firsts = pages.order_by("translation_key").values("translation_key").annotate(first=Min("pk"))
    return firsts.values_list("translation_key", "first")


def _as_known(user, page):
    """A draft’s title and its editor only for those who may open it."""
    is_own = may_explore(user, page)
    entry = getattr(page, "entry", None)
    public = entry.url if entry else ""
    return Leading(
        title=(page.draft_title if is_own else "") or page.title,
        kind=page.page_type_display_name,
        url=reverse("wagtailadmin_pages:edit", args=[page.pk]) if is_own else public,
        tongue=tongue(page.locale.language_code),
    )
