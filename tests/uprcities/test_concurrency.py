"""Several editors at once: nobody is told that the database is locked."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.contrib.auth import get_user_model
from django.db import connection, connections
from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data, querydict_from_html, streamfield

from pages.models import HomePage
from tests.factories.pages import StandardPageFactory

EDITORS, TIMES = 6, 6
BODY = nested_form_data({"body": streamfield([("heading", {"words": "What we do"})])})


@pytest.fixture
def editable(transactional_db):
    """One page per editor, on a database that every thread sees."""
    front = HomePage.objects.get(locale__language_code="en")
    return [StandardPageFactory(parent=front, slug=f"page-{n}") for n in range(EDITORS)]


def publish_repeatedly(page, admin, form):
    """Press "Publish" again and again; answers the status of each."""
    try:
        browser = Client()
        browser.force_login(admin)
        address = reverse("wagtailadmin_pages:edit", args=[page.pk])
        return [
            browser.post(address, form | {"title": f"{page.title} {time}"}).status_code
            for time in range(TIMES)
        ]
    finally:
        connections.close_all()


def test_36_of_36_concurrent_publishes_succeed(editable):
    admin = get_user_model().objects.get(username="admin")
    browser = Client()
    browser.force_login(admin)
    forms = []
    for page in editable:
        html = browser.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
        form = querydict_from_html(html, form_id="page-edit-form").dict()
        # The editor's script writes the fields of the text; here we do.
        forms.append(form | BODY | {"action-publish": "action-publish"})

    with ThreadPoolExecutor(EDITORS) as editors:
        rounds = editors.map(publish_repeatedly, editable, [admin] * EDITORS, forms)
        statuses = [status for answers in rounds for status in answers]

    assert statuses == [302] * EDITORS * TIMES
    for page in editable:
        page.refresh_from_db()
        assert page.title.endswith(f" {TIMES - 1}")


@pytest.mark.django_db
def test_sqlite_is_set_up_for_several_editors():
    if connection.vendor != "sqlite":
        pytest.skip("about SQLite only")
    with connection.cursor() as cursor:
        pragmas = {
            name: cursor.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ["journal_mode", "secure_delete", "busy_timeout"]
        }

    assert pragmas == {"journal_mode": "wal", "secure_delete": 1, "busy_timeout": 20_000}
    assert connection.settings_dict["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
