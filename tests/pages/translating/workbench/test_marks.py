"""Links, emphasis and official titles in a sentence."""

import re

import pytest
from django.core.management import call_command
from wagtail_localize.models import SegmentOverride

from pages.translating.asking import begin_translation
from tests.factories.pages import FindingPageFactory

from ..work import locale
from .hands import Desk, block


class MarksTests:
    @pytest.fixture
    def desk(self, client, cast, home):
        words = '<p>See <b>what</b> <a href="https://un.org">the UN</a> asked.</p>'
        page = FindingPageFactory(
            parent=home.pittsburgh["en"], body=[("paragraph", {"words": words})]
        )
        begin_translation(page, locale("es"))
        return Desk(client, cast.translator_es, page)

    def test_volunteers_see_no_html_beside_their_field(self, desk):
        one = block(desk.read(), "asked.")

        assert 'See <b>what</b> <span class="bench-link">the UN</span> asked.' in one
        assert 'data-link="a1" data-text="the UN"' in one

    def test_links_and_emphasis_are_kept(self, desk):
        words = 'Vea <b>qué</b> pidió <a id="a1">la ONU</a>.'
        desk.send("See", words=words, form="words")

        assert desk.unit("See").target == words

    @pytest.mark.parametrize(
        "words",
        ["<script>x</script>", '<a href="https://evil.org">x</a>', '<a id="a9">x</a>', "<p>x</p>"],
    )
    def test_nothing_else_is_taken(self, desk, words):
        answer = desk.send("See", words=words, form="words")

        assert answer.status_code == 422
        assert (
            "may stand here" in answer.content.decode() or "none of the" in answer.content.decode()
        )
        assert not desk.unit("See").target

    @pytest.mark.parametrize("words", [".", "", " ", "…"])
    def test_a_link_needs_words_of_its_own(self, desk, words):
        answer = desk.send("See", words=f'Vea lo pedido<a id="a1">{words}</a>', form="words")

        assert answer.status_code == 422
        assert "A link needs words that people can press" in answer.content.decode()
        assert not desk.unit("See").target

    def test_a_link_in_another_script_is_words(self, desk):
        desk.send("See", words='看<a id="a1">联</a>', form="words")

        assert desk.unit("See").target == '看<a id="a1">联</a>'

    def test_a_lost_link_is_pointed_out(self, desk):
        desk.send("See", words="Vea qué pidió la ONU.", form="words")

        assert "A link of the original is missing: the UN" in desk.read()

    def test_a_link_leads_elsewhere_in_this_language(self, desk):
        link = re.search(r'name="link" value="(\d+)"', desk.read())[1]

        desk.client.post(desk.address, {"link": link, "address": "https://un.org/es"})
        assert SegmentOverride.objects.get().data == "https://un.org/es"
        desk.client.post(desk.address, {"link": link, "address": "javascript:alert(1)"})
        assert SegmentOverride.objects.get().data == "https://un.org/es"
        desk.client.post(desk.address, {"link": link, "address": ""})
        assert not SegmentOverride.objects.exists()


class TitleTests:
    def test_an_official_title_translated_freely_is_pointed_out(self, client, cast, home):
        call_command("load_treaties", verbosity=0)
        said = "It breaks the Convention on the Rights of the Child."
        page = FindingPageFactory(
            parent=home.pittsburgh["en"], body=[("paragraph", {"words": f"<p>{said}</p>"})]
        )
        begin_translation(page, locale("es"))
        desk = Desk(client, cast.translator_es, page)

        desk.send("It breaks", words="Viola el Convenio de los Niños.")
        freely = desk.read()
        desk.send("It breaks", words="Viola la Convención sobre los Derechos del Niño.")

        assert "The official title is:" in block(freely, "It breaks")
        assert "Convención sobre los Derechos del Niño" in freely.partition("bench-points")[2]
        assert "The official title is:" not in desk.read()
