import pytest

from pages.waiting.gathering import waiting_for
from pages.waiting.person import Person


@pytest.fixture
def waits():
    """waits(user) is what waits for somebody: {kind: [what each line is about]}."""

    def ask(user):
        groups = waiting_for(Person(type(user).objects.get(pk=user.pk)))
        return {group.kind.name: [line.about for line in group.lines] for group in groups}

    return ask
