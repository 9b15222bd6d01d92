"""What a teller agreed to goes with their words and files, also when the story is deleted."""

import zipfile
from io import BytesIO

import pytest
from wagtail.models import PageViewRestriction

from pages.models import Entry, MediaKitPage
from tests.factories.collect import ConsentFactory
from tests.factories.library import DocumentFactory, ImageFactory
from tests.factories.pages import (
    FindingPageFactory,
    MediaKitPageFactory,
    NewsroomPageFactory,
    PressReleasePageFactory,
    TestimonyStoryPageFactory,
    publish,
)

WORDS = "Nobody asked about the boiler."


@pytest.fixture
def recording():
    return DocumentFactory(title="Recording", licence="cc-by-4.0")


@pytest.fixture
def face():
    image = ImageFactory(title="Face", credit="Ana Diaz", licence="cc-by-4.0")
    image.texts.create(language="en", alt="A woman at a window")
    return image


def story_with(home, face, recording, **consent):
    city = home.pittsburgh["en"]
    agreed = ConsentFactory(testimony__city=city.place, **consent)
    rich = f'<p><a linktype="document" id="{recording.pk}">Listen</a></p>'
    return TestimonyStoryPageFactory(
        parent=city,
        testimony=agreed.testimony,
        photo=face,
        body=[("paragraph", {"words": rich})],
    )


@pytest.fixture
def story(home, face, recording):
    return story_with(home, face, recording, press_kit=True)


@pytest.fixture
def newsroom(home):
    return NewsroomPageFactory(parent=home.pittsburgh["en"])


@pytest.fixture
def kit(newsroom, story, face, recording):
    return kit_with(newsroom, story, face, recording)


def kit_with(newsroom, story, face, recording):
    quote = {"story": story, "words": WORDS, "speaker": "Rosa"}
    return MediaKitPageFactory(
        parent=newsroom,
        quotes=[("quote", quote)],
        pictures=[("picture", {"picture": face, "caption": ""})],
        documents=[("document", {"title": "Recording", "file": recording})],
    )


def zipped(client, kit):
    answer = client.get(f"{Entry.objects.get(page=kit).url}kit.zip")
    packed = zipfile.ZipFile(BytesIO(b"".join(answer.streaming_content)))
    return " ".join([*packed.namelist(), *(str(packed.read(one)) for one in packed.namelist())])


def assert_nothing_of_it(client, kit, recording):
    held = zipped(client, kit)
    page = client.get(Entry.objects.get(page=kit).url).content.decode()
    for told in (held, page):
        assert WORDS not in told
        assert "face-" not in told
        assert "documents/" not in told
    assert client.get(recording.url).status_code == 404


