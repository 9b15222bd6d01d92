"""A finding on the bench of its Spanish translator."""

import pytest

from .hands import Desk


@pytest.fixture
def desk(client, cast, finding, draft):
    return Desk(client, cast.translator_es, finding)
