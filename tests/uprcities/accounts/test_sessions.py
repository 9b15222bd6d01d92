"""People see where they are signed in and what happened at their door, and can end it."""

from datetime import timedelta
from io import StringIO

from django.core.management import call_command
from django.utils import timezone

from uprcities.accounts.models import SignInEvent

from .conftest import Visitor

SESSIONS = "/accounts/sessions/"


def two_browsers(user):
    here, there = Visitor(), Visitor("203.0.113.9", "Chrome/140 (Android)")
    for visitor in (here, there):
        visitor.sign_in(user.username)
    return here, there


class SessionsTests:
    def test_the_list_names_browser_and_address(self, cast):
        here, _there = two_browsers(cast.pittsburgh_editor)

        page = here.client.get(SESSIONS).content.decode()

        assert "Chrome, Android" in page
        assert "203.0.113.9" in page

    def test_one_is_ended_at_once(self, cast):
        here, there = two_browsers(cast.pittsburgh_editor)
        other = next(s for s in here.client.get(SESSIONS).context["sessions"] if "203" in s.ip)

        here.client.post(SESSIONS, {"session": other.pk})

        assert there.client.get("/admin/").status_code == 302
        assert here.client.get("/admin/").status_code == 200

    def test_all_others_are_ended_at_once(self, cast):
        here, there = two_browsers(cast.pittsburgh_editor)

        here.client.post(SESSIONS)

        assert there.client.get("/admin/").status_code == 302
        assert here.client.get("/admin/").status_code == 200

    def test_nobody_ends_somebody_elses(self, cast):
        mine, theirs = Visitor(), Visitor("203.0.113.9")
        mine.sign_in(cast.pittsburgh_editor.username)
        theirs.sign_in(cast.washington_editor.username)
        (session,) = theirs.client.get(SESSIONS).context["sessions"]

        for chosen in (session.pk, "x", "-1"):
            mine.client.post(SESSIONS, {"session": chosen})

        assert theirs.client.get("/admin/").status_code == 200

    def test_the_account_in_the_admin_leads_there(self, visitor, cast):
        visitor.sign_in(cast.pittsburgh_editor.username)

        page = visitor.client.get("/admin/account/").content.decode()

        assert SESSIONS in page
        assert "/accounts/2fa/" in page

    def test_strangers_are_sent_to_sign_in(self, client, db):
        assert client.get(SESSIONS)["Location"].startswith("/accounts/login/")


class EventsTests:
    def test_what_happens_at_the_door_is_logged_without_passwords(self, visitor, cast, caplog):
        name = cast.pittsburgh_editor.username
        for _ in range(6):
            visitor.sign_in(name, "a wrong guess")
        here, _there = two_browsers(cast.washington_editor)
        here.set_up_app()

        said = [r.getMessage() for r in caplog.records if r.name == "uprcities.sign_in"]

        other = cast.washington_editor.username
        assert said == [
            *[f"failed: {name}"] * 4,
            f"locked: {name}",
            *[f"signed_in: {other}"] * 2,
            f"step_added: {other}",
            f"sessions_ended: {other}",
        ]
        assert "guess" not in caplog.text

    def test_what_a_stranger_typed_is_not_logged(self, visitor, db, caplog):
        visitor.sign_in("my secret password", "x")

        assert "secret" not in caplog.text
        assert not SignInEvent.objects.exists()

    def test_people_see_their_own_and_nobody_elses(self, visitor, cast):
        Visitor("203.0.113.77").sign_in(cast.washington_editor.username, "guess")
        Visitor("203.0.113.5").sign_in(cast.pittsburgh_editor.username, "guess")
        visitor.sign_in(cast.pittsburgh_editor.username)

        page = visitor.client.get(SESSIONS).content.decode()

        assert "Wrong password or code" in page
        assert "203.0.113.5" in page
        assert "203.0.113.77" not in page

    def test_they_are_forgotten_after_thirty_days(self, visitor, cast):
        visitor.sign_in(cast.pittsburgh_editor.username)
        old = SignInEvent.objects.get()
        for days, left in ((29, 1), (31, 0)):
            SignInEvent.objects.filter(pk=old.pk).update(at=timezone.now() - timedelta(days=days))

            told = StringIO()
            call_command("purge_sign_ins", stdout=told)

            assert SignInEvent.objects.count() == left
        assert "Forgot 1 events" in told.getvalue()
