"""The desk costs the same with fifty texts and with ten thousand."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from pages.models import TranslationState
from tests.factories.many import many_originals

from .seen import ask_desk

MOST = 20
CHOSEN = [
    {},
    {"language": "ar", "stage": "missing"},
    {"stage": "todo"},
    {"q": "Lawyers 9", "stage": "behind", "sort": "words"},
    {"language": "ar", "due": "week", "sort": "due"},
    {"p": 2},
]


@pytest.fixture
def cost(client, cast):
    """cost(person) is how many questions each way to look at the desk takes."""

    def count(user):
        TranslationState.objects.update(person=cast.translator_es)
        ask_desk(client, user)  # signs in, and what a process learns once
        counts = []
        for query in CHOSEN:
            with CaptureQueriesContext(connection) as asked:
                assert client.get(reverse("translation_desk"), query).context["rows"]
            counts.append(len(asked))
        return counts

    return count


def test_at_most_twenty_questions_flat_to_ten_thousand_pages(cost, cast, home):
    people = [cast.admin, cast.pittsburgh_editor]
    many_originals(home.pittsburgh["en"], 120)
    few = {user: cost(user) for user in people}
    assert max(max(counts) for counts in few.values()) <= MOST

    many_originals(home.pittsburgh["en"], 9_880)

    assert {user: cost(user) for user in people} == few
