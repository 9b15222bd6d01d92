"""Pages that go before readers, or are taken from them, at an hour somebody set."""

from django.db.models import F, Subquery
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Revision

from .ahead import AHEAD, urgency_of
from .line import Kind
from .page_rows import about_pages, day_of, line_of, page_ids, rows, this_page

RELEASES = Kind("releases", _("Will be published"), _("Held back until the hour that was set."))
TAKEDOWNS = Kind("takedowns", _("Will be taken down"), _("Within 60 days."))
KINDS = [RELEASES, TAKEDOWNS]


def rows_for(person):
    now, own = timezone.now(), person.pages("change")
    held = about_pages(Revision.objects.filter(approved_go_live_at__gt=now))
    when = held.filter(object_id=this_page()).order_by("approved_go_live_at")
    pages = own.filter(pk__in=page_ids(held))
    yield rows(pages, RELEASES, Subquery(when.values("approved_go_live_at")[:1]))
    ending = own.filter(live=True, expire_at__range=(now, now + AHEAD))
    yield rows(ending, TAKEDOWNS, F("expire_at"))


def lines_from(found, kind, person):
    today = timezone.localdate()
    for row in found:
        yield line_of(row, kind, person, urgency=urgency_of(day_of(row.when), today))
