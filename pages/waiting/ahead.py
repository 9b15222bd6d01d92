"""How far ahead the home looks."""

from datetime import timedelta

from .line import Urgency

AHEAD = timedelta(days=60)
NEAR = timedelta(days=7)


def urgency_of(day, today):
    """What is due within a week comes first."""
    return Urgency.NOW if day - today <= NEAR else Urgency.SOON
