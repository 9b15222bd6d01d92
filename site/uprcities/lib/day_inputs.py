"""Days and hours in the editor, typed into the browser's own fields.

Wagtail's calendar turns what it cannot read into today, without a word. The browser's field takes
the day in the person's own order, with keyboard and thumb, and always sends the same writing.
"""

from django import forms
from django.db import models

ISO_DAY = "%Y-%m-%d"
ISO_MOMENT = "%Y-%m-%dT%H:%M"


class DayInput(forms.DateInput):
    """A day."""

    input_type = "date"

    def __init__(self, attrs=None):
        super().__init__(attrs, format=ISO_DAY)


class MomentInput(forms.DateTimeInput):
    """A day and an hour."""

    input_type = "datetime-local"

    def __init__(self, attrs=None):
        super().__init__(attrs, format=ISO_MOMENT)


class DayField(forms.DateField):
    """A day that is never guessed: 12/11/2026 is refused, for it may be two days."""

    widget = DayInput

    def __init__(self, **kwargs):
        super().__init__(**{"input_formats": [ISO_DAY]} | kwargs)


def take_the_place_of_the_calendar():
    """From here on every form of the editor asks for days and hours in this way."""
    from wagtail.admin.forms.models import register_form_field_override

    day = {"form_class": DayField, "widget": DayInput}
    register_form_field_override(models.DateField, override=day)
    register_form_field_override(models.DateTimeField, override={"widget": MomentInput})
