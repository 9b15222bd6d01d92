"""A document loses the traces of its makers, and is handed out only once it is published."""

import json
import re
import uuid
import zipfile
from io import BytesIO

import pikepdf
import pytest
from django.contrib.auth.models import Group, Permission
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.urls import reverse
from wagtail.models import (
    Collection,
    CollectionViewRestriction,
    GroupCollectionPermission,
    UploadedFile,
)

from tests.uprcities.library import papers
from uprcities.library import publication
from uprcities.library.models import Document

pytestmark = pytest.mark.django_db


def add_one(editor, file):
    return editor.post(reverse("wagtaildocs:add"), {"title": "", "file": file})


def add_many(editor, file):
    fields = {"title": file.name, "files[]": file}
    return editor.post(reverse("wagtaildocs:add_multiple"), fields)


def add_in_chooser(editor, file):
    fields = {"document-chooser-upload-title": "", "document-chooser-upload-file": file}
    return editor.post(reverse("wagtaildocs_chooser:create"), fields)


def add_by_hand(editor, file):
    Document.objects.create(file=ContentFile(file.read(), name=file.name))


WAYS_IN = [add_one, add_many, add_in_chooser, add_by_hand]
KEPT = [
    ("pdf", papers.pdf()),
    ("docx", papers.docx()),
    ("odt", papers.odt()),
    ("xlsx", papers.xlsx()),
]


@pytest.fixture
def paper():
    return Document.objects.create(
        title="Informe sobre policía / 报告", file=ContentFile(papers.pdf(), name="maria.pdf")
    )


@pytest.fixture
def published(paper, monkeypatch):
    monkeypatch.setattr(publication, "_checkers", [lambda document: document.pk == paper.pk])
    return paper


@pytest.fixture
def group():
    return Group.objects.create(name="Pittsburgh")


class CleaningTests:
    @pytest.mark.parametrize("way_in", WAYS_IN)
    @pytest.mark.parametrize(("kind", "data"), KEPT)
    def test_no_trace_is_stored_by_any_way_in(self, way_in, kind, data, editor, upload, stored):
        way_in(editor, upload(data, f"maria-perez.{kind}", "application/octet-stream"))

        document = Document.objects.get()
        assert "maria" not in f"{document.title} {document.file.name}".lower()
        assert re.fullmatch(rf"documents/[0-9a-f]{{2}}/[0-9a-f]{{32}}\.{kind}", document.file.name)
        [content] = stored().values()
        assert document.file_size == len(content)
        assert b"Maria" not in unpacked(kind, content)
        assert b"Exif" not in unpacked(kind, content)

    def test_a_pdf_still_shows_its_pages_and_pictures(self, paper):
        with paper.file.open() as file, pikepdf.open(file) as kept:
            [page] = kept.pages
            assert page.images["/Im0"].read_raw_bytes().startswith(b"\xff\xd8\xff")
            assert "/OpenAction" not in kept.Root
            assert not kept.attachments

    def test_the_text_of_a_paper_stays(self, editor, upload, stored):
        add_one(editor, upload(papers.docx(), "a.docx"))

        [content] = stored().values()
        kept = zipfile.ZipFile(BytesIO(content))
        assert b"We ask the city." in kept.read("word/document.xml")
        assert b"00AB12CD" not in kept.read("word/document.xml")
        assert kept.testzip() is None

    def test_an_opendocument_begins_with_its_kind(self, editor, upload, stored):
        add_one(editor, upload(papers.odt(), "a.odt"))

        [content] = stored().values()
        assert content[30:38] == b"mimetype"

    @pytest.mark.parametrize("name", ["words.txt", "table.csv"])
    def test_plain_text_is_kept_as_it_is(self, name, editor, upload, stored):
        add_one(editor, upload("Nosotros, 我们\n".encode(), name))

        assert list(stored().values()) == ["Nosotros, 我们\n".encode()]


