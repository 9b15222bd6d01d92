"""“Start a city”, as an administrator meets it."""

import re

import pytest
from django.contrib.auth import get_user_model
from django.core import mail

from campaigns.places.models import City, Membership
from pages.starting.city import start_city

from .plans import person, plan

pytestmark = pytest.mark.django_db
START = "/admin/start-a-city/"
LINK = re.compile(r"http://testserver\.localhost(/accounts/welcome/[^\"\s]+)")


def typed(**facts):
    """The form as it is sent, with two people."""
    return {
        "name": "New Haven",
        "slug": "new-haven",
        "state": "Connecticut",
        "state_code": "CT",
        "time_zone": "America/New_York",
        "group": "New Haven Listens",
        "email": "hello@new-haven.example.org",
        "first_language": "en",
        "languages": ["es"],
        "people-TOTAL_FORMS": "3",
        "people-INITIAL_FORMS": "0",
        "people-0-email": "rosa@example.org",
        "people-0-role": "editor",
        "people-1-email": "ali@example.org",
        "people-1-role": "translator",
        "people-1-language": "es",
        "people-2-email": "",
        "people-2-role": "editor",
    } | facts


@pytest.fixture
def admin(client, cast):
    client.force_login(cast.admin)
    return client


@pytest.mark.parametrize("name", ["pittsburgh_editor", "translator_es", "press_officer"])
def test_it_is_closed_to_everybody_else(client, cast, home, name):
    city = home.pittsburgh_group.city
    client.force_login(getattr(cast, name))

    for address in (START, f"{START}template/", f"{START}{city.pk}/", f"{START}{city.pk}/undo/"):
        assert client.get(address).status_code == 404
        assert client.post(address, typed()).status_code == 404
    assert not City.objects.filter(slug="new-haven").exists()


def test_one_form_starts_it_and_the_next_page_leads_on(admin, home, settings):
    settings.EMAIL_HOST = "mail.example.org"

    page = admin.post(START, typed(), follow=True).content.decode()

    assert page.count("/edit/") >= 6
    assert "Nueva" not in page
    assert sorted(letter.to[0] for letter in mail.outbox) == ["ali@example.org", "rosa@example.org"]
    assert not LINK.search(page)


def test_without_a_mail_server_each_link_is_shown_once(admin, home):
    answer = admin.post(START, typed())

    first = admin.get(answer["Location"]).content.decode()
    again = admin.get(answer["Location"]).content.decode()

    assert len(LINK.findall(first)) == 2
    assert not LINK.search(again)
    assert not mail.outbox


def test_errors_stand_beside_their_fields_and_nothing_typed_is_lost(admin, home):
    wrong = {"state_code": "Conn", "slug": "pittsburgh", "people-1-role": "writer"}

    page = admin.post(START, typed(**wrong)).content.decode()

    assert 'value="hello@new-haven.example.org"' in page
    assert 'value="ali@example.org"' in page
    assert "Another city has this address: Pittsburgh." in page
    assert "Only translators work for one language: ali@example.org." in page
    assert not City.objects.filter(slug="new-haven").exists()


def test_more_rows_keep_what_was_typed_and_judge_nothing(admin, home):
    page = admin.post(START, typed(slug="", more="1")).content.decode()

    assert 'value="rosa@example.org"' in page
    assert 'name="people-5-email"' in page
    assert "This field is required" not in page


def test_undo_asks_first(admin, home):
    city = start_city(plan()).group.city

    assert "deleted for good" in admin.get(f"{START}{city.pk}/undo/").content.decode()
    admin.post(f"{START}{city.pk}/undo/")

    assert not City.objects.filter(pk=city.pk).exists()


def test_the_page_of_the_group_offers_to_undo_while_it_is_empty(admin, home):
    group = start_city(plan()).group

    assert (
        f"{START}{group.city_id}/undo/"
        in admin.get(f"/admin/localgroup/edit/{group.pk}/").content.decode()
    )


def test_the_way_to_it_is_on_the_front_page_and_in_the_menu(admin, home):
    assert admin.get("/admin/").content.decode().count(START) >= 2


def test_what_a_city_begins_with_is_one_button_away(admin, home):
    answer = admin.post(f"{START}template/", follow=True)

    assert answer.status_code == 200
    assert "New city" in answer.content.decode()


def test_whoever_never_came_is_invited_again(admin, home, settings):
    settings.EMAIL_HOST = "mail.example.org"
    start_city(plan(people=(person(),)))
    membership = Membership.objects.get(user__email="rosa@example.org")
    address = f"/admin/membership/invite/{membership.pk}/"

    assert address in admin.get("/admin/membership/").content.decode()
    admin.post(address)
    admin.post(address)
    first, second = (LINK.search(letter.body)[1] for letter in mail.outbox)

    assert "no longer works" in admin.get(first, follow=True).content.decode()
    assert "Choose a password" in admin.get(second, follow=True).content.decode()


def test_whoever_has_a_password_is_not(admin, home, cast):
    membership = Membership.objects.get(user=cast.pittsburgh_editor)

    answer = admin.post(f"/admin/membership/invite/{membership.pk}/")

    assert answer.status_code == 302
    assert get_user_model().objects.get(pk=cast.pittsburgh_editor.pk).has_usable_password()
