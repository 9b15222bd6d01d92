"""Templates get pictures as plain values, at a flat cost, and never a failure."""

from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse

from tests.uprcities.library import samples
from uprcities.library.models import Image, ImageText, Rendition
from uprcities.library.pictures import (
    FORMATS,
    MADE_PER_REQUEST,
    first_marked,
    make_all_sizes,
    picture_for,
    pictures_for,
)

pytestmark = pytest.mark.django_db


def make_image(size=(1200, 900), alt="A vote"):
    data = samples.encoded("JPEG", size)
    image = Image.objects.create(title="Vote", file=ContentFile(data, name="a.jpg"))
    ImageText.objects.create(image=image, language="en", alt=alt)
    return image


class PictureTests:
    def test_each_format_is_offered_with_jpeg_for_the_rest(self):
        image = make_image()
        make_all_sizes(image)

        picture = picture_for(image, "wide", "en")

        assert [source.type for source in picture.sources] == ["image/avif", "image/webp"]
        assert picture.srcset.count(".jpg ") == 2
        assert picture.srcset.endswith("960w")
        assert (picture.width, picture.height) == (960, 640)
        assert picture.colour == image.colour

    def test_no_size_is_wider_than_the_original(self):
        picture = picture_for(make_image((300, 200)), "own", "en")

        assert picture.width == 300
        assert picture.srcset.count("w") == 1
        assert Rendition.objects.count() == len(FORMATS)

    def test_the_words_carry_their_own_language(self):
        image = make_image()
        ImageText.objects.create(image=image, language="ar", alt="", caption="تصويت")

        picture = picture_for(image, "wide", "ar")

        assert (picture.alt, picture.lang, picture.dir) == ("A vote", "en", "ltr")
        assert (picture.caption, picture.caption_lang, picture.caption_dir) == (
            "تصويت",
            "ar",
            "rtl",
        )

    def test_words_in_a_language_the_site_gave_up_are_still_shown(self):
        image = make_image(alt="")
        ImageText.objects.create(image=image, language="xx", alt="Vot")

        picture = picture_for(image, "wide", "fr")

        assert (picture.alt, picture.lang, picture.dir) == ("Vot", "xx", "auto")

    def test_words_given_where_the_picture_is_used_win(self):
        image = make_image()
        image.contextual_alt_text = "La votación"
        decoration = Image.objects.get()
        decoration.decorative = True

        first, second = pictures_for([(image, "wide"), (decoration, "wide")], "es")

        assert (first.alt, first.lang, second.alt) == ("La votación", "es", "")

    def test_only_the_first_picture_is_first(self):
        image = make_image()

        shown = first_marked(pictures_for([(None, "wide"), (image, "wide"), (image, "wide")], "en"))

        assert [picture and picture.is_first for picture in shown] == [None, True, False]


class CostTests:
    def test_many_pictures_cost_as_many_queries_as_one(self, django_assert_num_queries):
        for _ in range(6):
            make_all_sizes(make_image((1000, 700)), ["wide"])
        images = list(Image.objects.all())

        for some in (images[:1], images):
            fresh = list(Image.objects.filter(pk__in=[image.pk for image in some]))
            with django_assert_num_queries(2):
                assert all(pictures_for([(image, "wide") for image in fresh], "en"))

    def test_one_request_makes_only_some_of_what_is_missing(self):
        images = [make_image((1000, 700)) for _ in range(4)]

        shown = pictures_for([(image, "wide") for image in images], "en")

        assert Rendition.objects.count() == MADE_PER_REQUEST
        assert all(shown)

    def test_the_rest_comes_with_later_requests(self):
        image = make_image()
        for _ in range(3):
            picture_for(image, "wide", "en")

        assert make_all_sizes(image, ["wide"]) == 0


class DamageTests:
    @pytest.mark.parametrize(
        "damage", [Path.unlink, lambda path: path.write_bytes(b"\xff\xd8\xff")]
    )
    def test_a_lost_or_broken_original_is_no_picture(self, damage):
        whole, broken = make_image(), make_image()
        damage(Path(broken.file.path))

        first, second = pictures_for([(whole, "wide"), (broken, "wide")], "en")

        assert first is not None
        assert second is None

    @pytest.mark.parametrize(
        "damage", [Path.unlink, lambda path: path.write_bytes(b"\xff\xd8\xff")]
    )
    def test_editors_still_see_their_pages(self, damage, editor):
        image = make_image()
        damage(Path(image.file.path))

        for address in (
            reverse("wagtailimages:index"),
            reverse("wagtailimages:edit", args=[image.pk]),
            reverse("wagtailimages_chooser:choose"),
            reverse("wagtailimages_chooser:chosen", args=[image.pk]),
        ):
            assert editor.get(address).status_code == 200

    def test_what_was_made_before_is_still_shown(self):
        image = make_image()
        make_all_sizes(image, ["wide"])
        Path(image.file.path).unlink()

        assert picture_for(image, "wide", "en") is not None

    def test_the_slower_of_two_makers_leaves_no_file(self, stored, monkeypatch):
        image = make_image()
        first = image.get_rendition("width-100")
        before = set(stored())
        monkeypatch.setattr(type(image.renditions.all()), "first", lambda self: None)

        again = image.create_rendition(first.filter)

        assert again.pk == first.pk
        assert set(stored()) == before
