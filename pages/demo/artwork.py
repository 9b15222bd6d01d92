"""Draws the demo’s pictures; each is a linocut of its own, the same at every load."""

from .scenes import eugene, geneva, pittsburgh, washington

SCENES = {
    "pittsburgh-rivers": pittsburgh.rivers,
    "pittsburgh-rowhouses": pittsburgh.rowhouses,
    "courtroom-bench": pittsburgh.bench,
    "water-tap": pittsburgh.tap,
    "kitchen-window": pittsburgh.window,
    "washington-rowhouses": washington.rowhouses,
    "washington-metro": washington.metro,
    "ballot": washington.ballot,
    "eugene-river": eugene.river,
    "eugene-camp": eugene.camp,
    "geneva-hall": geneva.hall,
    "school-desk": geneva.desk,
}


def draw(name):
    """A PNG of the picture of this name, 2400 × 1600 pixels, as bytes; KeyError if there is none."""
    return SCENES[name]().print()
