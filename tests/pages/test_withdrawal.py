"""Silence is not consent, and a withdrawal reaches every page in every language at once."""

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import Page

from campaigns.collect.models import Consent
from campaigns.collect.news import consent_withdrawn, surfaces_of
from pages.models import Entry, TestimonyStoryPage
from pages.models.telling import ConsentMissingError
from tests.factories.collect import ConsentFactory, TestimonyFactory
from tests.factories.library import ImageFactory
from tests.factories.pages import FindingPageFactory, TestimonyStoryPageFactory, publish, translate

CANARY = "Zanzibarine"


@pytest.fixture
def story(home):
    """A story of Pittsburgh in English and Spanish, live in both."""
    page = TestimonyStoryPageFactory(
        parent=home.pittsburgh["en"], title=f"{CANARY} heat", photo=ImageFactory()
    )
    translate(page, "es", title=f"{CANARY} calor")
    return page


def address(story, language="en"):
    return f"/{language}/cities/pittsburgh/{story.slug}/"


def withdraw_behind_our_back(story):
    """As a restored backup or another program would: nobody is told."""
    Consent.objects.filter(testimony=story.testimony_id).update(withdrawn_on=timezone.now())


def seen():
    return Entry.objects.visible().filter(title__contains=CANARY)


class DoorTests:
    @pytest.mark.parametrize("language", ["en", "es"])
    def test_a_consented_story_is_read(self, client, story, language):
        assert client.get(address(story, language)).status_code == 200

    @pytest.mark.parametrize("language", ["en", "es"])
    def test_a_withdrawal_that_nobody_heard_of_still_answers_410(self, client, story, language):
        withdraw_behind_our_back(story)

        answer = client.get(address(story, language))

        assert Page.objects.get(pk=story.pk).live
        assert answer.status_code == 410
        assert CANARY not in answer.content.decode()
        assert not seen().exists()

    def test_silence_is_not_consent(self, client, story):
        Consent.objects.filter(testimony=story.testimony_id).delete()

        assert client.get(address(story)).status_code == 404
        assert not seen().exists()

    @pytest.mark.parametrize(
        ("change", "status"),
        [
            ({"website": False}, 410),
            ({"given_on": None}, 404),
            ({"given_on": timezone.datetime(2999, 1, 1).date()}, 404),
        ],
    )
    def test_anything_less_than_a_yes_is_no(self, client, story, change, status):
        Consent.objects.filter(testimony=story.testimony_id).update(**change)

        assert client.get(address(story)).status_code == status
        assert client.get(address(story, "es")).status_code == status
        assert not seen().exists()

    def test_listings_do_not_name_it(self, client, story, home):
        withdraw_behind_our_back(story)

        for url in ["/en/", "/es/", "/en/cities/pittsburgh/", "/es/cities/pittsburgh/"]:
            assert CANARY not in client.get(url).content.decode()


