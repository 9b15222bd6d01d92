"""“My translations”: what a translator finds there, and what they do with it."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from campaigns.places.models import Role
from pages.translating.preparing import prepare
from pages.translating.requesting import ask, ask_for_all, close_request, take
from tests.factories.pages import FindingPageFactory, TestimonyStoryPageFactory
from tests.factories.places import MembershipFactory

from .work import approve_in_editor, original_of, send_in_editor, translation_of, turn


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def asked(cast, home, today):
    """asked("Title") asks for a finding of Pittsburgh’s in Spanish; further facts as for ask."""

    def make(title, language="es", city=home.pittsburgh, **facts):
        page = FindingPageFactory(parent=city["en"], title=title, revised=False)
        return ask(original_of(page), language, cast.pittsburgh_editor, **facts)

    return make


@pytest.fixture
def seen(client):
    """seen(user) is what stands in each list: {name: HTML}."""

    def look(user, **query):
        client.force_login(user)
        page = client.get(reverse("my_translations"), query).content.decode()
        parts = page.split('aria-labelledby="jobs-')[1:]
        return {part.partition('"')[0]: part.partition("</section>")[0] for part in parts}

    return look


class ListTests:
    def test_all_that_a_translator_wants_to_know_is_there(self, seen, cast, asked, today):
        asked("Alone", note="For the hearing", due_on=today + timedelta(days=3))

        free = seen(cast.translator_es)["free"]

        for words in ("Alone", "For the hearing", "Needed in 3 days", "pittsburgh-editor", "words"):
            assert words in free
        assert 'value="take"' in free

    def test_what_is_taken_moves_and_lateness_is_a_word(self, seen, cast, asked, today):
        take(asked("Late", due_on=today - timedelta(days=2)), cast.translator_es)

        lists = seen(cast.translator_es)

        assert "2 days late" in lists["mine"]
        assert 'value="hand_back"' in lists["mine"]
        assert "Nothing is free to take in your languages." in lists["free"]

    def test_what_waits_for_approval_stands_by_itself(self, seen, client, cast, asked):
        request = asked("Alone")
        prepare(request.pk)
        take(request, cast.translator_es)
        draft = request.original.page.get_translations().get().specific
        turn(translation_of(draft))
        send_in_editor(client, cast.translator_es, draft)

        lists = seen(cast.translator_es)
        assert "Alone" in lists["review"]
        assert 'value="hand_back"' not in lists["review"]
        assert "All that you have taken waits for approval." in lists["mine"]
        asked_for = seen(cast.pittsburgh_editor)["asked"]
        assert "Waits for approval" in asked_for
        assert 'value="take"' not in asked_for

        approve_in_editor(client, draft)
        lists = seen(cast.translator_es)
        assert "review" not in lists
        assert "Alone" in lists["finished"]

    def test_only_one_s_own_languages_and_cities(self, seen, cast, home, asked):
        asked("Pour tous", language="fr")
        local = MembershipFactory(local_group=home.washington_group, role=Role.TRANSLATOR).user

        assert "Pour tous" not in seen(cast.translator_es)["free"]
        assert "Pour tous" not in seen(local)["free"]
        assert "Pour tous" in seen(cast.pittsburgh_reviewer)["free"]
        assert "Pour tous" not in seen(cast.press_officer)["free"]

    def test_whoever_asked_sees_who_took_it(self, seen, cast, asked):
        take(asked("Alone"), cast.translator_es)

        asked_for = seen(cast.pittsburgh_editor)["asked"]

        assert "Taken by <bdi>translator-es" in asked_for or "Taken by translator-es" in asked_for
        assert 'value="withdraw"' in asked_for

    def test_whoever_left_has_taken_nothing(self, seen, cast, asked):
        take(asked("Alone"), cast.translator_es)
        cast.translator_es.memberships.all().delete()

        assert "Nobody has taken it yet" in seen(cast.pittsburgh_editor)["asked"]

    def test_what_one_asked_for_is_not_offered_to_oneself(self, seen, cast, asked):
        asked("Alone")

        lists = seen(cast.pittsburgh_editor)

        assert "Alone" not in lists["free"]
        assert 'value="take"' in lists["asked"]

    def test_what_was_finished_is_remembered(self, seen, cast, asked):
        request = asked("Done")
        take(request, cast.translator_es)
        close_request(request.original, "es")

        lists = seen(cast.translator_es)

        assert "Done" in lists["finished"]
        assert "Done" not in lists["mine"]

    def test_language_and_city_narrow_it(self, seen, cast, home, asked):
        asked("Spanish one")
        asked("French one", language="fr")
        washington = home.washington_group.city.pk

        assert "French one" not in seen(cast.admin, language="es")["free"]
        assert "Spanish one" not in seen(cast.admin, city=washington)["free"]
        assert "Spanish one" in seen(cast.admin, city="x", language="x")["free"]

    def test_a_story_that_was_taken_back_is_nobody_s_work(self, seen, cast, home):
        story = TestimonyStoryPageFactory(parent=home.pittsburgh["en"], title="Taken back")
        ask(original_of(story), "es", cast.pittsburgh_editor)
        assert "Taken back" in seen(cast.translator_es)["free"]

        story.testimony.consent.withdraw()

        assert "Taken back" not in seen(cast.translator_es).get("free", "")

    def test_a_stranger_is_sent_to_the_login(self, client, home):
        assert "/login/" in client.get(reverse("my_translations"))["Location"]

    def test_twenty_stand_on_a_page_and_no_query_more_for_each(
        self, seen, cast, home, django_assert_max_num_queries
    ):
        pages = [
            FindingPageFactory(parent=home.pittsburgh["en"], revised=False, title=f"N {n}")
            for n in range(22)
        ]
        ask_for_all([(original_of(page), "es") for page in pages], cast.pittsburgh_editor)
        seen(cast.translator_es)

        with django_assert_max_num_queries(29):  # six of them sign in
            lists = seen(cast.translator_es)

        assert lists["free"].count('value="take"') == 20
        assert "free=2" in lists["free"]
