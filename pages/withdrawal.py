"""A teller takes their testimony back: every page of it goes down, in every language.

The door already answers no from the moment of the withdrawal; this clears up behind it.
"""

from django.db import transaction
from django.dispatch import receiver
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.models import ReferenceIndex

from campaigns.collect.models import Consent
from campaigns.collect.news import Surface, consent_withdrawn, surfaces_wanted, tell_withdrawn
from campaigns.collect.publishable import consent_is_live

from .models import Entry, EntryKind, TellersFile, TestimonyStoryPage
from .models.links import pages_naming


def stories_of(testimony_id):
    """Every story page of a testimony, in every language, drafts included."""
    stories = TestimonyStoryPage.objects.filter(testimony=testimony_id)
    return stories.select_related("locale").order_by("locale__language_code", "pk")


@receiver(surfaces_wanted, dispatch_uid="pages-surfaces-of-stories")
def name_surfaces(testimony_id, **kwargs):
    """The story in each language, and the pages that quote it or lead to it."""
    stories = list(stories_of(testimony_id))
    told = [story for story in stories if story.live]
    return [
        *(_surface(_("Testimony story"), story) for story in stories),
        *(_surface(_type_of(page), page, stays=True) for page in _pages_leading_to(told)),
    ]


@receiver(consent_withdrawn, dispatch_uid="pages-take-down-stories")
def take_down(testimony_id, **kwargs):
    """Unpublish every version, drop its schedule, its lines in lists, its pictures’ copies."""
    for story in stories_of(testimony_id):
        with transaction.atomic():
            story.revisions.update(approved_go_live_at=None)
            if story.live:
                story.unpublish(log_action="wagtail.unpublish")
            Entry.objects.filter(page_id=story.pk).delete()
    for kept in TellersFile.objects.filter(testimony=testimony_id).exclude(image=None):
        _forget_copies(kept.image)


def clear_what_is_left():
    """Tell everybody again of each testimony that still has a page up without consent.

    Returns how many testimonies there were; one query when nothing is left.
    """
    left = TestimonyStoryPage.objects.filter(live=True).exclude(consent_is_live())
    ids = sorted(set(left.values_list("testimony_id", flat=True)))
    for testimony_id in ids:
        tell_withdrawn(Consent, testimony_id)
    return len(ids)


def _forget_copies(picture):
    """Public copies of a picture go, unless another page that readers may see shows it.

    A kit does not: it leaves the picture out from now on.
    """
    users = ReferenceIndex.get_references_to(picture).values_list("object_id", flat=True)
    elsewhere = Entry.objects.visible().filter(page_id__in=[int(pk) for pk in set(users)])
    if not elsewhere.exclude(kind=EntryKind.KIT).exists():
        for rendition in picture.renditions.all():
            rendition.delete()


def _pages_leading_to(stories):
    naming = pages_naming([story.pk for story in stories])
    entries = Entry.objects.visible().filter(page_id__in=naming).exclude(page__in=stories)
    return [entry.page.specific for entry in entries.select_related("page")]


def _surface(what, page, stays=False):
    return Surface(
        what=what,
        title=page.title,
        url=page.url or "",
        language=page.locale.language_code,
        is_public=page.live,
        stays=stays,
        key=str(page.translation_key),
    )


def _type_of(page):
    return capfirst(page.specific_class._meta.verbose_name)
