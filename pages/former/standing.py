"""Which page stands at an address where readers no longer see it, and why."""

from wagtail.models import Page

from campaigns.collect.publishable import was_taken_back

from ..models import GoneAddress, TestimonyStoryPage
from ..models.gone import WhyGone
from ..querysets import restricted


def once_public():
    """Pages that readers once saw, and of which strangers may know that there are any.

    A page with a restriction is left out: nobody is told it apart from one that never was.
    """
    known = Page.objects.filter(first_published_at__isnull=False, alias_of=None)
    return known.filter(~restricted("path"))


def standing_at(language, tail):
    """Once-public pages at exactly this address in this language."""
    parts = tail.strip("/").split("/") if tail else []
    here = once_public().filter(locale__language_code=language, depth=len(parts) + 2)
    if parts:
        here = here.filter(slug=parts[-1], url_path__endswith=f"/{tail}")
    return here


def why_not_seen(pages):
    """Why readers do not see these pages, as WhyGone; "" where they do, or where there is none.

    One query where there is none, else two.
    """
    found = list(pages.values("pk", "live"))
    stories = TestimonyStoryPage.objects.filter(pk__in=[page["pk"] for page in found])
    if found and was_taken_back(stories.values("testimony")):
        return WhyGone.TAKEN_BACK
    return WhyGone.TAKEN_DOWN if any(not page["live"] for page in found) else ""


def why_deleted(language, tail):
    """Why the page that stood at this address was deleted, as WhyGone, or ""."""
    rows = GoneAddress.objects.filter(language=language, tail=tail)
    return next(iter(rows.values_list("why", flat=True)), "")
