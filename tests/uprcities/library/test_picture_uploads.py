"""A picture loses everything but its pixels, by every way in."""

import json
import re
from contextlib import suppress
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.urls import reverse
from PIL import Image as Picture
from wagtail.models import Collection, UploadedFile

from tests.uprcities.library import samples
from uprcities.library.models import Image

pytestmark = pytest.mark.django_db


def add_one(editor, file, **fields):
    return editor.post(reverse("wagtailimages:add"), {"title": "", "file": file, **fields})


def add_many(editor, file, **fields):
    fields = {"title": file.name.rpartition(".")[0], **fields}
    response = editor.post(reverse("wagtailimages:add_multiple"), {"files[]": file, **fields})
    return json.loads(response.content)


def add_in_chooser(editor, file, **fields):
    fields = {f"image-chooser-upload-{name}": value for name, value in fields.items()}
    return editor.post(
        reverse("wagtailimages_chooser:create"),
        {"image-chooser-upload-title": "", "image-chooser-upload-file": file, **fields},
    )


def add_by_hand(editor, file, **fields):
    Image.objects.create(file=ContentFile(file.read(), name=file.name), **fields)


def add_in_bulk(editor, file):
    Image.objects.bulk_create([Image(title="", file=ContentFile(file.read(), name=file.name))])


def add_through_the_file(editor, file):
    image = Image(title="")
    image.file.save(file.name, ContentFile(file.read()), save=False)
    image.save()


WAYS_IN = [add_one, add_many, add_in_chooser, add_by_hand, add_in_bulk, add_through_the_file]


@pytest.mark.parametrize("way_in", WAYS_IN)
class EveryWayInTests:
    @pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
    def test_nothing_but_pixels_is_stored(self, way_in, kind, editor, upload, stored):
        data = samples.photo(kind)
        assert b"Maria Perez" in data

        way_in(editor, upload(data, f"maria-perez.{kind.lower()}", f"image/{kind.lower()}"))
        Image.objects.get().get_rendition("width-100|format-jpeg")

        assert len(stored()) >= 2
        for name, content in stored().items():
            assert "maria" not in name
            for secret in samples.SECRETS:
                assert secret not in content, (name, secret)
            if re.search("jpe?g|png|webp|avif", name):
                assert not Picture.open(BytesIO(content)).getexif()

    def test_the_picture_stands_upright(self, way_in, editor, upload):
        way_in(editor, upload(samples.photo("JPEG", orientation=6)))

        image = Image.objects.get()
        with image.file.open() as file:
            picture = Picture.open(file)
            assert picture.size == (80, 120)
            red, _, blue = picture.convert("RGB").getpixel((40, 10))
            assert red > 200 > 50 > blue
        image.refresh_from_db()
        assert (image.width, image.height) == (80, 120)

    def test_the_title_does_not_come_from_the_file(self, way_in, editor, upload):
        way_in(editor, upload(samples.photo(), "maria-perez.jpg"))

        assert "maria" not in Image.objects.get().title.lower()

    def test_a_broken_picture_leaves_nothing(self, way_in, editor, upload, stored):
        with suppress(ValidationError):  # code is told by an exception, a person by the form
            way_in(editor, upload(samples.photo()[:700]))

        assert not Image.objects.exists()
        assert not stored()


