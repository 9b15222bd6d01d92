"""The kit that a journalist downloads: what the page promises, and nothing that was taken back."""

import csv
import hashlib
import io
import json
import zipfile

import pytest
from PIL import Image as Pixels

from campaigns.clamor.models import BuildState, KitBuild
from pages.models import Entry
from pages.tasks import pack_kits
from tests.factories.collect import ConsentFactory
from tests.factories.library import DocumentFactory, ImageFactory
from tests.factories.pages import (
    FindingPageFactory,
    MediaKitPageFactory,
    NewsroomPageFactory,
    PressReleasePageFactory,
    TestimonyStoryPageFactory,
    publish,
    translate,
)

CONTACT = {
    "name": "=Press desk",
    "role": "Press officer",
    "phone": "+1 412-555-0100",
    "email": "press@example.org",
    "languages": "English",
    "time_zone": "America/New_York",
    "hours": "9 to 17",
}


@pytest.fixture
def newsroom(home):
    return NewsroomPageFactory(
        parent=home.pittsburgh["en"],
        contacts=[("contact", CONTACT)],
        boilerplate_short="Volunteers of Pittsburgh.",
    )


@pytest.fixture
def story(home):
    consent = ConsentFactory(testimony__city=home.pittsburgh["en"].place, press_kit=True)
    return TestimonyStoryPageFactory(
        parent=home.pittsburgh["en"], testimony=consent.testimony, words_language="es"
    )


@pytest.fixture
def picture():
    image = ImageFactory(title="Rivers", credit="=Ana Diaz", licence="cc-by-4.0")
    image.texts.create(language="en", alt="Three rivers", caption="Where the rivers meet")
    return image


@pytest.fixture
def kit(newsroom, story, picture):
    city = newsroom.get_parent().specific
    finding = FindingPageFactory(parent=city, title="Nine in ten have no lawyer")
    release = PressReleasePageFactory(parent=newsroom)
    quote = {
        "story": story,
        "words": "Nobody asked.",
        "original": "Nadie preguntó.",
        "speaker": "Rosa",
    }
    return MediaKitPageFactory(
        parent=newsroom,
        slug="kit",
        title="Kit of Pittsburgh",
        release=release.page_ptr,
        facts=[("fact", {"words": "Nine in ten.", "finding": finding})],
        quotes=[("quote", quote)],
        pictures=[("picture", {"picture": picture, "caption": ""})],
    )


def download(client, page, **headers):
    answer = client.get(f"{Entry.objects.get(page=page).url}kit.zip", **headers)
    return answer, b"".join(answer.streaming_content) if answer.streaming else answer.content


def opened(client, page):
    answer, body = download(client, page)
    assert answer.status_code == 200
    return zipfile.ZipFile(io.BytesIO(body))


class KitZipTests:
    def test_it_holds_what_the_page_promises(self, client, kit):
        packed = opened(client, kit)

        assert packed.testzip() is None
        assert set(packed.namelist()) == {
            "README.txt",
            "release-en.txt",
            "factsheet-en.txt",
            "captions-en.txt",
            "credits.csv",
            "LICENCES.txt",
            "images/01-rivers-press.jpg",
            "images/01-rivers-web.jpg",
            "manifest.json",
        }
        facts = packed.read("factsheet-en.txt").decode()
        assert "Nine in ten." in facts
        assert "Nadie preguntó." in facts
        assert "Volunteers of Pittsburgh." in facts

    def test_its_manifest_has_the_sum_of_every_member(self, client, kit):
        packed = opened(client, kit)
        manifest = json.loads(packed.read("manifest.json"))

        assert manifest["made_at"]
        assert {member["name"] for member in manifest["members"]} == set(packed.namelist()) - {
            "manifest.json"
        }
        for member in manifest["members"]:
            body = packed.read(member["name"])
            assert member["sha256"] == hashlib.sha256(body).hexdigest()
            assert member["size"] == len(body)

    def test_credit_and_licence_are_written_into_the_pictures(self, client, kit):
        picture = Pixels.open(opened(client, kit).open("images/01-rivers-press.jpg"))

        assert b"Ana Diaz" in picture.info["xmp"]
        assert b"creativecommons.org/licenses/by/4.0" in picture.info["xmp"]
        assert b"Three rivers" in picture.info["xmp"]

    def test_no_cell_of_its_table_runs_as_a_formula(self, client, kit):
        rows = list(csv.reader(io.StringIO(opened(client, kit).read("credits.csv").decode())))

        assert rows[1][3] == "'=Ana Diaz"

    def test_it_is_the_same_to_the_byte_when_nothing_changed(self, client, kit):
        _answer, first = download(client, kit)
        KitBuild.objects.get().drop_file()

        _answer, second = download(client, kit)

        assert first == second

    def test_it_changes_when_a_member_changes(self, client, kit, picture):
        answer, _body = download(client, kit)
        picture.credit = "Ben Ode"
        picture.save()

        again, body = download(client, kit)

        assert again["ETag"] != answer["ETag"]
        assert b"Ben Ode" in zipfile.ZipFile(io.BytesIO(body)).read("captions-en.txt")

    def test_words_of_another_script_are_kept(self, client, kit, newsroom):
        for page in (newsroom, kit):
            translate(page, "ar", title="ملف صحفي لبيتسبرغ")

        arabic = Entry.objects.get(language="ar", kind="kit")
        packed = opened(client, arabic.page)

        assert "ملف صحفي لبيتسبرغ" in packed.read("README.txt").decode()
        assert all(name.isascii() for name in packed.namelist())

    def test_documents_are_packed_under_a_plain_name(self, client, kit):
        document = DocumentFactory(title="Informe sobre desalojos", licence="cc-by-4.0")
        kit.documents = [("document", {"title": "Informe", "file": document})]
        publish(kit)

        names = [name for name in opened(client, kit).namelist() if name.startswith("documents/")]

        assert len(names) == 1
        assert names[0].isascii()


