"""The translation editor offers a person nothing that would be refused."""

import html
import json
import re

import pytest
from django.urls import reverse


@pytest.fixture
def opened(client, draft):
    """opened(person) is the translation editor as that person gets it."""

    def look(person):
        client.force_login(person)
        return client.get(reverse("wagtailadmin_pages:edit", args=[draft.pk])).content.decode()

    return look


def props(page):
    return json.loads(html.unescape(re.search(r'data-props="([^"]*)"', page)[1]))


class TranslatorTests:
    def test_what_only_publishers_do_is_not_offered(self, opened, cast):
        told = props(opened(cast.translator_es))

        assert told["links"]["stopTranslationUrl"] is None
        assert told["links"]["convertToAliasUrl"] is None
        assert not told["perms"]["canDelete"]
        assert not told["perms"]["canPublish"]

    def test_the_first_button_harms_nothing_and_the_next_step_is_told(self, opened, cast):
        footer = opened(cast.translator_es).partition("writers-footer")[2]

        first = re.search(r'<a class="button" href="([^"]*)"', footer)[1]
        assert first == reverse("pages_to_translate")
        assert "Every sentence is saved at once." in footer


class PublisherTests:
    def test_who_publishes_may_stop_and_nobody_makes_an_alias(self, opened, cast):
        page = opened(cast.pittsburgh_editor)
        told = props(page)

        assert told["perms"]["canPublish"]
        assert told["links"]["stopTranslationUrl"]
        assert told["links"]["convertToAliasUrl"] is None
        assert "writers-footer" not in page

    def test_nobody_is_offered_an_alias_of_a_published_one(self, client, cast, spanish):
        client.force_login(cast.admin)
        page = client.get(reverse("wagtailadmin_pages:edit", args=[spanish.pk])).content.decode()

        assert props(page)["links"]["convertToAliasUrl"] is None
