"""Whoever is signed in and has no role now is told so, once."""

import pytest
from django.utils import timezone

pytestmark = pytest.mark.django_db


def test_people_of_a_suspended_group_are_not_sent_round(client, cast, home):
    client.force_login(cast.pittsburgh_editor)
    home.pittsburgh_group.suspended_on = timezone.now()
    home.pittsburgh_group.save()

    answer = client.get("/admin/")

    assert answer.status_code == 403
    assert "You have no role here now" in answer.content.decode()
    assert "/accounts/logout/" in answer.content.decode()


def test_a_stranger_is_still_sent_to_the_door(client, home):
    assert client.get("/admin/").status_code == 302