class WhatThePressMayHaveTests:
    def test_a_document_whose_licence_says_nothing_of_the_press_stays_out(self, client, kit):
        for licence in ("", "all-rights-permission"):
            file = DocumentFactory(licence=licence)
            kit.documents.append(("document", {"title": "Minutes", "file": file}))
        publish(kit)

        assert "documents/" not in " ".join(opened(client, kit).namelist())

    def test_a_quote_leaves_when_its_teller_takes_it_back(
        self, client, kit, story, django_capture_on_commit_callbacks
    ):
        download(client, kit)
        stored = KitBuild.objects.get().file
        with django_capture_on_commit_callbacks(execute=True):
            story.testimony.consent.withdraw()

        assert not stored.storage.exists(stored.name)
        packed = opened(client, kit)
        assert all(b"Nobody asked." not in packed.read(name) for name in packed.namelist())

    def test_a_withdrawal_that_nobody_heard_of_still_empties_the_next_download(
        self, client, kit, story
    ):
        download(client, kit)
        type(story.testimony.consent).objects.update(press_kit=False)

        assert b"Nobody asked." not in opened(client, kit).read("factsheet-en.txt")

    def test_a_picture_without_a_licence_for_the_press_stays_out(self, client, kit, picture):
        picture.licence = ""
        picture.save()

        assert not [name for name in opened(client, kit).namelist() if "images/" in name]
        assert (
            client.get(f"{Entry.objects.get(page=kit).url}pictures/01-rivers-press.jpg").status_code
            == 404
        )

    def test_a_picture_of_a_story_needs_the_consent_of_its_teller(
        self, client, kit, story, picture
    ):
        story.photo = picture
        publish(story)
        assert [name for name in opened(client, kit).namelist() if "images/" in name]

        type(story.testimony.consent).objects.update(press_kit=False)

        assert not [name for name in opened(client, kit).namelist() if "images/" in name]

    def test_the_page_shows_no_more_than_the_kit(self, client, kit, story):
        address = Entry.objects.get(page=kit).url
        assert "Nobody asked." in client.get(address).content.decode()

        type(story.testimony.consent).objects.update(press_kit=False)

        assert "Nobody asked." not in client.get(address).content.decode()

    def test_a_kit_that_is_not_public_gives_no_zip(self, client, kit):
        address = Entry.objects.get(page=kit).url
        kit.unpublish()

        assert client.get(f"{address}kit.zip").status_code == 410


class DownloadTests:
    def test_it_says_its_length_and_answers_a_part(self, client, kit):
        answer, whole = download(client, kit)
        part, body = download(client, kit, headers={"range": "bytes=10-19"})

        assert int(answer["Content-Length"]) == len(whole)
        assert answer["Accept-Ranges"] == "bytes"
        assert part.status_code == 206
        assert body == whole[10:20]

    def test_a_part_beyond_its_end_is_refused(self, client, kit):
        answer, _body = download(client, kit, headers={"range": "bytes=999999999-"})

        assert answer.status_code == 416

    def test_it_does_not_hold_the_zip_in_memory(self, client, kit):
        answer, _body = download(client, kit)

        assert answer.streaming

    def test_a_picture_that_is_gone_is_a_clear_answer_and_kept_for_the_editor(
        self, client, kit, picture
    ):
        picture.file.storage.delete(picture.file.name)

        answer, _body = download(client, kit)

        assert answer.status_code == 503
        assert answer["Retry-After"]
        assert KitBuild.objects.get().state == BuildState.FAILED
        assert KitBuild.objects.get().error


class PackingInTheBackgroundTests:
    def test_it_is_packed_after_a_member_is_published(
        self, client, kit, django_capture_on_commit_callbacks
    ):
        from django_tasks_db.models import DBTaskResult

        with django_capture_on_commit_callbacks(execute=True):
            publish(kit)

        assert DBTaskResult.objects.filter(task_path=pack_kits.module_path).count() == 1
        pack_kits.call([kit.pk])
        assert KitBuild.objects.get(page=kit).state == BuildState.READY

    def test_the_same_work_waits_only_once(self, kit, django_capture_on_commit_callbacks):
        from django_tasks_db.models import DBTaskResult

        for _time in range(3):
            with django_capture_on_commit_callbacks(execute=True):
                publish(kit)

        assert DBTaskResult.objects.filter(task_path=pack_kits.module_path).count() == 1
