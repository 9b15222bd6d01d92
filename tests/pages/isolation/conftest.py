"""Everything of Washington’s that an id can name."""

import pytest

from tests.factories.collect import ConsentFactory
from tests.factories.pages import FindingPageFactory, TestimonyStoryPageFactory

from .addresses import CANARY
from .things import things_of

WORDS = {
    "page": CANARY,
    "file": CANARY,
    "reference": f"{CANARY}-1",
    "person": f"{CANARY} person",
}


@pytest.fixture
def theirs(home, cast):
    """Everything of Washington’s that an id can name, each with the canary in its title."""
    profile = home.washington["en"]
    things = things_of(home, profile, cast.washington_editor, WORDS)
    renamed = FindingPageFactory(parent=profile, title="Seen by readers", slug="seen")
    renamed.title = f"{CANARY} quokka new title"
    renamed.save_revision(log_action=True)
    record = ConsentFactory(testimony__city=profile.place).testimony
    story = TestimonyStoryPageFactory(
        parent=profile, testimony=record, live=False, title=f"{CANARY} quokka story"
    )
    seen_story = TestimonyStoryPageFactory(parent=profile, title="Told to readers")
    return things.ids | {
        "renamed": renamed.pk,
        "story": story.pk,
        "seen_story": seen_story.pk,
        "profile": profile.pk,
        "own_page": home.pittsburgh["en"].pk,
        "own_finding": FindingPageFactory(parent=home.pittsburgh["en"]).pk,
    }
