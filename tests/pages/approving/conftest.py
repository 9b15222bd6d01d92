"""A finding and a story that wait for approval, and people with one role each."""

import pytest

from tests.factories.pages import (
    FindingPageFactory,
    TestimonyStoryPageFactory,
)
from tests.factories.places import MembershipFactory

from .hands import written


@pytest.fixture
def member(home):
    """member("writer") is somebody of Pittsburgh’s group with this role alone."""

    def make(role, **where):
        where = where or {"local_group": home.pittsburgh_group}
        return MembershipFactory(role=role, **where).user

    return make


@pytest.fixture
def finding(home, cast):
    page = FindingPageFactory(parent=home.pittsburgh["en"], live=False, slug="alone")
    return written(page, cast.pittsburgh_editor)


@pytest.fixture
def story(home, cast):
    page = TestimonyStoryPageFactory(parent=home.pittsburgh["en"], live=False, slug="told")
    return written(page, cast.pittsburgh_editor)
