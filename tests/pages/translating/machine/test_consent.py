"""What tellers said is handed to no machine unless they agreed to that, and still do."""

import pytest
from django.test import TestCase

from campaigns.collect.models import Consent
from campaigns.collect.publishable import may_go_to_a_machine
from pages.models import MachineDraft
from pages.translating.asking import begin_translation
from pages.translating.machine.allowing import why_not_sent
from pages.translating.measuring import measure_page
from tests.factories.collect import ConsentFactory, TestimonyFactory
from tests.factories.pages import FindingPageFactory, TestimonyStoryPageFactory

from ..work import locale
from .work import press, work_off


@pytest.fixture
def story(home, group):
    consent = ConsentFactory(testimony__city=home.pittsburgh["en"].place, machine_translation=True)
    return TestimonyStoryPageFactory(
        parent=home.pittsburgh["en"], testimony=consent.testimony, title="Four minutes"
    )


@pytest.fixture
def original(story, cast):
    begin_translation(story, locale("es"), cast.pittsburgh_editor)
    return measure_page(story.translation_key)


def quoting(home, *evidence, **words):
    page = FindingPageFactory(
        parent=home.pittsburgh["en"], title="Quoting", evidence=list(evidence), **words
    )
    return measure_page(page.translation_key)


class DoorTests:
    def test_silence_is_no(self, home):
        city = home.pittsburgh["en"].place
        assert not may_go_to_a_machine(None)
        assert not may_go_to_a_machine(TestimonyFactory(city=city).pk)
        assert not may_go_to_a_machine(ConsentFactory(testimony__city=city).testimony_id)

    def test_a_consent_that_ended_is_no(self, story):
        assert may_go_to_a_machine(story.testimony_id)
        Consent.objects.update(website=False)
        assert not may_go_to_a_machine(story.testimony_id)
        Consent.objects.update(website=True)
        story.testimony.consent.refresh_from_db()
        story.testimony.consent.withdraw()
        assert not may_go_to_a_machine(story.testimony_id)


class StoryTests:
    def test_with_agreement_a_story_is_drafted(self, client, cast, service, original):
        press(client, cast.translator_es, original)
        work_off()

        assert "Four minutes" in service.texts

    def test_without_it_nothing_leaves(self, client, cast, service, original):
        Consent.objects.update(machine_translation=False)

        told = press(client, cast.pittsburgh_editor, original).content.decode()
        work_off()

        assert "has not agreed to machine translation" in told
        assert not service.heard

    @pytest.mark.parametrize("change", [{"machine_translation": False}, {"website": False}])
    def test_a_no_between_asking_and_doing_counts(self, client, cast, service, original, change):
        press(client, cast.pittsburgh_editor, original)
        Consent.objects.update(**change)

        work_off()

        assert not service.heard
        assert MachineDraft.objects.get().written == 0

    def test_a_no_between_two_parcels_ends_it(self, client, cast, service, original, monkeypatch):
        monkeypatch.setattr("pages.translating.machine.services.LibreTranslate.most_texts", 1)
        press(client, cast.pittsburgh_editor, original)
        from pages.translating.machine import drafting

        real = drafting._keep

        def keep_and_withdraw(*args):
            real(*args)
            Consent.objects.update(machine_translation=False)

        monkeypatch.setattr(drafting, "_keep", keep_and_withdraw)
        work_off()

        assert len(service.heard) == 1

    def test_a_withdrawal_ends_it(self, client, cast, service, original, story):
        press(client, cast.pittsburgh_editor, original)
        with TestCase.captureOnCommitCallbacks(execute=True):
            story.testimony.consent.withdraw()

        work_off()

        assert not service.heard


class QuotingTests:
    def test_a_page_that_quotes_a_teller_needs_their_agreement(self, home, story):
        quote = ("story", {"story": story, "words": "It lasted four minutes."})
        original = quoting(home, quote)
        assert why_not_sent(original) == ""

        Consent.objects.update(machine_translation=False)

        assert "has not agreed" in why_not_sent(original)

    def test_a_quote_whose_story_is_gone_is_doubt(self, home, story):
        quote = ("story", {"story": story, "words": "It lasted four minutes."})
        original = quoting(home, quote)
        story.delete()

        assert "has not agreed" in why_not_sent(original)

    def test_a_page_that_leads_to_a_story_may_tell_it(self, home, story):
        words = f'<p>See <a linktype="page" id="{story.pk}">her story</a>.</p>'
        original = quoting(home, body=[("paragraph", {"words": words})])
        assert why_not_sent(original) == ""

        Consent.objects.update(machine_translation=False)

        assert "has not agreed" in why_not_sent(original)

    def test_what_pictures_show_is_never_sent(self, home):
        from pages.models import Original

        picture = Original(key="picture-1", kind="picture", language="en", is_public=True)

        assert "never sent" in why_not_sent(picture)


class FormTests:
    def test_the_form_asks_and_says_no_until_somebody_says_yes(self, client, cast, story):
        client.force_login(cast.pittsburgh_editor)
        form = client.get("/admin/testimony/new/").content.decode()
        assert "may be handed to a machine translation service" in form.lower()
        assert not Consent().machine_translation
        assert "Machine translation" in client.get("/admin/testimony/").content.decode()

    def test_only_what_stands_on_the_website_is_handed_over(self, story):
        consent = story.testimony.consent
        consent.website = consent.press_kit = False
        with pytest.raises(Exception, match="also stands on the website"):
            consent.full_clean()

    def test_whoever_approves_the_story_is_told(self, story):
        assert [str(name) for name, _answer in story.what_was_agreed()][-1] == (
            "May be handed to a machine translation service"
        )
