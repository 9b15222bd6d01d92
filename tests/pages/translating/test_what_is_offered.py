"""The translation editor offers a person nothing that would be refused."""

import re

import pytest
from django.urls import reverse

from .work import action_address, edit_address, translation_of, turn


@pytest.fixture
def opened(client, draft):
    """opened(person) is the translation editor as that person gets it."""

    def look(person):
        client.force_login(person)
        return client.get(reverse("wagtailadmin_pages:edit", args=[draft.pk])).content.decode()

    return look


def ways_of(page):
    """The addresses to which a page leads, and to which its forms send, in one text."""
    return " ".join(re.findall(r'(?:href|action)="([^"]*)"', page))


class TranslatorTests:
    def test_what_only_publishers_do_is_not_offered(self, opened, cast):
        page = opened(cast.translator_es)

        for name in ("disable", "convert", "machine"):
            assert name not in ways_of(page)
        assert 'value="publish"' not in page

    def test_the_first_button_harms_nothing_and_the_next_step_is_told(self, opened, cast):
        footer = opened(cast.translator_es).partition("writers-footer")[2]

        first = re.search(r'<a class="button" href="([^"]*)"', footer)[1]
        assert first == reverse("translation_desk")
        assert "Every sentence is saved at once." in footer

    def test_a_whole_translation_is_sent_for_approval(self, opened, cast, draft):
        turn(translation_of(draft))

        footer = opened(cast.translator_es).partition("writers-footer")[2]

        assert re.search(r'<button class="button" name="action" value="send">', footer)
        assert "Approve and publish" not in footer


class PublisherTests:
    def test_who_publishes_may_stop_and_nobody_makes_an_alias(self, opened, cast, draft):
        page = opened(cast.pittsburgh_editor)

        assert reverse("wagtail_localize:stop_translation", args=[translation_of(draft).pk]) in page
        assert "convert" not in ways_of(page)

    def test_the_other_person_is_offered_to_approve_it(self, client, opened, cast, draft):
        turn(translation_of(draft))
        client.force_login(cast.translator_es)
        client.post(edit_address(draft), {"action": "send"})
        sent = draft.current_workflow_task_state

        mine, theirs = opened(cast.translator_es), opened(cast.pittsburgh_reviewer)

        assert action_address("approve", draft, sent).partition("?")[0] in theirs
        assert "Approve and publish" not in mine
        assert "An editor who did not change this page last" in mine

    def test_nobody_is_offered_an_alias_of_a_published_one(self, client, cast, spanish):
        client.force_login(cast.admin)
        page = client.get(reverse("wagtailadmin_pages:edit", args=[spanish.pk])).content.decode()

        assert "convert" not in ways_of(page)
