"""Importance and requests for many texts at once."""

import pytest
from django.urls import reverse
from django.utils import timezone

from campaigns.places.models import LocalGroup, Role
from pages.models import Original
from pages.models.original import Importance
from tests.factories.pages import FindingPageFactory
from tests.factories.places import MembershipFactory

from .seen import original_of


@pytest.fixture
def two(home):
    pages = [FindingPageFactory(parent=home.pittsburgh["en"]) for _number in range(2)]
    return [original_of(page) for page in pages]


@pytest.fixture
def send(client):
    """send(person, "3", texts) presses a button of the bar below the desk."""

    def press(user, what, originals, query="?language=ar&kind=finding"):
        client.force_login(user)
        data = {"do": what, "text": [getattr(one, "pk", one) for one in originals]}
        return client.post(f"{reverse('translation_desk')}{query}", data)

    return press


def importance_of(originals):
    found = Original.objects.filter(pk__in=[one.pk for one in originals])
    return set(found.values_list("importance", flat=True))


class ImportanceTests:
    def test_who_writes_a_city_says_what_comes_first(self, send, cast, two):
        answer = send(cast.pittsburgh_editor, str(Importance.LATER), two)

        assert importance_of(two) == {Importance.LATER}
        assert answer.url == f"{reverse('translation_desk')}?language=ar&kind=finding"

    def test_a_coordinator_too(self, send, two):
        person = MembershipFactory(local_group=None, role=Role.COORDINATOR).user
        send(person, str(Importance.LATER), two)

        assert importance_of(two) == {Importance.LATER}

    def test_measuring_keeps_what_was_said(self, send, cast, two):
        send(cast.pittsburgh_editor, str(Importance.LATER), two)
        original_of(two[0].page)

        assert importance_of(two) == {Importance.LATER}

    def test_not_a_translator_of_another_language(self, send, client, cast, two):
        send(cast.translator_es, str(Importance.LATER), two)

        assert importance_of(two) == {Importance.FIRST}
        page = client.get(reverse("translation_desk")).content.decode()
        assert "2 texts stay as they were" in page

    def test_nor_the_editor_of_another_city(self, send, cast, two):
        send(cast.washington_editor, str(Importance.LATER), two)

        assert importance_of(two) == {Importance.FIRST}

    def test_nor_anybody_of_a_group_that_rests(self, send, cast, two):
        LocalGroup.objects.filter(city=two[0].city).update(suspended_on=timezone.now())
        for person in (cast.pittsburgh_editor, cast.admin):
            send(person, str(Importance.LATER), two)

        assert importance_of(two) == {Importance.FIRST}

    def test_nonsense_changes_nothing(self, send, cast, two):
        for what, texts in [("9", two), ("", two), ("1", ["x", "1e9", "9" * 30]), ("3", [])]:
            assert send(cast.pittsburgh_editor, what, texts).status_code == 302

        assert importance_of(two) == {Importance.FIRST}


class AskingTests:
    def test_the_chosen_texts_go_to_the_form(self, send, cast, two):
        answer = send(cast.pittsburgh_editor, "ask", two)

        for one in two:
            assert f"text={one.pk}" in answer.url
        assert answer.url.startswith(f"{reverse('translation_desk')}ask/?")
        assert answer.url.endswith("language=ar")
        assert "csrf" not in answer.url

    def test_another_citys_texts_do_not(self, send, cast, two):
        assert "text=" not in send(cast.washington_editor, "ask", two).url
