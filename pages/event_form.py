"""The form behind an event: its hours are those of the clock of its own place."""

from zoneinfo import ZoneInfo

from django.utils import timezone

from uprcities.lib.time_zones import time_zone_names

from .admin_forms import PageForm

HOURS = ("starts_at", "ends_at")


class EventForm(PageForm):
    """Shows and takes hours on the clock that the editor chose, whatever the editor’s own."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in HOURS:
            if moment := self.initial.get(name):
                there = timezone.make_naive(moment, self.instance.zone)
                self.initial[name] = timezone.make_aware(there)  # reads the same on our clock

    def clean(self):
        cleaned = super().clean()
        zone = cleaned.get("time_zone")
        if zone in time_zone_names():
            for name in HOURS:
                if moment := cleaned.get(name):
                    cleaned[name] = timezone.make_naive(moment).replace(tzinfo=ZoneInfo(zone))
        return cleaned