class RowTests:
    @pytest.mark.parametrize("way_in", [add_one, add_many, add_by_hand, add_through_the_file])
    def test_the_row_tells_what_is_stored(self, way_in, editor, upload, stored):
        way_in(editor, upload(samples.photo()))

        image = Image.objects.get()
        [content] = stored().values()
        assert image.file_size == len(content)
        assert image.colour.startswith("#")
        assert re.fullmatch(r"originals/[0-9a-f]{2}/[0-9a-f]{32}\.jpg", image.file.name)

    def test_two_uploads_of_one_file_get_different_names(self, editor, upload):
        add_one(editor, upload(samples.photo()))
        add_one(editor, upload(samples.photo()))

        first, second = Image.objects.all()
        assert first.file.name != second.file.name
        assert first.file_hash == second.file_hash

    def test_originals_are_private_and_have_no_address(self, editor, upload, settings):
        add_one(editor, upload(samples.photo()))

        image = Image.objects.get()
        assert image.file.path.startswith(str(settings.PRIVATE_ROOT))
        with pytest.raises(NotImplementedError):
            image.file.url  # noqa: B018
        rendition = image.get_rendition("width-50")
        assert rendition.file.path.startswith(str(settings.MEDIA_ROOT))
        assert re.fullmatch(r"/media/pictures/[0-9a-f]{2}/[0-9a-f]{32}\.jpg", rendition.url)

    def test_the_original_size_never_becomes_public(self):
        data = samples.encoded("JPEG", (3000, 1000))
        image = Image.objects.create(file=ContentFile(data, name="x.jpg"))

        assert image.get_rendition("original").width == 2400

    def test_editors_see_the_size_of_the_original(self, editor):
        data = samples.encoded("JPEG", (3000, 1000))
        image = Image.objects.create(file=ContentFile(data, name="x.jpg"), licence="cc0")

        page = editor.get(reverse("wagtailimages:edit", args=[image.pk])).content.decode()

        assert "3000 × 1000" in page
        assert "Yes, its license allows it" in page

    def test_a_new_file_takes_the_old_one_and_its_sizes_away(
        self, stored, django_capture_on_commit_callbacks
    ):
        image = Image.objects.create(file=ContentFile(samples.photo(), name="x.jpg"))
        image.get_rendition("width-50")
        before = set(stored())

        with django_capture_on_commit_callbacks(execute=True):
            image.file = ContentFile(samples.encoded("PNG"), name="y.png")
            image.save()

        assert not before & set(stored())
        assert len(stored()) == 1
        assert not image.renditions.exists()

    def test_a_title_given_by_a_person_stays(self, editor, upload):
        add_one(editor, upload(samples.photo(), "council-vote.jpg"), title="Council vote")

        assert Image.objects.get().title == "Council vote"


class FormatTests:
    @pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
    def test_without_a_colour_profile_the_notes_go_too(self, kind, editor, upload, stored):
        data = samples.encoded(kind, exif=samples.photo_exif())
        assert b"Maria Perez" in data

        add_one(editor, upload(data, f"a.{kind.lower()}"))

        [content] = stored().values()
        assert b"Maria" not in content

    def test_a_phone_s_heic_becomes_an_upright_jpeg(self, editor, upload, stored):
        heic = samples.encoded("HEIF", exif=samples.photo_exif(6))
        assert b"Maria Perez" in heic

        add_one(editor, upload(heic, "IMG_0001.HEIC", "image/heic"))

        image = Image.objects.get()
        assert image.file.name.endswith(".jpg")
        assert (image.width, image.height) == (80, 120)
        [content] = stored().values()
        assert content[:3] == b"\xff\xd8\xff"
        assert b"Maria" not in content

    def test_transparency_stays(self, editor, upload):
        data = samples.encoded("PNG", mode="RGBA")
        add_one(editor, upload(data, "logo.png", "image/png"))

        with Image.objects.get().file.open() as file:
            assert Picture.open(file).mode == "RGBA"

    def test_other_colour_spaces_become_srgb(self, editor, upload):
        add_one(editor, upload(samples.encoded("JPEG", mode="CMYK")))

        with Image.objects.get().file.open() as file:
            picture = Picture.open(file)
            assert (picture.mode, "icc_profile" in picture.info) == ("RGB", False)

    @pytest.mark.parametrize("mode", ["1", "L", "P", "LA", "I;16", "RGB", "RGBA"])
    def test_every_png_is_read(self, mode, upload, editor):
        output = BytesIO()
        Picture.new(mode, (20, 20)).save(output, "PNG")

        add_one(editor, upload(output.getvalue(), "x.png", "image/png"))

        assert Image.objects.count() == 1


