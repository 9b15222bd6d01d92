"""Wagtail’s own screens in our dress."""

import pytest

pytestmark = pytest.mark.django_db


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
