"""The original said something else when a sentence was translated."""

import re

import pytest
from wagtail_localize.models import StringTranslation

from pages.models import EarlierWording, Entry, Original
from pages.models.made import EARLIER
from pages.models.translated import sentences_left

from ..work import publish_in_editor, reword, translation_of
from .hands import Desk, block


class BehindTests:
    @pytest.fixture
    def desk(self, client, cast, finding, spanish):
        reword(finding, "Nine in ten have", "Eight in ten have")
        return Desk(client, cast.translator_es, finding)

    def test_the_translator_sees_what_was_changed_word_by_word(self, desk):
        one = block(desk.read(), "in ten have no lawyer.")

        assert re.search(r"<ins>.*?</span>Eight</ins>", one)
        assert re.search(r"<del>.*?</span>Nine</del>", one)
        assert "ES Nine in ten have no lawyer.</textarea>" in one

    def test_still_right_is_one_press(self, desk, client, cast, spanish, finding):
        desk.send("Eight in ten", "confirm")

        assert sentences_left(translation_of(spanish)) == (0, 0)
        assert not EarlierWording.objects.exists()
        publish_in_editor(client, cast.pittsburgh_editor, spanish)
        assert not Entry.objects.get(page=spanish).is_behind(Entry.objects.get(page=finding))

    def test_mending_it_is_enough_too(self, desk):
        desk.send("Eight in ten", words="ES Eight in ten have no lawyer.")

        assert not StringTranslation.objects.filter(translation_type=EARLIER).exists()

    def test_what_is_published_stays_meanwhile(self, desk):
        page = desk.client.get("/es/cities/pittsburgh/alone/").content.decode()

        assert "ES Nine in ten have no lawyer." in page

    def test_a_comma_after_a_real_change_does_not_hide_it(self, desk, finding, spanish):
        reword(finding, "Eight in ten have", "Eight in ten, have", is_small_correction=True)

        assert Entry.objects.get(page=spanish).is_behind(Entry.objects.get(page=finding))
        assert sentences_left(translation_of(spanish)) == (0, 1)

    def test_a_small_correction_asks_nobody(self, client, cast, finding, spanish):
        desk = Desk(client, cast.translator_es, finding)
        reword(finding, "Hearings are", "The hearings are", is_small_correction=True)

        state = Original.objects.get(pk=desk.original.pk).states.get(language="es")
        assert state.strings_behind == 0
        assert "Older than the original" not in block(desk.read(), "The hearings are")
