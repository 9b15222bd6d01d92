"""A draft with its title and summary translated; and the same before readers."""

import pytest

from pages.translating.essentials import (
    show_essentials,
)

from .hands import say


@pytest.fixture
def told(draft, cast):
    """The finding’s draft in Spanish with title and summary translated, by the translator."""
    say(draft, cast.translator_es)
    return draft


@pytest.fixture
def shown(told, cast):
    show_essentials(told, cast.pittsburgh_reviewer)
    return told