class KitTests:
    def test_everything_is_there_while_the_teller_agrees(self, client, kit, recording):
        held = zipped(client, kit)

        assert WORDS in held
        assert "images/01-face-press.jpg" in held
        assert "documents/01-" in held
        assert client.get(recording.url).status_code == 200

    def test_nothing_is_there_after_a_withdrawal(
        self, client, kit, story, recording, django_capture_on_commit_callbacks
    ):
        with django_capture_on_commit_callbacks(execute=True):
            story.testimony.consent.withdraw()

        assert_nothing_of_it(client, kit, recording)

    def test_deleting_the_story_afterwards_brings_nothing_back(
        self, client, kit, story, recording, django_capture_on_commit_callbacks
    ):
        with django_capture_on_commit_callbacks(execute=True):
            story.testimony.consent.withdraw()
            story.delete()

        assert_nothing_of_it(client, kit, recording)

    def test_saving_the_kit_again_brings_nothing_back(self, client, kit, story, recording):
        story.testimony.consent.withdraw()
        story.delete()

        again = MediaKitPage.objects.get(pk=kit.pk)
        list(again.quotes)
        publish(again)

        assert_nothing_of_it(client, again, recording)

    def test_without_consent_for_the_press_nothing_goes_to_it(
        self, client, home, newsroom, face, recording
    ):
        story = story_with(home, face, recording, press_kit=False)
        kit = kit_with(newsroom, story, face, recording)
        held = zipped(client, kit)

        assert WORDS not in held
        assert "face-" not in held
        assert "documents/" not in held
        assert client.get(recording.url).status_code == 200  # on the website, as agreed

    def test_a_file_that_left_the_story_stays_the_tellers(
        self, client, newsroom, story, face, recording
    ):
        story.photo = None
        story.body = [("paragraph", {"words": "<p>Read it.</p>"})]
        publish(story)
        story.testimony.consent.withdraw()

        assert_nothing_of_it(client, kit_with(newsroom, story, face, recording), recording)

    def test_public_copies_of_the_picture_go_though_a_kit_names_it(
        self, kit, story, face, django_capture_on_commit_callbacks
    ):
        face.get_rendition("width-40")

        with django_capture_on_commit_callbacks(execute=True):
            story.testimony.consent.withdraw()

        assert not face.renditions.exists()

    def test_a_line_goes_with_its_deleted_finding(self, client, home, newsroom):
        finding = FindingPageFactory(parent=home.pittsburgh["en"])
        kit = MediaKitPageFactory(
            parent=newsroom, facts=[("fact", {"words": "Nine in ten.", "finding": finding})]
        )
        finding.delete()

        assert "Nine in ten." not in zipped(client, kit)

    def test_a_release_that_is_none_is_refused(self, home, newsroom):
        kit = MediaKitPageFactory(parent=newsroom)
        kit.release = FindingPageFactory(parent=home.pittsburgh["en"]).page_ptr

        with pytest.raises(Exception, match="not a press release"):
            kit.full_clean()


class ReleaseTests:
    def test_a_tellers_quote_does_not_come_back_with_the_storys_end(self, client, newsroom, story):
        quote = {"story": story, "words": WORDS, "speaker": "Rosa"}
        release = PressReleasePageFactory(parent=newsroom, quotes=[("quote", quote)])
        address = Entry.objects.get(page=release).url
        assert WORDS in client.get(address).content.decode()

        story.testimony.consent.withdraw()
        story.delete()

        assert WORDS not in client.get(address).content.decode()
        assert WORDS not in client.get(f"{address}release.txt").content.decode()


class AddressOfCityTests:
    def test_nobody_takes_the_address_of_another_city(self, home):
        profile = home.pittsburgh["ru"]
        profile.slug = "washington"

        publish(profile)
        profile.refresh_from_db()

        assert profile.slug == "pittsburgh"

    def test_a_restriction_reaches_translations_and_nobody_else(self, home, client):
        mine = FindingPageFactory(parent=home.pittsburgh["ru"], slug="same")
        theirs = FindingPageFactory(parent=home.washington["en"], slug="same")
        Entry.objects.filter(page=mine).update(tail=Entry.objects.get(page=theirs).tail)
        PageViewRestriction.objects.create(page=mine, restriction_type="login")

        assert client.get("/en/cities/washington/same/").status_code == 200

    def test_a_restriction_reaches_what_stands_below_a_translation(self, home, client):
        FindingPageFactory(parent=home.pittsburgh["es"], slug="solo")
        assert client.get("/es/cities/pittsburgh/solo/").status_code == 200

        PageViewRestriction.objects.create(page=home.pittsburgh["en"], restriction_type="login")

        assert client.get("/es/cities/pittsburgh/solo/").status_code == 404
        assert not Entry.objects.visible().filter(tail__endswith="solo/").exists()


class RangeTests:
    def test_a_range_of_five_thousand_digits_is_none(self, client, kit):
        address = f"{Entry.objects.get(page=kit).url}kit.zip"

        answer = client.get(address, headers={"Range": f"bytes={'9' * 5000}-"})

        assert answer.status_code == 200
