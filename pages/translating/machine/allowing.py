"""The door: what may be handed to a translation service. Closed on doubt, asked each time."""

from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext as _
from wagtail.fields import StreamField
from wagtail.models import Page, ReferenceIndex
from wagtail_localize.segments.extract import extract_segments
from wagtail_localize.segments.types import StringSegmentValue

from campaigns.collect.publishable import may_go_to_a_machine

from ...models import Entry, OtherKind, TestimonyStoryPage


def why_not_sent(original):
    """Why no sentence of this Original may leave the site now, told to people, or ""."""
    if original.kind == OtherKind.PICTURE:
        return _("What pictures show is never sent to a machine.")
    page = original.page and original.page.specific
    if not original.is_public or (page and not _is_read_by_anybody(page)):
        return _("Only what readers can see already is sent to a machine.")
    if page and not _tellers_agreed(page):
        return _("It rests on testimony, and its teller has not agreed to machine translation.")
    return ""


def sentences_readers_see(original):
    """The sentences of a text that may leave, as a set; None where all of its sheet may.

    A page that waits to be published again may say more in its draft than readers know.
    """
    if not original.page:
        return None
    page = Page.objects.get(pk=original.page_id).specific
    found = (part for part in extract_segments(page) if isinstance(part, StringSegmentValue))
    return {part.string.data for part in found}


def _is_read_by_anybody(page):
    return page.live and Entry.objects.visible().filter(page_id=page.pk).exists()


def _tellers_agreed(page):
    """Whether everybody whose words a page may hold agreed; a story that is gone is a no."""
    if isinstance(page, TestimonyStoryPage):
        return may_go_to_a_machine(page.testimony_id)
    quoted = _stories_quoted(page)
    stories = quoted | _stories_linked(page)
    told = dict(TestimonyStoryPage.objects.filter(pk__in=stories).values_list("pk", "testimony"))
    return quoted <= told.keys() and all(map(may_go_to_a_machine, set(told.values())))


def _stories_quoted(page):
    """Ids of the stories that blocks of a page name as theirs; None among them: one unnamed."""
    found = set()
    for field in page._meta.get_fields():
        if isinstance(field, StreamField):
            for block in getattr(page, field.name).raw_data:
                found |= _named_in(block)
    return found


def _named_in(value):
    if isinstance(value, list):
        return set().union(*map(_named_in, value))
    if not isinstance(value, dict):
        return set()
    named = set().union(*(_named_in(part) for part in value.values()))
    is_tellers = value.get("is_tellers") or value.get("type") == "story"
    inside = value.get("value") if isinstance(value.get("value"), dict) else value
    if is_tellers or inside.get("story"):
        named.add(inside.get("story"))
    return named


def _stories_linked(page):
    """Ids of the pages that a page links to in any way, stories or not."""
    kinds = ContentType.objects.get_for_models(Page, TestimonyStoryPage).values()
    links = ReferenceIndex.get_references_for_object(page).filter(to_content_type__in=kinds)
    return {int(pk) for pk in links.values_list("to_object_id", flat=True) if pk.isdigit()}
