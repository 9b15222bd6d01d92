"""A machine drafts what is missing: into the draft, in parcels, within what the group may spend."""

import pytest
from django.test import TestCase
from django.utils import timezone

from campaigns.places.models import Role
from pages.models import Entry, MachineDraft
from pages.models.machine import SILENCE
from pages.translating.machine import drafting, translators
from pages.translating.machine.budget import used_by
from pages.translating.machine.drafting import StoppedError, begin, go_on
from tests.factories.places import MembershipFactory

from ..work import edit_address, reword, send_in_editor
from .work import address_of, draft_now, press, stages, work_off


class WholeChainTests:
    def test_the_button_puts_it_into_the_queue_and_the_worker_does_it(
        self, client, cast, service, original, sheet, draft
    ):
        answer = press(client, cast.translator_es, original)

        assert answer.redirect_chain[-1][0] == edit_address(draft)
        assert not service.heard  # the click waits for nobody
        assert "A machine is drafting" in answer.content.decode()
        work_off()
        assert set(stages(sheet)) == {"machine"}
        assert sheet.units()[0].target == "MT Tenants face judges alone"
        assert "Nine in ten have no lawyer." in service.texts
        draft.refresh_from_db()
        assert not draft.live
        assert not Entry.objects.filter(page=draft).exists()
        told = client.get(address_of(original)).content.decode()
        assert "Please check each" in told

    def test_only_what_is_missing_is_sent_and_written(self, cast, service, sheet):
        first, *others = sheet.units()
        sheet.write({first.key: "Solos ante el juez"}, cast.translator_es)

        draft_now(sheet, cast.translator_es)

        assert first.source not in service.texts
        assert sheet.units()[0].target == "Solos ante el juez"
        assert len(service.texts) == len(others)

    def test_what_somebody_writes_meanwhile_stays(self, cast, service, sheet, monkeypatch):
        first, real = sheet.units()[0], drafting.suggest

        def suggest_while_somebody_writes(*args):
            sheet.write({first.key: "Mío"}, cast.translator_es)
            return real(*args)

        monkeypatch.setattr(drafting, "suggest", suggest_while_somebody_writes)
        draft_now(sheet, cast.translator_es)

        assert first.source in service.texts
        assert sheet.units()[0].target == "Mío"

    def test_sentences_travel_in_parcels(self, cast, service, sheet, monkeypatch):
        monkeypatch.setattr(translators.LibreTranslate, "most_texts", 2)

        draft = draft_now(sheet, cast.translator_es)

        assert [len(sent["q"]) for _path, _headers, sent in service.heard][:2] == [2, 2]
        assert draft.written == draft.sentences == len(service.texts)

    def test_a_sentence_that_lost_its_tags_is_left_open(self, cast, service, sheet):
        service.turn = lambda text: "<script>x</script>" if "Nine" in text else f"MT {text}"

        draft = draft_now(sheet, cast.translator_es)

        [left] = [unit for unit in sheet.units() if unit.stage == "missing"]
        assert left.source == "Nine in ten have no lawyer."
        assert draft.refused == 1

    def test_plain_words_are_kept_escaped(self, cast, service, sheet):
        service.turn = lambda text: "Pan & té < 5"

        draft_now(sheet, cast.translator_es)

        assert sheet.units()[0].target == "Pan &amp; té &lt; 5"

    def test_nobody_drafts_and_publishes_in_one_click(self, client, cast, service, original, draft):
        client.force_login(cast.pittsburgh_editor)
        with TestCase.captureOnCommitCallbacks(execute=True):
            client.post(address_of(original), {"action": "publish", "publish": "1"})
        work_off()

        draft.refresh_from_db()
        assert not draft.live
        assert not draft.revisions.filter(approved_go_live_at__isnull=False).exists()


