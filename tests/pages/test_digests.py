"""The morning’s reminder: how much waits, where, in the person’s language, and never what."""

import re
import smtplib
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext
from wagtail.users.models import UserProfile

from campaigns.places.models import Role
from pages.digests import claim
from pages.management.commands import send_digests
from pages.translating.measuring import measure_page
from tests.factories.accounts import UserFactory
from tests.factories.collect import ConsentFactory
from tests.factories.library import ImageFactory
from tests.factories.pages import FindingPageFactory
from tests.factories.places import MembershipFactory
from uprcities.accounts.models import Reminder

pytestmark = pytest.mark.django_db
#: Eight in the morning in New York.
MORNING = datetime(2027, 3, 1, 13, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def mail_server(settings):
    settings.EMAIL_HOST = "mail.example.org"


@pytest.fixture
def due(home):
    """A teller of Pittsburgh has to be asked again."""
    return ConsentFactory(
        testimony__city=home.pittsburgh_group.city,
        testimony__reference="PGH-CANARY-1",
        given_on=MORNING.date() - timedelta(days=500),
    )


def send_at(moment, **options):
    with time_machine.travel(moment, tick=False):
        call_command("send_digests", **options)


def speak(user, language):
    UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": language})


class SendingTests:
    def test_who_has_something_waiting_is_told_how_much_and_where(
        self, cast, due, home, mailoutbox
    ):
        send_at(MORNING)

        mail = next(mail for mail in mailoutbox if mail.to == [cast.pittsburgh_editor.email])
        assert mail.subject == "UPR Cities: 1 thing waits for you"
        assert "Consents to renew: 1" in mail.body
        assert f"{home.pittsburgh_group.city.name}: 1" in mail.body
        assert "/admin/" in mail.body
        assert cast.washington_editor.email not in {to for mail in mailoutbox for to in mail.to}

    def test_no_title_name_or_reference_stands_in_it(self, cast, due, home, mailoutbox):
        picture = ImageFactory(collection=home.pittsburgh_group.collection, title="Zanzibar")
        FindingPageFactory(
            parent=home.pittsburgh["en"],
            title="Zanzibar",
            picture=picture,
            status="promised",
            status_on=MORNING.date() - timedelta(days=200),
        )

        send_at(MORNING)

        told = "".join(mail.subject + mail.body for mail in mailoutbox)
        assert "Promises to ask about: 1" in told
        assert "Zanzibar" not in told
        assert "CANARY" not in told
        assert cast.pittsburgh_editor.username not in told

    def test_it_is_written_in_their_language(self, cast, home, mailoutbox):
        measure_page(FindingPageFactory(parent=home.pittsburgh["en"]).translation_key)
        speak(cast.translator_es, "es")
        with translation.override("es"):
            words = gettext("To translate")
        assert words != "To translate"

        send_at(MORNING)

        told = {mail.to[0]: mail.body for mail in mailoutbox}
        assert words in told[cast.translator_es.email]
        assert words not in told[cast.pittsburgh_editor.email]

    def test_nothing_is_sent_when_nothing_waits(self, home, mailoutbox):
        person = MembershipFactory(local_group=home.washington_group, role=Role.WRITER).user

        send_at(MORNING)

        assert person.email not in {to for mail in mailoutbox for to in mail.to}

    @pytest.mark.parametrize("hour", [0, 4, 17])
    def test_it_waits_for_the_morning(self, due, mailoutbox, hour):
        send_at(MORNING.replace(hour=hour))

        assert mailoutbox == []

    def test_nothing_is_sent_from_a_site_without_mail(self, due, mailoutbox, settings):
        settings.EMAIL_HOST = ""

        send_at(MORNING)

        assert not Reminder.objects.exists()


class OnceTests:
    @pytest.fixture
    def only_editor(self, cast):
        """Everybody else has turned reminders off."""
        others = type(cast.admin).objects.exclude(pk=cast.pittsburgh_editor.pk)
        others.update(wants_reminders=False)
        return cast.pittsburgh_editor

    def test_a_day_at_most(self, only_editor, due, home, mailoutbox):
        send_at(MORNING)
        ConsentFactory(testimony__city=home.pittsburgh_group.city, given_on=due.given_on)
        send_at(MORNING + timedelta(minutes=1))

        assert len(mailoutbox) == 1

    def test_the_next_day_only_what_changed(self, only_editor, due, home, mailoutbox):
        send_at(MORNING)
        send_at(MORNING + timedelta(days=1))
        assert len(mailoutbox) == 1

        ConsentFactory(testimony__city=home.pittsburgh_group.city, given_on=due.given_on)
        send_at(MORNING + timedelta(days=2))
        assert len(mailoutbox) == 2

    def test_after_a_week_what_still_waits(self, only_editor, due, mailoutbox):
        for day in range(8):
            send_at(MORNING + timedelta(days=day))

        assert len(mailoutbox) == 2

    def test_whoever_is_killed_half_way_sends_nothing_twice(
        self, only_editor, due, mailoutbox, monkeypatch
    ):
        def killed(user, today):
            raise KeyboardInterrupt

        monkeypatch.setattr(send_digests, "remind", killed)
        with pytest.raises(KeyboardInterrupt):
            send_at(MORNING)
        monkeypatch.undo()

        send_at(MORNING + timedelta(minutes=1))
        assert mailoutbox == []

        send_at(MORNING + timedelta(days=1))
        assert len(mailoutbox) == 1

    def test_two_clocks_do_not_take_the_same_person(self, cast):
        today = MORNING.date()

        assert claim(cast.admin, today)
        assert not claim(cast.admin, today)

    def test_one_address_that_fails_stops_no_other(
        self, cast, due, home, mailoutbox, monkeypatch, caplog
    ):
        second = MembershipFactory(local_group=home.pittsburgh_group, role=Role.EDITOR).user
        send = send_digests.remind

        def fail_first(user, today):
            if user == cast.pittsburgh_editor:
                raise smtplib.SMTPRecipientsRefused({user.email: (550, b"no such box")})
            return send(user, today)

        monkeypatch.setattr(send_digests, "remind", fail_first)
        with pytest.raises(CommandError, match="1 reminder could"):
            send_at(MORNING)

        assert [second.email] in [mail.to for mail in mailoutbox]
        assert cast.pittsburgh_editor.email not in caplog.text


class OffSwitchTests:
    @pytest.fixture
    def link(self, cast, due, mailoutbox):
        send_at(MORNING)
        mail = next(mail for mail in mailoutbox if mail.to == [cast.pittsburgh_editor.email])
        assert mail.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
        [address] = re.findall(r"<https?://[^/]+(/[^>]+)>", mail.extra_headers["List-Unsubscribe"])
        assert address in mail.body
        return address

    def wants(self, user):
        return type(user).objects.get(pk=user.pk).wants_reminders

    def test_the_link_asks_before_it_ends_anything(self, client, cast, link):
        page = client.get(link)

        assert "No more reminders?" in page.content.decode()
        assert self.wants(cast.pittsburgh_editor)

    def test_one_click_ends_them_without_signing_in(self, cast, link):
        browser = Client(enforce_csrf_checks=True)

        answer = browser.post(link, {"List-Unsubscribe": "One-Click"})

        assert answer.status_code == 200
        assert not self.wants(cast.pittsburgh_editor)
        assert self.wants(cast.washington_editor)

    def test_who_turned_them_off_gets_none(self, client, cast, link, mailoutbox):
        client.post(link)
        mailoutbox.clear()

        send_at(MORNING + timedelta(days=30))

        assert [cast.pittsburgh_editor.email] not in [mail.to for mail in mailoutbox]

    def test_a_made_up_link_opens_nothing(self, client, db):
        assert client.get(reverse("end_reminders", args=["MQ:made:up"])).status_code == 404

    def test_the_switch_stands_in_the_account(self, client, cast):
        client.force_login(cast.pittsburgh_editor)
        page = client.get(reverse("wagtailadmin_account")).content.decode()
        assert 'name="reminders-wants_reminders"' in page

        sent = {
            "name_email-email": cast.pittsburgh_editor.email,
            "locale-preferred_language": "en",
            "locale-current_time_zone": "America/New_York",
            "theme-theme": "system",
            "theme-contrast": "system",
            "theme-density": "default",
            "theme-keyboard_shortcuts": "on",
        }
        client.post(reverse("wagtailadmin_account"), sent)
        assert not self.wants(cast.pittsburgh_editor)

    def test_accounts_that_are_closed_get_none(self, due, home, mailoutbox):
        gone = UserFactory(is_active=False)
        MembershipFactory(user=gone, local_group=home.pittsburgh_group)

        send_at(MORNING)

        assert [gone.email] not in [mail.to for mail in mailoutbox]