MACRO = {"word/vbaProject.bin": "x"}
REFUSED = [
    ("a.html", b"<html>", "cannot keep files of this kind"),
    ("a.svg", b"<svg/>", "cannot keep files of this kind"),
    ("a.exe", b"MZ", "cannot keep files of this kind"),
    ("a.zip", papers.archive(x="y"), "cannot keep files of this kind"),
    ("a.docm", papers.docx(**MACRO), "cannot keep files of this kind"),
    ("none", b"x", "cannot keep files of this kind"),
    ("a.pdf", b"<html>", "could not read this PDF"),
    ("a.pdf", papers.pdf(comment=True), "This PDF still has comments"),
    ("a.docx", b"PK nothing", "could not read this file"),
    ("a.docx", papers.odt(), "could not read this file"),
    ("a.docx", papers.docx(**MACRO), "contains macros"),
    ("a.docx", papers.docx(**{"word/embeddings/oleObject1.bin": "x"}), "contains macros"),
    ("a.docx", papers.docx('<w:ins w:author="Maria Perez"/>'), "comments or tracked changes"),
    (
        "a.docx",
        papers.docx(**{"word/comments.xml": "<w:comment >x"}),
        "comments or tracked changes",
    ),
    ("a.docx", papers.docx(**{"../evil.xml": "x"}), "contains macros"),
    ("a.odt", papers.odt(**{"Basic/Standard/Module1.xml": "x"}), "contains macros"),
    ("a.odt", papers.odt("<office:annotation >x"), "comments or tracked changes"),
    ("a.xlsx", papers.xlsx(**{"xl/threadedComments/a.xml": "<threadedComment >"}), "comments or"),
    ("a.txt", b"<!DOCTYPE html><script>", "is a web page"),
    ("a.txt", b"\xff\xfe\x00", "not plain text"),
    ("a.vtt", b"00:01 --> 00:02", "starts with the word WEBVTT"),
    ("a.mp3", b"<html>", "could not read this recording"),
    ("a.mp4", b"#EXTM3U\nhttp://127.0.0.1/x", "could not read this recording"),
    ("a.wav", b"RIFF", "could not read this recording"),
]


@pytest.mark.parametrize(("name", "data", "words"), REFUSED)
class RefusalTests:
    def test_every_page_says_why_and_nothing_is_kept(
        self, name, data, words, editor, upload, stored
    ):
        one = add_one(editor, upload(data, name)).content.decode()
        many = json.loads(add_many(editor, upload(data, name)).content)
        chosen = json.loads(add_in_chooser(editor, upload(data, name)).content)
        with pytest.raises(ValidationError, match=words):
            add_by_hand(editor, upload(data, name))

        assert words in one
        assert words in many["error_message"]
        assert words in chosen["htmlFragment"]
        assert not stored()
        assert not UploadedFile.objects.exists()


class RecordingTests:
    @pytest.mark.parametrize("kind", ["mp3", "m4a", "ogg", "wav", "mp4", "webm"])
    def test_tags_and_places_go(self, kind, editor, upload, stored, tmp_path):
        data = papers.recording(kind, tmp_path)
        assert b"Maria Perez" in data

        add_one(editor, upload(data, f"maria.{kind}"))

        [content] = stored().values()
        assert papers.seconds_of_sound(content) == pytest.approx(1, abs=0.1)
        assert b"Maria" not in content
        assert b"38.9" not in content

    def test_a_film_held_upright_stays_upright(self, editor, upload, stored, tmp_path):
        data = papers.held_upright(papers.recording("mp4", tmp_path))

        add_one(editor, upload(data, "maria.mp4"))

        [content] = stored().values()
        assert papers.UPRIGHT in content

    def test_a_recording_that_takes_too_long_is_refused(self, editor, upload, stored, monkeypatch):
        monkeypatch.setattr("uprcities.library.cleaning.recording.LONGEST_WORK", 0)

        response = add_one(editor, upload(b"ID3", "maria.mp3"))

        assert "could not read this recording" in response.content.decode()
        assert not stored()


