"""A finding of Pittsburgh’s that readers see, and what its form sends."""

import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from tests.factories.pages import (
    FindingPageFactory,
    publish,
)


@pytest.fixture
def finding(home):
    page = FindingPageFactory(parent=home.pittsburgh["en"])
    publish(page.get_latest_revision())
    page.refresh_from_db()
    return page


@pytest.fixture
def form(finding):
    """What the form of the finding sends as it stands, with these changes."""

    def filled(**changes):
        telling = ("paragraph", {"words": rich_text("<p>Nine in ten have no lawyer.</p>")})
        fields = {
            "title": finding.title,
            "slug": finding.slug,
            "summary": "Nine in ten tenants have no lawyer.",
            "kind": "problem",
            "status": "open",
            "body": streamfield([telling]),
            "comments": {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0, "MIN_NUM_FORMS": 0},
        } | {name: streamfield([]) for name in ("evidence", "un_statements", "changes", "updates")}
        return nested_form_data(fields | changes)

    return filled


@pytest.fixture
def save(client, finding, form):
    """save(change_note="…") sends that form; by_itself=True as the browser does while one writes."""

    def send(by_itself=False, **changes):
        headers = {"accept": "application/json"} if by_itself else {}
        address = reverse("wagtailadmin_pages:edit", args=[finding.pk])
        return client.post(address, form(**changes), headers=headers)

    return send