class TakingDownTests:
    @pytest.fixture
    def withdrawn(self, story, django_capture_on_commit_callbacks):
        with django_capture_on_commit_callbacks(execute=True):
            story.testimony.consent.withdraw()
        return story

    def test_every_language_goes_down(self, client, withdrawn):
        assert not TestimonyStoryPage.objects.filter(live=True).exists()
        assert not Entry.objects.filter(title__contains=CANARY).exists()
        assert client.get(address(withdrawn)).status_code == 410
        assert client.get(address(withdrawn, "es")).status_code == 410

    def test_a_schedule_is_dropped(self, story, django_capture_on_commit_callbacks):
        revision = story.save_revision()
        revision.approved_go_live_at = timezone.now()
        revision.save()

        with django_capture_on_commit_callbacks(execute=True):
            story.testimony.consent.withdraw()

        assert not story.revisions.filter(approved_go_live_at__isnull=False).exists()

    def test_copies_of_its_picture_are_deleted(self, story, django_capture_on_commit_callbacks):
        copy = story.photo.get_rendition("width-20")
        storage, name = copy.file.storage, copy.file.name

        with django_capture_on_commit_callbacks(execute=True):
            story.testimony.consent.withdraw()

        assert not story.photo.renditions.exists()
        assert not storage.exists(name)

    def test_copies_of_a_picture_among_its_words_are_deleted(
        self, home, django_capture_on_commit_callbacks
    ):
        picture = ImageFactory()
        body = [("picture", {"picture": picture, "caption": ""})]
        story = TestimonyStoryPageFactory(parent=home.pittsburgh["en"], body=body)
        picture.get_rendition("width-20")

        with django_capture_on_commit_callbacks(execute=True):
            story.testimony.consent.withdraw()

        assert not picture.renditions.exists()

    def test_a_picture_that_another_page_shows_stays(
        self, story, home, django_capture_on_commit_callbacks
    ):
        FindingPageFactory(parent=home.pittsburgh["en"], picture=story.photo)
        story.photo.get_rendition("width-20")

        with django_capture_on_commit_callbacks(execute=True):
            story.testimony.consent.withdraw()

        assert story.photo.renditions.exists()

    def test_a_second_time_does_no_harm(self, withdrawn):
        consent_withdrawn.send(sender=Consent, testimony_id=withdrawn.testimony_id)

        assert not TestimonyStoryPage.objects.filter(live=True).exists()

    def test_one_who_fails_does_not_stop_the_others(
        self, story, django_capture_on_commit_callbacks
    ):
        def fails(**kwargs):
            raise OSError("the kit’s disk is full")

        consent_withdrawn.connect(fails, weak=False)
        try:
            with django_capture_on_commit_callbacks(execute=True):
                story.testimony.consent.withdraw()
        finally:
            consent_withdrawn.disconnect(fails)

        assert not TestimonyStoryPage.objects.filter(live=True).exists()

    def test_what_a_failure_left_up_is_cleared_later(self, story, home, capsys):
        kept = TestimonyStoryPageFactory(parent=home.pittsburgh["en"])
        withdraw_behind_our_back(story)

        call_command("clear_withdrawn")

        assert list(TestimonyStoryPage.objects.filter(live=True)) == [kept]
        assert "1 testimony cleared." in capsys.readouterr().out

    def test_it_is_told_beforehand_what_goes(self, story, home):
        evidence = [("story", {"story": story, "words": "It was cold."})]
        FindingPageFactory(parent=home.pittsburgh["en"], title="Cold homes", evidence=evidence)

        told = {(surface.title, surface.language) for surface in surfaces_of(story.testimony_id)}

        assert told == {
            (f"{CANARY} heat", "en"),
            (f"{CANARY} calor", "es"),
            ("Cold homes", "en"),
        }

    def test_a_page_takes_one_line_with_all_its_languages(self, client, cast, story, home):
        evidence = [("story", {"story": story, "words": "It was cold."})]
        finding = FindingPageFactory(
            parent=home.pittsburgh["en"], title="Cold homes", evidence=evidence
        )
        client.force_login(cast.pittsburgh_editor)

        page = client.get(f"/admin/testimony/{story.testimony_id}/withdraw/").content.decode()

        goes, stays = page.split("They stay")
        assert goes.count(f"{CANARY} heat") == 1
        assert f"{CANARY} calor" not in goes
        assert f'<a href="{address(story, "es")}" lang="es" dir="auto">español</a>' in goes
        assert finding.title in stays


class PublishingTests:
    @pytest.fixture
    def draft(self, home):
        record = TestimonyFactory(city=home.pittsburgh_group.city)
        return TestimonyStoryPageFactory(parent=home.pittsburgh["en"], live=False, testimony=record)

    def test_a_story_without_consent_begins_as_a_draft(self, home):
        record = TestimonyFactory(city=home.pittsburgh_group.city)

        story = TestimonyStoryPageFactory(parent=home.pittsburgh["en"], testimony=record)

        assert not Page.objects.get(pk=story.pk).live

    def test_no_way_of_publishing_gets_around_consent(self, draft):
        with pytest.raises(ConsentMissingError):
            publish(draft)
        draft.live = True
        with pytest.raises(ConsentMissingError):
            draft.save()

        assert not Page.objects.get(pk=draft.pk).live

    def test_a_schedule_that_comes_due_without_consent_is_dropped(self, draft):
        revision = draft.save_revision()
        revision.approved_go_live_at = timezone.now()
        revision.save()

        revision.publish()

        revision.refresh_from_db()
        assert revision.approved_go_live_at is None
        assert not Page.objects.get(pk=draft.pk).live

    def test_a_story_rests_on_its_own_citys_testimony(self, home, draft):
        theirs = ConsentFactory(testimony__city=home.washington_group.city).testimony
        draft.testimony = theirs

        with pytest.raises(ValidationError, match="Another city heard this testimony"):
            draft.save()

    def test_a_story_does_not_move_to_another_city(self, home, draft):
        assert not draft.can_move_to(home.washington["en"])
