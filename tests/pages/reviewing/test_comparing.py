"""Two versions side by side, as readers meet them."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from pages.models import FindingPage


@pytest.fixture
def draft(client, cast, save, finding):
    """A newer version of the finding, with a note."""
    client.force_login(cast.pittsburgh_editor)
    save(title="Tenants alone in court", change_note="Said where.")
    return FindingPage.objects.get(pk=finding.pk).latest_revision_id


def compared(client, page, first="live", second="latest"):
    names = [page.pk, first, second]
    return client.get(reverse("wagtailadmin_pages:revisions_compare", args=names))


def frame(page, revision):
    return f'src="{reverse("wagtailadmin_pages:revisions_view", args=[page.pk, revision])}"'


def test_what_readers_see_stands_beside_what_is_proposed(client, finding, draft):
    answer = compared(client, finding)
    words = answer.content.decode()

    assert [side.heading for side in answer.context["sides"]] == ["Readers see now", "Proposed"]
    assert frame(finding, finding.live_revision_id) in words
    assert frame(finding, draft) in words
    assert "<bdi>pittsburgh-editor</bdi> ·" in words


def test_the_merged_differences_stay(client, finding, draft):
    assert '<span class="addition">' in compared(client, finding).content.decode()


def test_what_was_said_of_the_change_stands_above(client, finding, draft):
    assert "<bdi>Said where.</bdi>" in compared(client, finding).content.decode()


def test_what_was_said_of_other_changes_does_not(client, finding, save, draft):
    save(change_note="Something else.")

    words = compared(client, finding, finding.live_revision_id, draft).content.decode()

    assert "Said where." in words
    assert "Something else." not in words


def test_two_drafts_are_the_earlier_and_the_later(client, finding, save, draft):
    save(title="Tenants alone in court today")

    sides = compared(client, finding, draft, "latest").context["sides"]

    assert [side.heading for side in sides] == ["Earlier version", "Later version"]


def test_a_page_that_readers_do_not_see_has_no_frame_of_it(client, finding, draft):
    FindingPage.objects.get(pk=finding.pk).unpublish()

    answer = compared(client, finding)

    assert "Readers do not see this page now." in answer.content.decode()
    assert answer.content.decode().count("<iframe") == 1


@pytest.mark.parametrize("named", ["revisions_view", "revisions_compare"])
def test_nothing_of_it_is_another_citys(client, cast, finding, draft, named):
    client.force_login(cast.washington_editor)
    asked = [draft] if named == "revisions_view" else ["live", draft]

    address = reverse(f"wagtailadmin_pages:{named}", args=[finding.pk, *asked])

    assert client.get(address).status_code == 404


def test_our_own_pages_may_frame_a_version_and_nobody_else(client, finding, draft):
    address = reverse("wagtailadmin_pages:revisions_view", args=[finding.pk, draft])

    headers = client.get(address).headers

    assert headers["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-ancestors 'self'" in headers["Content-Security-Policy"]
    assert "frame-src 'self'" in compared(client, finding).headers["Content-Security-Policy"]


def test_the_number_of_queries_does_not_grow_with_the_versions(client, finding, save, draft):
    compared(client, finding)
    with CaptureQueriesContext(connection) as few:
        compared(client, finding)
    for number in range(3):
        save(title=f"Tenants {number}", change_note=f"Note {number}.")
    with CaptureQueriesContext(connection) as many:
        compared(client, finding)

    assert len(many) <= len(few)
