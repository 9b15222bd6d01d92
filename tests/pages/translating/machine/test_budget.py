"""What a group may let services read in a month: never more, and said in words that fit."""

import pytest
from django.utils import timezone

from campaigns.places.models import LocalGroup
from pages.models import MachineDraft, MachineUse
from pages.models.machine import SILENCE
from pages.translating.asking import begin_translation
from pages.translating.machine import drafting
from pages.translating.machine.budget import give_back, reserve, used_by
from pages.translating.machine.drafting import _reserve, begin, go_on
from pages.translating.machine.parcels import length_of, parcel_of
from pages.translating.measuring import measure_page
from pages.translating.sheets.opening import open_sheet

from ..work import locale
from .work import address_of, draft_now, press, stages, work_off


def allow(characters):
    LocalGroup.objects.update(machine_characters_a_month=characters)


def after_the_first(work):
    """Cuts parcels as ever; before the first is sent, another worker does its work."""
    waiting = [work]

    def cut(units, service, left):
        parcel = parcel_of(units, service, left)
        if waiting:
            waiting.pop()()
        return parcel

    return cut


class BudgetTests:
    def test_what_was_sent_is_counted(self, cast, service, sheet, group):
        draft_now(sheet, cast.translator_es)

        assert used_by(group.city) == sum(map(len, service.texts))

    def test_nothing_goes_beyond_what_a_group_may_spend(
        self, client, cast, service, sheet, original, group
    ):
        allow(60)

        draft = draft_now(sheet, cast.translator_es)

        assert service.texts
        assert used_by(group.city) == sum(map(len, service.texts)) <= 60
        assert stages(sheet).count("machine") == len(service.texts) == draft.written
        assert "None of the missing sentences fits" in draft.trouble
        client.force_login(cast.translator_es)
        told = client.get(address_of(original)).content.decode()
        assert told.count("None of the missing sentences fits") == 1

    def test_what_does_not_fit_is_said_before_and_refused(self, client, cast, service, original):
        """A small allowance is not “used up” beside “0 of 1”."""
        allow(1)
        length = sum(len(unit.source) for unit in open_sheet(original, "es").units())
        says = f"Left: 1; they have {length} characters."

        told = press(client, cast.pittsburgh_editor, original).content.decode()

        assert not MachineDraft.objects.exists()
        assert told.count(says) == 2  # as a message, and in the place of the button
        assert "used up" not in told

    def test_it_is_said_when_only_a_part_fits(self, client, cast, service, original):
        allow(60)
        client.force_login(cast.translator_es)

        told = client.get(address_of(original)).content.decode()

        assert "left this month: 60. What does not fit stays open." in told
        assert "<button" in told

    def test_what_is_used_up_is_refused(self, client, cast, service, original, group):
        reserve(group.city, 10_000)

        told = press(client, cast.translator_es, original).content.decode()

        assert "used up" in told
        assert not MachineDraft.objects.exists()

    def test_a_group_without_allowance_is_refused(self, client, cast, service, original):
        allow(0)

        told = press(client, cast.pittsburgh_editor, original).content.decode()

        assert not MachineDraft.objects.exists()
        assert "No machine translation is allowed for these pages yet." in told

    def test_what_a_dead_worker_held_counts_as_left(self, client, cast, service, sheet, original):
        """Else the last of a month could not be taken up again."""
        allow(length_of(sheet.units()))
        draft = begin(sheet, cast.translator_es)
        _reserve(draft, length_of(sheet.units()))
        MachineDraft.objects.update(heard_at=timezone.now() - SILENCE)
        client.force_login(cast.translator_es)

        assert "<button" in client.get(address_of(original)).content.decode()
        press(client, cast.translator_es, original)
        work_off()

        assert set(stages(sheet)) == {"machine"}

    def test_two_at_once_cannot_spend_the_same(self, group):
        assert reserve(group.city, 6_000)
        assert reserve(group.city, 6_000) is None
        assert used_by(group.city) == 6_000

    def test_two_workers_at_once_do_not_spend_the_same(
        self, cast, service, sheet, finding, group, monkeypatch
    ):
        """One cuts its parcel to what is left, and that is gone before it is sent."""
        [*_others, other] = begin_translation(finding, locale("zh-hans"), cast.pittsburgh_editor)
        chinese = open_sheet(measure_page(other.translation_key), "zh-hans")
        allow(length_of(sheet.units()) + 5)
        first, second = (begin(one, cast.pittsburgh_editor) for one in (sheet, chinese))
        quicker = after_the_first(lambda: go_on(second.pk, second.run))
        monkeypatch.setattr(drafting, "parcel_of", quicker)

        go_on(first.pk, first.run)

        sent = sum(map(len, service.texts))
        assert 0 < sent == used_by(group.city) <= length_of(sheet.units()) + 5
        assert all(MachineDraft.objects.values_list("finished_at", flat=True))

    def test_months_and_cities_are_counted_apart(self, group, home, settings):
        settings.MACHINE_CHARACTERS_A_MONTH_FOR_THE_ALLIANCE = 100
        MachineUse.objects.create(city=group.city, month="2020-01-01", characters=10_000)

        assert reserve(group.city, 10_000)
        assert reserve(None, 100)
        assert reserve(None, 1) is None
        assert reserve(home.washington["en"].place, 1) is None

    @pytest.mark.parametrize(("status", "body", "is_counted"), [(500, None, 0), (200, b"{}", 1)])
    def test_what_the_service_did_not_do_is_given_back(
        self, cast, service, sheet, group, status, body, is_counted
    ):
        service.status, service.body = status, body

        draft = draft_now(sheet, cast.translator_es)

        assert "Nothing was changed" in draft.trouble
        assert bool(used_by(group.city)) == is_counted
        assert set(stages(sheet)) == {"missing"}

    def test_more_is_never_given_back_than_was_taken(self, group):
        use = reserve(group.city, 10)
        give_back(use, 50)

        assert used_by(group.city) == 0