REFUSED = [
    (b'<svg xmlns="http://www.w3.org/2000/svg"/>', "logo.svg", "SVG drawings can carry"),
    (b'<?xml version="1.0"?><svg/>', "logo.png", "SVG drawings can carry"),
    (samples.moving("GIF"), "wave.gif", "Moving pictures"),
    (samples.moving("WEBP"), "wave.webp", "Moving pictures"),
    (samples.moving("PNG"), "wave.png", "Moving pictures"),
    (samples.encoded("PNG"), "a.jpg", "what is inside is something else"),
    (samples.encoded("JPEG"), "a.html", "Not a supported image format"),
    (samples.encoded("TIFF"), "a.jpg", "could not read this picture"),
    (b"<html><script>alert(1)</script>", "a.jpg", "could not read this picture"),
    (samples.png_that_claims(50_000, 50_000), "bomb.png", "This picture is too large"),
    (samples.png_that_claims(8_000, 8_000), "bomb.png", "This picture is too large"),
    (samples.png_that_claims(30_000, 10), "strip.png", "This picture is too large"),
    (samples.png_that_claims(4_000, 4_000), "short.png", "could not read this picture"),
    (b"", "empty.jpg", "The submitted file is empty"),
]


@pytest.mark.parametrize(("data", "name", "words"), REFUSED)
class RefusalTests:
    def test_one_upload_says_why(self, data, name, words, editor, upload, stored):
        response = add_one(editor, upload(data, name))

        assert words in response.content.decode()
        assert not stored()

    def test_the_page_for_many_says_why(self, data, name, words, editor, upload, stored):
        answer = add_many(editor, upload(data, name))

        assert not answer["success"]
        assert words in answer["error_message"]
        assert not stored()
        assert not UploadedFile.objects.exists()

    def test_the_chooser_says_why(self, data, name, words, editor, upload, stored):
        response = add_in_chooser(editor, upload(data, name))

        assert words in json.loads(response.content)["htmlFragment"]
        assert not stored()


class BombTests:
    def test_no_pixel_of_a_bomb_is_decoded(self, editor, upload, monkeypatch):
        decoded = []
        load = Picture.Image.load
        monkeypatch.setattr(
            Picture.Image, "load", lambda self, *args: decoded.append(self) or load(self, *args)
        )

        add_one(editor, upload(samples.png_that_claims(50_000, 50_000), "bomb.png"))
        with pytest.raises(ValidationError):
            Image.objects.create(
                file=ContentFile(samples.png_that_claims(9_000, 9_000), name="b.png")
            )

        assert decoded == []

    def test_too_many_bytes_are_refused(self, editor, upload, settings):
        settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE = 1000

        assert b"too big" in add_one(editor, upload(samples.photo())).content


class ParkedUploadTests:
    @pytest.mark.parametrize(
        "wrong", [{"collection": "999999"}, {"collection": "x"}, {"collection": ""}]
    )
    def test_a_wrong_field_never_parks_the_raw_file(self, wrong, editor, upload, stored):
        Collection.get_first_root_node().add_child(name="Pittsburgh")

        answer = add_many(editor, upload(samples.photo(), "maria-perez.jpg"), **wrong)

        assert not UploadedFile.objects.exists()
        assert all(b"Maria" not in content for content in stored().values())
        assert answer["success"] is False

    def test_a_file_name_that_is_no_title_does_no_harm(self, editor, upload):
        for title in ("x" * 300, "a\0b"):
            assert add_many(editor, upload(samples.photo()), title=title)["success"]

        titles = {image.title for image in Image.objects.all()}
        assert titles == {"Untitled picture", "Untitled picture 2"}

    @pytest.mark.parametrize("name", ["a\\x00b.jpg", "a\\x01.jpg", "\u202egpj.exe.jpg"])
    def test_a_strange_file_name_is_no_server_error(self, name, editor):
        name = name.encode().replace(b"\\x00", b"\0").replace(b"\\x01", b"\1")
        body = (
            b'--b\r\nContent-Disposition: form-data; name="title"\r\n\r\nA\r\n'
            b'--b\r\nContent-Disposition: form-data; name="file"; filename="' + name + b'"\r\n'
            b"Content-Type: image/jpeg\r\n\r\n" + samples.photo() + b"\r\n--b--\r\n"
        )

        response = editor.post(
            reverse("wagtailimages:add"), body, content_type="multipart/form-data; boundary=b"
        )

        assert response.status_code in (200, 302)
        assert all(ord(letter) > 31 for image in Image.objects.all() for letter in image.file.name)
