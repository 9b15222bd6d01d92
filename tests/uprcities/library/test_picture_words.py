"""Editors give a picture its words in every language; readers get them in theirs."""

import json

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse

from tests.uprcities.library import samples
from uprcities.library.licences import LICENCES, NOT_STATED, licence_for
from uprcities.library.models import Image, ImageText

pytestmark = pytest.mark.django_db


@pytest.fixture
def image():
    return Image.objects.create(
        title="Vote", file=ContentFile(samples.encoded("JPEG"), name="a.jpg")
    )


def give(image, **texts):
    for language, (alt, caption) in texts.items():
        ImageText.objects.create(image=image, language=language, alt=alt, caption=caption)
    return image


class FormTests:
    def test_one_upload_takes_words_in_several_languages(self, editor, upload):
        editor.post(
            reverse("wagtailimages:add"),
            {
                "title": "Vote",
                "file": upload(samples.photo()),
                "licence": "cc-by-4.0",
                "alt_es": "Dos personas ante el ayuntamiento",
                "alt_ar": "شخصان أمام مبنى البلدية",
                "caption_zh-hans": "两个人站在市政厅前",
            },
        )

        image = Image.objects.get()
        assert {text.language: text.alt for text in image.texts.all()} == {
            "es": "Dos personas ante el ayuntamiento",
            "ar": "شخصان أمام مبنى البلدية",
            "zh-hans": "",
        }

    def test_the_page_for_many_takes_them_afterwards(self, editor, upload):
        answer = json.loads(
            editor.post(
                reverse("wagtailimages:add_multiple"), {"files[]": upload(samples.photo())}
            ).content
        )
        pk = answer["image_id"]

        editor.post(
            reverse("wagtailimages:edit_multiple", args=[pk]),
            {f"image-{pk}-title": "Vote", f"image-{pk}-alt_fr": "Un vote"},
        )

        assert Image.objects.get().text_for("fr").alt == "Un vote"

    def test_editing_shows_changes_and_drops_words(self, editor, image):
        give(image, en=("A vote", "The vote of May"), es=("Una votación", ""))
        address = reverse("wagtailimages:edit", args=[image.pk])

        assert b"The vote of May" in editor.get(address).content
        editor.post(address, {"title": "Vote", "alt_en": "A vote by hand", "caption_en": ""})

        assert [(text.language, text.alt) for text in image.texts.all()] == [
            ("en", "A vote by hand")
        ]

    def test_every_word_is_found_in_search(self, editor, image):
        address = reverse("wagtailimages:edit", args=[image.pk])
        editor.post(address, {"title": "Vote", "alt_es": "Una votación a mano alzada"})

        response = editor.get(reverse("wagtailimages:index_results"), {"q": "alzada"})

        assert address in response.content.decode()

    def test_the_file_name_is_not_copied_into_the_title(self, editor):
        assert (
            b"w-sync" not in editor.get(reverse("wagtailimages:add")).content.partition(b"<form")[2]
        )


class ReadingTests:
    def test_a_reader_gets_their_own_language(self, image):
        give(image, en=("A vote", "May"), es=("Una votación", "Mayo"))

        words = image.text_for("es")

        assert (words.alt, words.language, words.caption) == ("Una votación", "es", "Mayo")

    def test_a_missing_word_comes_from_another_and_says_so(self, image):
        give(image, en=("A vote", "May"), es=("Una votación", ""))

        words = image.text_for("es")

        assert (words.alt, words.language) == ("Una votación", "es")
        assert (words.caption, words.caption_language) == ("May", "en")

    def test_without_the_first_language_any_other_is_better_than_none(self, image):
        give(image, ar=("تصويت", ""))

        assert (image.text_for("fr").alt, image.text_for("fr").language) == ("تصويت", "ar")

    def test_a_picture_without_words_has_none(self, image):
        assert image.text_for("fr").alt == ""
        assert image.default_alt_text == ""


class LicenceTests:
    def test_only_what_the_owner_allowed_goes_to_the_press(self):
        allowed = {code for code, licence in LICENCES.items() if licence.allows_press}

        assert allowed == {"cc-by-4.0", "cc-by-sa-4.0", "cc0", "public-domain", "press-only"}

    @pytest.mark.parametrize("code", ["", "unheard-of"])
    def test_what_nobody_stated_allows_nothing(self, code):
        assert licence_for(code) is NOT_STATED
        assert not licence_for(code).allows_press
