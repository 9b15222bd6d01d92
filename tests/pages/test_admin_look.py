"""Wagtail’s own screens in our dress."""

from pathlib import Path

import pytest

pytestmark = pytest.mark.django_db
SHEET = Path(__file__).resolve().parents[2] / "site/static/css/admin.css"


def test_our_mark_stands_where_wagtails_stood(client):
    page = client.get("/admin/login/").content.decode()

    assert "icons/mark.svg" in page.split('<div class="login-logo">')[1].split("</div>")[0]


def test_there_is_no_gradient_behind_it():
    assert ".login { --w-login-fullscreen-background: #" in SHEET.read_text()


def test_the_help_for_descriptions_stands_once(client, cast):
    client.force_login(cast.pittsburgh_editor)

    page = client.get("/admin/images/add/").content.decode()

    assert page.count("for people who cannot see it") == 1


def test_the_picture_stands_with_the_story(client, cast, home):
    client.force_login(cast.pittsburgh_editor)

    page = client.get(f"/admin/pages/add/pages/testimonystorypage/{home.pittsburgh['en'].pk}/")

    headings = [panel.heading for panel in page.context["edit_handler"].children[0].children]
    assert "Picture" not in headings
    assert "Language of the teller’s words" not in headings
