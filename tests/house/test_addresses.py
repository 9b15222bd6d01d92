"""What somebody typed becomes a link only when it is safe to follow."""

import re
from datetime import date

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db.models import URLField
from django.template.loader import render_to_string
from wagtail import blocks

from pages.blocks.city import OfficialBlock
from pages.blocks.finding import DocumentEvidenceBlock
from pages.blocks.press import ContactBlock
from pages.blocks.prose import FigureBlock
from pages.models import CityProfilePage, EventPage
from tests.factories.pages import EventPageFactory
from uprcities.lib.addresses import harmless_address

from .test_blocks import choices, stream_fields

SCRIPT = "javascript:alert(1)"
LINK = re.compile(r"\s(?:href|src|action|data-embed)=[\"']?\s*javascript:", re.IGNORECASE)


def every_block():
    for name, field in stream_fields().items():
        for path, block in choices(field.stream_block):
            if isinstance(block, blocks.StructBlock):
                yield pytest.param(block, id=f"{name}/{path}")


def scripted(block):
    """A value with a script in every leaf that takes a text."""
    if isinstance(block, blocks.StructBlock):
        return {name: scripted(child) for name, child in block.child_blocks.items()}
    if isinstance(block, blocks.ListBlock):
        return []
    if isinstance(block, blocks.ChoiceBlock):
        return block.get_default()
    if isinstance(block, blocks.DateBlock):
        return date(2026, 11, 9)
    if isinstance(block, blocks.RichTextBlock):
        return f'<p><a href="{SCRIPT}">words</a></p>'
    is_text = isinstance(block, blocks.CharBlock | blocks.TextBlock | blocks.URLBlock)
    return SCRIPT if is_text or isinstance(block, blocks.EmailBlock) else None


class OutputTests:
    @pytest.mark.parametrize("block", list(every_block()))
    def test_no_block_makes_a_link_of_a_script(self, block):
        shown = block.render(block.normalize(scripted(block)))

        # Rich text is sifted when it is saved; here only what our own templates write counts.
        own = shown.replace(f'<a href="{SCRIPT}">words</a>', "")
        assert not LINK.search(own)

    def test_no_field_of_a_record_becomes_a_link_unasked(self):
        facts = [{"term": "a", "words": "b", "url": SCRIPT, "source": "c", "source_url": SCRIPT}]
        documents = [{"symbol": "A/1", "url": SCRIPT}]

        known = render_to_string("components/facts.html", {"facts": facts})
        papers = render_to_string("components/review_facts.html", {"documents": documents})

        assert "href" not in known + papers

    def test_no_field_of_a_page_becomes_a_link_unasked(self, client, home):
        """As it may lie in the database from before it was asked."""
        city = home.pittsburgh["en"]
        CityProfilePage.objects.filter(pk=city.pk).update(
            declaration_basis="resolution", declaration_url=SCRIPT
        )
        event = EventPageFactory(parent=city)
        EventPage.objects.filter(pk=event.pk).update(online_url=SCRIPT)

        for page in (city, event):
            answer = client.get(page.url)
            assert answer.status_code == 200
            assert not LINK.search(answer.content.decode())

    @pytest.mark.parametrize(
        "address",
        [SCRIPT, " JavaScript:alert(1)", "java\tscript:alert(1)", "data:text/html,x", "vbscript:x"],
    )
    def test_harm_is_nothing(self, address):
        assert harmless_address(address) == ""

    @pytest.mark.parametrize(
        "address", ["https://un.org/a?b=c#d", "http://un.org", "mailto:a@b.org", "tel:+1", "/en/"]
    )
    def test_what_is_safe_stays(self, address):
        assert harmless_address(address) == address


def leaf(block, name):
    return block().child_blocks[name]


class InputTests:
    @pytest.mark.parametrize(
        ("block", "name", "value"),
        [
            (FigureBlock, "source_url", SCRIPT),
            (FigureBlock, "source_url", "ftp://un.org/a"),
            (OfficialBlock, "url", SCRIPT),
            (FigureBlock, "source_date", "last May"),
            (FigureBlock, "source_date", "2019-13"),
            (DocumentEvidenceBlock, "date", "14.5.2019"),
            (DocumentEvidenceBlock, "date", "2019-02-31"),
            (ContactBlock, "email", "nobody"),
            (ContactBlock, "phone", "javascript:1"),
        ],
    )
    def test_what_would_mislead_is_refused(self, block, name, value):
        with pytest.raises(ValidationError):
            leaf(block, name).clean(value)

    @pytest.mark.parametrize("value", ["", "2019", "2019-05", "2019-05-14"])
    def test_a_date_may_be_as_exact_as_it_is_known(self, value):
        assert leaf(FigureBlock, "source_date").clean(value) == value

    @pytest.mark.parametrize("value", ["+1 412-555-0142", "(412) 555 0142", "412.555.0142"])
    def test_telephone_numbers_are_written_in_many_ways(self, value):
        assert leaf(ContactBlock, "phone").clean(value) == value

    def test_every_block_of_addresses_takes_only_the_web(self):
        for name, field in stream_fields().items():
            for path, block in choices(field.stream_block):
                for child in getattr(block, "child_blocks", {}).values():
                    if isinstance(child, blocks.URLBlock):
                        with pytest.raises(ValidationError):
                            child.clean("ftp://un.org/a")
                    assert "url" not in child.name or isinstance(child, blocks.URLBlock), (
                        name,
                        path,
                    )

    def test_every_field_of_addresses_takes_only_the_web(self):
        ours = [m for m in apps.get_models() if m.__module__.startswith(("pages", "campaigns"))]
        fields = [f for m in ours for f in m._meta.local_fields if isinstance(f, URLField)]

        assert len(fields) >= 4
        for field in fields:
            with pytest.raises(ValidationError):
                field.run_validators("ftp://un.org/a")
