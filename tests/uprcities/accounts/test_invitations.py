"""An invitation leads to a password: once, for some days, in the person’s language."""

from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth import get_user_model
from django.core import mail
from django.utils import timezone

from campaigns.places.inviting import write_to
from campaigns.places.joining import join
from tests.factories.accounts import PASSWORD
from uprcities.accounts.invitations import invitation_link

pytestmark = pytest.mark.django_db
NEW = {"new_password1": "four words in a row", "new_password2": "four words in a row"}


@pytest.fixture
def joined(home):
    return join(home.pittsburgh_group, "Rosa@example.org", "editor", speaks="es")


@pytest.fixture
def rosa(joined):
    return joined.membership.user


def path_of(person):
    return invitation_link(person).removeprefix("http://testserver.localhost")


def open_link(client, address):
    """The form behind a link: its address and its page."""
    answer = client.get(address, follow=True)
    return answer.request["PATH_INFO"], answer.content.decode()


def test_the_link_works_once(client, rosa):
    address = path_of(rosa)
    form, _page = open_link(client, address)

    client.post(form, NEW)

    rosa.refresh_from_db()
    assert rosa.check_password("four words in a row")
    _form, page = open_link(client, address)
    assert "new_password1" not in page
    assert client.post(form, NEW).status_code == 200


def test_the_address_that_stays_in_the_browser_holds_no_secret(client, rosa):
    form, _page = open_link(client, path_of(rosa))

    assert form.endswith("/set-password/")


def test_after_a_week_it_says_what_to_do(client, rosa):
    address = path_of(rosa)

    with time_machine.travel(timezone.now() + timedelta(days=7, minutes=1)):
        answer = client.get(address)

    assert "new_password1" not in answer.content.decode()
    with time_machine.travel(timezone.now() + timedelta(days=6)):
        assert "new_password1" in open_link(client, address)[1]


def test_the_page_speaks_the_language_of_the_person(client, rosa):
    assert '<html lang="es"' in open_link(client, path_of(rosa))[1]


def test_the_letter_speaks_it_too_and_names_no_more_than_the_role(joined, rosa):
    assert write_to([joined.membership]) == []

    [letter] = mail.outbox
    assert letter.to == ["Rosa@example.org"]
    assert path_of(rosa).split("/")[3] in letter.body
    assert "Pittsburgh" in letter.subject


def test_with_the_password_the_second_step_comes_next(client, rosa, settings):
    settings.TWO_STEP_SIGN_IN = "required"
    client.post(open_link(client, path_of(rosa))[0], NEW)

    client.post("/accounts/login/", {"login": rosa.email, "password": NEW["new_password1"]})

    assert client.get("/admin/")["Location"] == "/accounts/2fa/"


def test_a_link_opens_no_account_that_has_a_password(client, cast):
    _form, page = open_link(client, path_of(cast.pittsburgh_editor))

    assert "new_password1" not in page
    assert cast.pittsburgh_editor.check_password(PASSWORD)


def test_an_account_that_is_there_gets_the_role_and_a_line_about_it(home, cast):
    address = cast.washington_editor.email.upper()

    joined = join(home.pittsburgh_group, address, "writer")
    write_to([joined.membership])

    assert not joined.is_new_person
    assert get_user_model().objects.filter(email__iexact=address).count() == 1
    assert "/accounts/welcome/" not in mail.outbox[0].body
    assert "/admin/" in mail.outbox[0].body


def test_a_mail_server_that_does_not_answer_undoes_nothing(joined, rosa, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", 9, 1

    assert write_to([joined.membership]) == [rosa]
