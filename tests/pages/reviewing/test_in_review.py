"""Whoever opens a page in review is told who sent it, and what changed."""

import pytest
from django.urls import reverse

from pages.models import FindingPage
from tests.factories.pages import publish


@pytest.fixture
def in_review(cast, client, save, finding):
    """The finding, sent for review by Pittsburgh’s editor with a note; an administrator looks."""
    client.force_login(cast.pittsburgh_editor)
    save(change_note="A newer <count>.", **{"action-submit": "1"})
    client.force_login(cast.admin)
    return FindingPage.objects.get(pk=finding.pk)


def opened(client, page):
    return client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()


def test_the_reviewer_reads_who_sent_it_and_what_they_changed(client, in_review):
    words = opened(client, in_review)

    assert "Sent for approval by <bdi>pittsburgh-editor</bdi> on" in words
    assert "<bdi>A newer &lt;count&gt;.</bdi>" in words


def test_a_link_leads_to_what_readers_see_beside_it(client, in_review):
    address = reverse("wagtailadmin_pages:revisions_compare", args=[in_review.pk, "live", "latest"])

    assert address in opened(client, in_review)
    assert client.get(address).status_code == 200


def test_what_was_said_of_what_readers_have_got_already_is_not_repeated(client, in_review, save):
    in_review.current_workflow_state.cancel()
    publish(in_review.get_latest_revision())
    save(change_note="A second thing.", **{"action-submit": "1"})

    words = opened(client, in_review)
    assert "A second thing." in words
    assert "A newer" not in words


def test_a_page_that_nobody_sent_is_opened_without_a_word(client, cast, finding):
    client.force_login(cast.admin)

    assert "Sent for review" not in opened(client, finding)
