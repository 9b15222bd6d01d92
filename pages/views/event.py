"""An event as a calendar file."""

from datetime import UTC, timedelta

import icalendar
from django.conf import settings
from django.http import Http404, HttpResponse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from uprcities.lib.addresses import harmless_address
from uprcities.lib.html import as_plain_text

from ..models import Entry, EntryKind, EventPage

USUAL_LENGTH = timedelta(hours=2)


@require_safe
def event_ics(request, tail):
    """The event for a calendar, on the clock of its place, with that clock’s own rules."""
    visible = Entry.objects.visible().in_language(get_language()).of_kind(EntryKind.EVENT)
    entry = visible.filter(tail=tail).first()
    if entry is None:
        raise Http404
    event = EventPage.objects.select_related("locale").get(pk=entry.page_id)
    answer = HttpResponse(
        calendar_of(event, entry).to_ical(), content_type="text/calendar; charset=utf-8"
    )
    answer["Content-Disposition"] = f'attachment; filename="{event.slug}.ics"'
    return answer


def calendar_of(event, entry):
    """An iCalendar (RFC 5545) with one event and the time zone it needs."""
    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//UPR Cities//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add_component(_event(event, f"{settings.SITE_URL}{entry.url}"))
    calendar.add_missing_timezones()
    return calendar


def _event(event, address):
    item = icalendar.Event()
    item.add("uid", f"{event.translation_key}@{settings.SITE_URL.split('://')[-1]}")
    item.add("dtstamp", (event.last_published_at or event.starts_at).astimezone(UTC))
    item.add("dtstart", event.starts_there)
    item.add("dtend", event.ends_there or event.starts_there + USUAL_LENGTH)
    item.add("summary", event.title, {"language": event.locale.language_code})
    item.add("description", as_plain_text(f"<p>{event.summary}</p><p>{event.access}</p>"))
    item.add("location", event.venue or harmless_address(event.online_url))
    item.add("url", address)
    item.add("status", "CANCELLED" if event.is_cancelled else "CONFIRMED")
    return item
