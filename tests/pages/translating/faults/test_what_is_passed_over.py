"""Faults 10 and 12: what no translator is shown, and readers find in the wrong language."""

import pytest
from wagtail.blocks import RichTextBlock
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from campaigns.treaties.models import Theme
from pages.translating.asking import begin_translation
from tests.factories.library import ImageFactory
from tests.factories.pages import FindingPageFactory, publish
from tests.pages.test_blocks_translatable import NEVER, leaves, stream_fields

from ..work import locale
from .plain import plain_page, plain_translation, published


def shown_to_translators(page):
    found = extract_segments(page)
    return {part.string.data for part in found if isinstance(part, StringSegmentValue)}


def our_leaves():
    for field in stream_fields():
        yield from leaves(field.values[0].stream_block)


class PassedOverTests:
    """Fault 10: markup, choices, and what stands under a picture in a running text."""

    @pytest.fixture
    def page(self, home):
        image = ImageFactory(title="Picture")
        picture = f'<embed embedtype="image" id="{image.pk}" format="left" alt="A courtroom"/>'
        body = [
            ("paragraph", f"<p>Nine in ten have no lawyer.</p>{picture}"),
            ("markup", "<p>Call us on Tuesdays.</p>"),
            ("choice", "a"),
        ]
        return plain_page(body=body)

    def test_the_package_says_that_all_is_done_and_the_page_is_half_english(self, page):
        assert shown_to_translators(page) >= {"Nine in ten have no lawyer."}
        assert not any("Tuesdays" in said for said in shown_to_translators(page))
        assert not any("courtroom" in said for said in shown_to_translators(page))

        translation = plain_translation(page)
        body = str(published(translation).body)

        total, done = translation.get_progress()
        assert total == done
        assert "ES Nine in ten have no lawyer." in body
        assert "<p>Call us on Tuesdays.</p>" in body
        assert 'alt="A courtroom"' in body

    def test_ours_has_no_block_that_is_passed_over(self):
        assert not [path for path, block in our_leaves() if isinstance(block, NEVER)]

    def test_ours_lets_no_picture_into_running_text(self):
        prose = [block for _path, block in our_leaves() if isinstance(block, RichTextBlock)]

        assert prose
        for block in prose:
            assert not {"image", "embed"} & set(block.features)


class TopicTests:
    """Fault 12: the package leaves a relation of many to many as it was on the first day."""

    @pytest.fixture
    def topics(self, db):
        names = ("housing", "water")
        return [Theme.objects.create(name=f"of-{name}", slug=f"of-{name}") for name in names]

    def test_the_package_leaves_the_translation_with_the_old_topics(self, home, topics):
        page = plain_page()
        page.topics.set(topics[:1])
        translation = plain_translation(page)
        spanish = published(translation)

        page.topics.set(topics[1:])
        page.save_revision().publish()
        translation.source.update_from_db()
        published(translation)

        assert list(page.topics.all()) == topics[1:]
        assert topics[1] not in spanish.topics.all()

    def test_ours_has_the_same_topics_in_every_language(self, home, topics):
        finding = FindingPageFactory(parent=home.pittsburgh["en"])
        finding.themes.set(topics[:1])
        publish(finding)
        spanish = begin_translation(finding, locale("es"))[-1]

        finding.themes.set(topics[1:])
        publish(finding)

        kept = type(spanish).objects.get(pk=spanish.pk)
        assert list(kept.themes.all()) == topics[1:]
