"""One way in, with a user name or an e-mail address, and no way around it."""

import base64

import pytest
from django.urls import reverse

from tests.factories.accounts import PASSWORD

from .conftest import LOGIN


class SigningInTests:
    @pytest.mark.parametrize("field", ["username", "email"])
    def test_a_user_name_or_an_address_will_do(self, visitor, cast, field):
        answer = visitor.sign_in(getattr(cast.pittsburgh_editor, field))

        assert answer["Location"] == "/admin/"
        assert visitor.client.get("/admin/").status_code == 200

    def test_a_wrong_password_will_not(self, visitor, cast):
        answer = visitor.sign_in(cast.pittsburgh_editor.username, "not this one")

        assert answer.status_code == 200
        assert answer.context["form"].errors
        assert not visitor.is_in

    def test_somebody_who_left_is_not_let_in(self, visitor, cast):
        cast.pittsburgh_editor.is_active = False
        cast.pittsburgh_editor.save()

        visitor.sign_in(cast.pittsburgh_editor.username)

        assert not visitor.is_in

    def test_signing_out_ends_it(self, visitor, cast):
        visitor.sign_in(cast.admin.username)

        answer = visitor.client.post("/accounts/logout/")

        assert answer["Location"] == LOGIN
        assert not visitor.is_in

    def test_the_admin_signs_out_to_the_same_page(self, visitor, cast):
        visitor.sign_in(cast.admin.username)

        answer = visitor.client.post("/admin/logout/")

        assert answer["Location"] == LOGIN
        assert visitor.client.get(LOGIN).status_code == 200

    def test_one_goes_on_to_where_one_wanted(self, visitor, cast):
        asked = visitor.client.get("/admin/images/")
        assert asked["Location"] == f"{LOGIN}?next=/admin/images/"

        answer = visitor.sign_in(cast.admin.username, next="/admin/images/")

        assert answer["Location"] == "/admin/images/"

    @pytest.mark.parametrize("target", ["//evil.example", "https://evil.example/admin/", "/\\evil"])
    def test_nobody_is_sent_elsewhere(self, visitor, cast, target):
        old = visitor.client.get("/admin/login/", {"next": target})
        answer = visitor.sign_in(cast.admin.username, next=target)

        assert old["Location"] == LOGIN
        assert answer["Location"] == "/admin/"


class OtherWaysInTests:
    """None of them takes a password."""

    @pytest.mark.parametrize("address", ["/admin/login/", "/en/_util/login/"])
    def test_old_addresses_lead_to_the_one(self, visitor, cast, address):
        given = {"username": cast.admin.username, "password": PASSWORD}

        answer = visitor.client.post(address, given)

        assert answer["Location"] == LOGIN
        assert not visitor.is_in

    def test_where_one_wanted_to_go_is_kept(self, visitor, db):
        answer = visitor.client.get("/admin/login/", {"next": "/admin/images/"})

        assert answer["Location"] == f"{LOGIN}?next=%2Fadmin%2Fimages%2F"

    @pytest.mark.parametrize(
        "address",
        ["/admin/password_reset/", "/admin/password_reset/confirm/Mg/x-y/"],
    )
    def test_wagtails_own_reset_leads_to_ours(self, visitor, db, address):
        assert visitor.client.get(address)["Location"] == reverse("account_reset_password")

    @pytest.mark.parametrize(
        "address", ["signup/", "email/", "password/set/", "3rdparty/", "2fa/webauthn/signup/"]
    )
    def test_what_nobody_needs_is_not_there(self, visitor, cast, address):
        visitor.sign_in(cast.admin.username)

        assert visitor.client.get(f"/accounts/{address}", follow=True).status_code == 404

    def test_the_public_interface_does_not_say_whether_a_password_is_right(self, client, cast):
        def answer(password):
            pair = base64.b64encode(f"{cast.admin.username}:{password}".encode()).decode()
            return client.get("/api/v2/", HTTP_AUTHORIZATION=f"Basic {pair}").status_code

        assert answer(PASSWORD) == answer("not this one")


class ForgottenPasswordTests:
    def test_without_mail_there_is_no_reset(self, visitor, db):
        assert visitor.client.get("/accounts/password/reset/").status_code == 404
        assert b"forgotten" not in visitor.client.get(LOGIN).content

    def test_a_new_password_alone_does_not_sign_in(self, visitor, cast, settings, mailoutbox):
        settings.WAGTAIL_PASSWORD_RESET_ENABLED = True
        visitor.sign_in(cast.pittsburgh_editor.username)
        visitor.set_up_app()
        visitor.client.post("/accounts/logout/")
        mailoutbox.clear()

        visitor.client.post("/accounts/password/reset/", {"email": cast.pittsburgh_editor.email})
        (mail,) = mailoutbox
        link = next(word for word in mail.body.split() if "/password/reset/key/" in word)
        form = visitor.client.get(link, follow=True)
        changed = {"password1": "another long password", "password2": "another long password"}
        visitor.client.post(form.context["action_url"], changed)

        assert not visitor.is_in
        answer = visitor.sign_in(cast.pittsburgh_editor.username, "another long password")
        assert answer["Location"] == "/accounts/2fa/authenticate/"
        assert not visitor.is_in

    def test_strangers_get_no_mail(self, visitor, db, settings, mailoutbox):
        settings.WAGTAIL_PASSWORD_RESET_ENABLED = True

        visitor.client.post("/accounts/password/reset/", {"email": "stranger@example.org"})

        assert mailoutbox == []
