"""Editors have settings of their own, and no portrait."""

import pytest
from django.contrib.auth import get_user_model
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.users.models import UserProfile

from tests.uprcities.library import samples

pytestmark = pytest.mark.django_db


class PortraitTests:
    def test_none_is_asked_for(self, admin_client):
        page = admin_client.get(reverse("wagtailadmin_account"))

        assert page.status_code == 200
        assert b"avatar-avatar" not in page.content

    def test_none_is_kept(self, admin_client, admin_user):
        portrait = SimpleUploadedFile("maria.jpg", samples.photo(), content_type="image/jpeg")

        admin_client.post(
            reverse("wagtailadmin_account"),
            {"name_email-first_name": "Ana", "avatar-avatar": portrait},
        )

        assert not UserProfile.get_for_user(admin_user).avatar

    def test_one_that_is_there_already_breaks_no_page(self, admin_client, admin_user):
        profile = UserProfile.get_for_user(admin_user)
        profile.avatar = "avatar_images/old.jpg"
        profile.save()

        assert admin_client.get(reverse("wagtailadmin_home")).status_code == 200
        assert b"old.jpg" not in admin_client.get(reverse("wagtailadmin_home")).content

    def test_strangers_are_sent_to_sign_in(self, client):
        assert "/login/" in client.get(reverse("wagtailadmin_account"))["Location"]


class NameTests:
    def test_a_language_can_be_chosen_without_giving_a_name(self, admin_client, admin_user):
        sent = {
            "name_email-first_name": "",
            "name_email-last_name": "",
            "name_email-email": "somebody@example.org",
            "locale-preferred_language": "es",
            "locale-current_time_zone": "America/New_York",
            "theme-theme": "system",
            "theme-contrast": "system",
            "theme-density": "default",
            "theme-keyboard_shortcuts": "on",
        }

        answer = admin_client.post(reverse("wagtailadmin_account"), sent)

        assert answer.status_code == 302
        assert UserProfile.get_for_user(admin_user).preferred_language == "es"


class AddressTests:
    @pytest.mark.parametrize("address", ["somebody.new@example.org", "{theirs}"])
    def test_nobody_gives_themselves_an_address(self, client, cast, address):
        """Roles are given to addresses: whoever took a newcomer’s would get their roles."""
        client.force_login(cast.pittsburgh_editor)
        before = cast.pittsburgh_editor.email

        answer = client.post(
            reverse("wagtailadmin_account"),
            {
                "name_email-email": address.format(theirs=cast.washington_editor.email),
                "locale-preferred_language": "en",
                "locale-current_time_zone": "America/New_York",
                "theme-theme": "system",
                "theme-contrast": "system",
                "theme-density": "default",
            },
            follow=True,
        )

        cast.pittsburgh_editor.refresh_from_db()
        assert cast.pittsburgh_editor.email == before
        assert "Another account" not in answer.content.decode()

    def test_several_may_have_none(self, db):
        for name in ("ana", "bea"):
            get_user_model().objects.create_user(name)