class DoorTests:
    def test_a_draft_is_never_sent(self, client, cast, service, original, finding):
        finding.unpublish()

        told = press(client, cast.pittsburgh_editor, original).content.decode()
        work_off()

        assert "Only what readers can see already" in told
        assert not service.heard

    def test_what_is_taken_down_while_it_waits_is_not_sent(
        self, client, cast, service, original, finding
    ):
        press(client, cast.pittsburgh_editor, original)
        finding.unpublish()

        work_off()

        assert not service.heard
        assert "Only what readers can see" in MachineDraft.objects.get().trouble

    def test_words_that_readers_do_not_know_yet_are_left_out(self, cast, service, sheet, finding):
        """A source that knows more than the page: as after a version that was taken back."""
        segment = sheet.translation.source.stringsegment_set.filter(
            string__data="Hearings are short."
        ).get()
        type(segment.string).objects.filter(pk=segment.string_id).update(data="A secret plan.")

        draft = draft_now(sheet, cast.translator_es)

        assert "A secret plan." not in service.texts
        assert "cannot see yet" in draft.trouble

    def test_without_a_service_nothing_is_offered(self, client, cast, settings, original, draft):
        settings.MACHINE_TRANSLATION = {}

        told = press(client, cast.pittsburgh_editor, original).content.decode()

        assert "No machine drafts into this language" in told
        assert "machine-drafts-title" not in client.get(edit_address(draft)).content.decode()


class RightsTests:
    def test_only_whoever_may_write_the_words(self, client, cast, home, service, original):
        french = MembershipFactory(
            local_group=home.pittsburgh_group, role=Role.TRANSLATOR, language="fr"
        ).user
        for user in (cast.washington_editor, french):
            client.force_login(user)
            for method in (client.get, client.post):
                assert method(address_of(original)).status_code in (302, 403, 404)
        client.logout()
        assert client.post(address_of(original)).status_code == 302
        assert not MachineDraft.objects.exists()

    def test_not_in_a_group_that_rests(self, client, cast, group, service, original):
        client.force_login(cast.pittsburgh_editor)
        group.suspended_on = timezone.now()
        group.save()

        assert client.post(address_of(original)).status_code in (302, 403, 404)
        assert not MachineDraft.objects.exists()

    def test_a_right_that_ends_while_it_waits_ends_the_work(self, client, cast, service, original):
        press(client, cast.translator_es, original)
        cast.translator_es.memberships.all().delete()

        work_off()

        assert not service.heard

    def test_an_address_of_no_draft_is_none(self, client, cast, service, original):
        client.force_login(cast.admin)

        assert client.post(address_of(original, "fr")).status_code == 404
        assert client.post(address_of(original, "tlh")).status_code == 404


class KilledWorkerTests:
    def test_it_goes_on_where_it_stopped_and_counts_once(
        self, client, cast, service, original, sheet, group, monkeypatch
    ):
        monkeypatch.setattr(translators.LibreTranslate, "most_texts", 2)
        draft = begin(sheet, cast.translator_es)
        self.die_at_second_parcel(draft, service)
        assert stages(sheet).count("machine") == 2
        client.force_login(cast.translator_es)
        assert "stopped on the way" not in client.get(address_of(original)).content.decode()
        MachineDraft.objects.update(heard_at=timezone.now() - SILENCE)
        assert "stopped on the way" in client.get(address_of(original)).content.decode()

        press(client, cast.translator_es, original)
        work_off()

        assert set(stages(sheet)) == {"machine"}
        assert used_by(group.city) == sum(len(unit.source) for unit in sheet.units())

    def die_at_second_parcel(self, draft, service):
        def die(*args):
            raise KeyboardInterrupt

        with pytest.MonkeyPatch.context() as patch:
            real = drafting.suggest
            patch.setattr(
                drafting, "suggest", lambda *args: die() if service.heard else real(*args)
            )
            with pytest.raises(KeyboardInterrupt):
                go_on(draft.pk, draft.run)

    def test_a_second_click_while_it_runs_begins_nothing(self, cast, service, sheet):
        assert begin(sheet, cast.translator_es)
        assert begin(sheet, cast.translator_es) is None

    def test_a_worker_that_was_given_up_writes_nothing_more(self, cast, service, sheet):
        draft = begin(sheet, cast.translator_es)
        MachineDraft.objects.update(run=draft.run + 1)

        go_on(draft.pk, draft.run)

        assert not service.heard


def test_nothing_may_be_begun_by_somebody_who_may_not_write(cast, service, sheet):
    with pytest.raises(StoppedError):
        begin(sheet, cast.washington_editor)


def test_a_corrected_original_keeps_its_old_words_out_of_a_machine_s_hands(
    client, cast, service, sheet, finding, draft
):
    """A sentence that is behind is somebody’s work: only what is missing is drafted."""
    draft_now(sheet, cast.translator_es)
    service.heard.clear()
    with TestCase.captureOnCommitCallbacks(execute=True):
        reword(finding, "Nine in ten", "Eight in ten")

    draft_now(sheet, cast.translator_es)

    assert not service.heard
    send_in_editor(client, cast.pittsburgh_editor, draft)
