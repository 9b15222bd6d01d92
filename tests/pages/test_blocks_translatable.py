"""Every text of every page can be translated, and every figure, code and address stays."""

import pytest
from django.db.models import CharField, TextField, URLField
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.fields import StreamField
from wagtail.images.blocks import ImageBlock, ImageChooserBlock
from wagtail.models import Page
from wagtail.rich_text import RichText
from wagtail_localize.fields import SynchronizedField, TranslatableField, get_translatable_fields
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import StreamFieldSegmentExtractor, extract_segments

from pages.blocks.words import LongWordsBlock, Neutral, ProseBlock, WordsBlock
from pages.models import BasePage
from pages.models.base import TaggedPage

CONTAINERS = (blocks.StructBlock, blocks.ListBlock, blocks.StreamBlock)
TRANSLATED = (WordsBlock, LongWordsBlock, ProseBlock)
#: Blocks that look like text and that the package would silently leave in English.
NEVER = (blocks.RawHTMLBlock, blocks.BlockQuoteBlock, ImageBlock)


def page_types(base=BasePage):
    for model in base.__subclasses__():
        if model._meta.abstract:
            yield from page_types(model)
        else:
            yield model


def stream_fields():
    for model in page_types():
        for field in model._meta.get_fields():
            if isinstance(field, StreamField):
                yield pytest.param(field, id=f"{model.__name__}.{field.name}")


def leaves(block, path=""):
    """Every block that holds a value, with the names that lead to it."""
    if isinstance(block, blocks.ListBlock):
        yield from leaves(block.child_block, f"{path}[]")
    elif isinstance(block, CONTAINERS):
        for name, child in block.child_blocks.items():
            yield from leaves(child, f"{path}.{name}")
    else:
        yield path, block


def sample(block):
    """A value with a recognisable text in every leaf that takes one."""
    if isinstance(block, blocks.StreamBlock):
        children = block.child_blocks.items()
        return blocks.StreamValue(block, [(name, sample(child)) for name, child in children])
    if isinstance(block, blocks.StructBlock):
        return block._to_struct_value([(n, sample(c)) for n, c in block.child_blocks.items()])
    if isinstance(block, blocks.ListBlock):
        return block.normalize([sample(block.child_block)])
    if isinstance(block, blocks.RichTextBlock):
        return RichText(f"<p>words of {id(block)}</p>")
    if isinstance(block, blocks.CharBlock | blocks.TextBlock):
        return f"words of {id(block)}"
    return None


def absent(block):
    """Blocks made with nothing in them, as code and imports do."""
    return {name: {} for name in block.child_blocks}.items()


def nothing(block):
    """The same with nothing said outright in every leaf, as old data has it."""
    if isinstance(block, blocks.StreamBlock):
        return [(name, nothing(child)) for name, child in block.child_blocks.items()]
    if isinstance(block, blocks.StructBlock):
        return {name: nothing(child) for name, child in block.child_blocks.items()}
    if isinstance(block, blocks.ListBlock):
        return [nothing(block.child_block)]
    return None


def segments(field, value):
    stored = field.stream_block.to_python(field.stream_block.get_prep_value(value))
    return StreamFieldSegmentExtractor(field, include_overridables=True).handle_stream_block(stored)


class EveryBlockTests:
    @pytest.mark.parametrize("field", list(stream_fields()))
    def test_each_leaf_is_translated_or_says_that_it_is_not(self, field):
        for path, block in leaves(field.stream_block):
            assert isinstance(block, (*TRANSLATED, Neutral)), path
            assert not isinstance(block, NEVER), path
            assert not (isinstance(block, TRANSLATED) and isinstance(block, Neutral)), path

    @pytest.mark.parametrize("field", list(stream_fields()))
    def test_each_text_reaches_the_translator_and_nothing_else_does(self, field):
        found = " ".join(
            segment.string.data
            for segment in segments(field, sample(field.stream_block))
            if isinstance(segment, StringSegmentValue)
        )
        for path, block in leaves(field.stream_block):
            reaches = f"words of {id(block)}" in found
            assert reaches == isinstance(block, TRANSLATED), path

    @pytest.mark.parametrize("field", list(stream_fields()))
    def test_an_empty_block_breaks_nothing(self, field):
        for content in (list(absent(field.stream_block)), nothing(field.stream_block)):
            value = field.stream_block.normalize(content)
            extractor = StreamFieldSegmentExtractor(field, include_overridables=True)

            found = [s for child in value for s in extractor.handle_block(child.block, child.value)]
            found += segments(field, value)

            texts = [s for s in found if isinstance(s, StringSegmentValue) and not s.is_empty()]
            assert not texts

    @pytest.mark.parametrize("field", list(stream_fields()))
    def test_choosers_and_choices_are_neutral(self, field):
        kinds = (
            blocks.PageChooserBlock,
            ImageChooserBlock,
            DocumentChooserBlock,
            blocks.ChoiceBlock,
            blocks.DateBlock,
            blocks.URLBlock,
        )
        for path, block in leaves(field.stream_block):
            if isinstance(block, kinds):
                assert isinstance(block, Neutral), path


#: Text fields of ours that read the same in every language.
NEUTRAL_FIELDS = {"slug", "time_zone", "words_language", "written_in"}
OF_WAGTAIL = {field.name for field in Page._meta.get_fields()} - {"title"}


class EveryFieldTests:
    @pytest.mark.parametrize("model", list(page_types()), ids=lambda model: model.__name__)
    def test_each_text_field_is_translated_or_known_to_be_neutral(self, model):
        rules = {rule.field_name: rule for rule in get_translatable_fields(model)}
        for field in model._meta.concrete_fields:
            is_words = isinstance(field, CharField | TextField | StreamField) and not field.choices
            if field.name in OF_WAGTAIL or not is_words or isinstance(field, URLField):
                continue
            is_translated = isinstance(rules.get(field.name), TranslatableField)
            assert is_translated == (field.name not in NEUTRAL_FIELDS), field.name

    @pytest.mark.parametrize("model", list(page_types()), ids=lambda model: model.__name__)
    def test_what_an_original_decides_cannot_be_overridden(self, model):
        ours = {field.name for field in model._meta.concrete_fields}
        for rule in get_translatable_fields(model):
            if rule.field_name in ours and isinstance(rule, SynchronizedField):
                assert not rule.overridable, rule.field_name

    def test_the_slug_is_never_given_to_a_translator(self, home):
        for segment in extract_segments(home.pittsburgh["en"]):
            assert not segment.path.startswith("slug")

    def test_the_walk_sees_every_page_type(self):
        assert len(list(page_types())) >= 12
        assert issubclass(TaggedPage, BasePage)
