from dataclasses import dataclass

from django.utils import timezone


@dataclass(frozen=True)
class Milestone:
    """A step of the campaign as the reader sees it today."""

    value: object
    is_past: bool
    is_here: bool

    @property
    def was_postponed(self):
        planned = self.value.get("first_planned")
        return bool(planned and planned != self.value.get("date"))


def milestones(timeline, today=None):
    """The campaign's steps in order; the first that is not yet over is where we are.

    A step without a date is open: it is never past, so it can be where we are.
    """
    today = today or timezone.localdate()
    steps = [block.value for block in timeline]
    over = [bool(step.get("date") and step["date"] < today) for step in steps]
    here = next((number for number, is_over in enumerate(over) if not is_over), len(steps) - 1)
    return [
        Milestone(step, is_past=over[number] and number != here, is_here=number == here)
        for number, step in enumerate(steps)
    ]