class AddressTests:
    def test_the_address_is_a_token_and_a_plain_name(self, paper):
        assert paper.url == f"/documents/{paper.token}/informe-sobre-policia-baogao.pdf"
        assert paper.token.version == 4

    def test_nothing_answers_to_a_number(self, client, published):
        response = client.get(f"/documents/{published.pk}/{published.filename}")

        assert response.status_code == 404

    def test_a_stranger_gets_a_published_document(self, client, published):
        response = client.get(published.url)

        assert response.status_code == 200
        assert b"".join(response.streaming_content).startswith(b"%PDF")
        assert response["Content-Type"] == "application/pdf"
        assert response["Content-Disposition"] == (
            'attachment; filename="informe-sobre-policia-baogao.pdf"'
        )
        assert response["X-Content-Type-Options"] == "nosniff"
        assert response["Content-Security-Policy"].startswith("default-src 'none'")
        assert not response.cookies

    def test_a_stranger_gets_nothing_else(self, client, paper):
        unknown = client.get(f"/documents/{uuid.uuid4()}/a.pdf")
        unpublished = client.get(paper.url)

        assert (unknown.status_code, unpublished.status_code) == (404, 404)
        assert unknown.content == unpublished.content

    def test_a_closed_collection_keeps_a_published_document_in(self, client, published):
        CollectionViewRestriction.objects.create(
            collection=published.collection, restriction_type="login"
        )

        assert client.get(published.url).status_code == 404

    def test_an_editor_reads_drafts_of_their_own_collection_alone(
        self, client, paper, django_user_model, group
    ):
        user = django_user_model.objects.create_user("ana", password="x")
        client.force_login(user)
        assert client.get(paper.url).status_code == 404

        user.groups.add(group)
        own = Collection.get_first_root_node().add_child(name="Pittsburgh")
        GroupCollectionPermission.objects.create(
            group=group,
            collection=own,
            permission=Permission.objects.get(
                codename="change_document", content_type__app_label="library"
            ),
        )
        assert client.get(paper.url).status_code == 404

        paper.collection = own
        paper.save()
        response = client.get(paper.url)
        assert response.status_code == 200
        assert response["Cache-Control"] == "private, no-store"

    def test_an_old_name_leads_to_the_new_one(self, client, published):
        response = client.get(f"/documents/{published.token}/older-name.pdf")

        assert response["Location"] == published.url

    def test_a_lost_file_is_not_found(self, client, published):
        published.file.storage.delete(published.file.name)

        assert client.get(published.url).status_code == 404


class RangeTests:
    @pytest.fixture
    def words(self, monkeypatch):
        monkeypatch.setattr(publication, "_checkers", [lambda document: True])
        return Document.objects.create(title="A", file=ContentFile(b"0123456789", name="a.txt"))

    @pytest.mark.parametrize(
        ("asked", "status", "body"),
        [
            ("bytes=0-3", 206, b"0123"),
            ("bytes=4-", 206, b"456789"),
            ("bytes=-3", 206, b"789"),
            ("bytes=5-99", 206, b"56789"),
            ("bytes=10-", 416, b""),
            ("bytes=5-2", 416, b""),
            ("bytes=-", 200, b"0123456789"),
            ("lines=0-3", 200, b"0123456789"),
            ("bytes=0-1,3-4", 200, b"0123456789"),
        ],
    )
    def test_a_part_is_sent(self, asked, status, body, client, words):
        response = client.get(words.url, headers={"range": asked})

        assert response.status_code == status
        assert response.getvalue() == body
        assert response["Accept-Ranges"] == "bytes"
        if status == 206:
            assert response["Content-Length"] == str(len(body))

    def test_a_changed_file_is_sent_whole(self, client, words):
        headers = {"range": "bytes=0-3", "if-range": '"older"'}

        assert client.get(words.url, headers=headers).status_code == 200

    def test_an_unchanged_file_is_not_sent_again(self, client, words):
        etag = client.get(words.url)["ETag"]

        assert client.get(words.url, headers={"if-none-match": etag}).status_code == 304

    def test_head_tells_the_length_alone(self, client, words):
        response = client.head(words.url)

        assert (response["Content-Length"], response.getvalue()) == ("10", b"")


def unpacked(kind, content):
    """All bytes of a paper, its packed parts unpacked."""
    if kind == "pdf":
        with pikepdf.open(BytesIO(content)) as kept:
            streams = [
                item.read_raw_bytes() for item in kept.objects if isinstance(item, pikepdf.Stream)
            ]
        return content + b"".join(streams)
    kept = zipfile.ZipFile(BytesIO(content))
    return b"".join(kept.read(name) for name in kept.namelist())
