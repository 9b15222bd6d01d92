"""A finding of Pittsburgh’s that readers see, and what its form sends."""

import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from tests.factories.pages import FindingPageFactory


@pytest.fixture
def finding(home):
    page = FindingPageFactory(parent=home.pittsburgh["en"])
    page.get_latest_revision().publish()
    page.refresh_from_db()
    return page


@pytest.fixture
def save(client, finding):
    """save(change_note="…") sends the form of the finding as it stands, with these changes."""

    def send(**changes):
        telling = ("paragraph", {"words": rich_text("<p>Nine in ten have no lawyer.</p>")})
        no_comments = {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0, "MIN_NUM_FORMS": 0}
        form = {
            "title": finding.title,
            "slug": finding.slug,
            "summary": "Nine in ten tenants have no lawyer.",
            "kind": "problem",
            "status": "open",
            "body": streamfield([telling]),
            "comments": no_comments,
        } | {name: streamfield([]) for name in ("evidence", "un_statements", "changes", "updates")}
        headers = {"accept": "application/json"} if changes.pop("by_itself", False) else {}
        address = reverse("wagtailadmin_pages:edit", args=[finding.pk])
        return client.post(address, nested_form_data(form | changes), headers=headers)

    return send
