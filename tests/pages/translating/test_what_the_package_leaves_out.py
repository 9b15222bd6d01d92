"""What translators never get from the package alone, or get and should not, beside what they get here."""

import pytest
from django.utils.translation import override
from wagtail import blocks
from wagtail.images.models import AbstractImage
from wagtail_localize.fields import TranslatableField, get_translatable_fields
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import StreamFieldSegmentExtractor

from campaigns.treaties.models import Theme, ThemeLabel
from pages.blocks.prose import FigureBlock
from pages.models import FindingPage
from pages.translating.sheets.opening import open_sheet


def texts(block, value):
    """The texts that the package would give to a translator for one block."""
    extractor = StreamFieldSegmentExtractor(FindingPage._meta.get_field("body"))
    found = extractor.handle_block(block, block.to_python(value))
    return {part.string.data for part in found if isinstance(part, StringSegmentValue)}


class PlainFigure(blocks.StructBlock):
    """A figure as anybody would build it."""

    value = blocks.CharBlock()
    label = blocks.CharBlock(required=False)


class BlockTests:
    def test_a_figure_is_nothing_to_translate(self):
        said = {"value": "42", "label": "evictions"}
        assert "42" in texts(PlainFigure(), said)

        assert "42" not in texts(FigureBlock(), said)
        assert "evictions" in texts(FigureBlock(), said)

    def test_an_optional_text_that_is_nothing_breaks_nothing(self):
        said = {"value": "42", "label": None}
        with pytest.raises((AttributeError, TypeError)):
            texts(PlainFigure(), said)

        assert texts(FigureBlock(), said) <= {""}

    def test_a_block_that_the_package_passes_over_is_not_used_here(self):
        """That none stands in any page: tests/pages/test_blocks_translatable.py."""
        silent = blocks.StructBlock([("words", blocks.RawHTMLBlock())])

        assert texts(silent, {"words": "<p>Nobody will translate this.</p>"}) == set()


class PictureTests:
    def test_a_picture_speaks_the_language_of_its_reader(self, home, cast, picture_with_words):
        image, original = picture_with_words
        image.description = "A courtroom"
        open_sheet(original, "es").write({"alt": "Un juzgado"}, cast.pittsburgh_editor)
        with override("es"):
            assert AbstractImage.default_alt_text.fget(image) == "A courtroom"
            assert image.default_alt_text == "Un juzgado"


class TopicTests:
    def test_a_topic_is_one_thing_with_a_name_in_each_language(self, db):
        """The package copies tags from language to language, and translates none."""
        rules = {rule.field_name: rule for rule in get_translatable_fields(FindingPage)}
        assert not isinstance(rules["themes"], TranslatableField)

        topic = Theme.objects.create(name="housing", slug="housing")
        for language, words in (("en", "Housing"), ("es", "Vivienda")):
            ThemeLabel.objects.create(theme=topic, language=language, label=words)
        assert (str(topic.label("en")), str(topic.label("es"))) == ("Housing", "Vivienda")
