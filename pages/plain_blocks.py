"""What a stream of blocks says, without what it points at.

A block that names a page is left out whole: the words beside it may be a teller’s, who may have
taken them back. Pictures and files are left out too; they have doors of their own.
"""

from decimal import Decimal

from wagtail import blocks
from wagtail.rich_text import expand_db_html

from uprcities.lib.addresses import harmless_address

TEXTS = (blocks.CharBlock, blocks.TextBlock)
MARKS = (
    blocks.EmailBlock,
    blocks.ChoiceBlock,
    blocks.IntegerBlock,
    blocks.DecimalBlock,
    blocks.FloatBlock,
    blocks.BooleanBlock,
    blocks.DateBlock,
    blocks.DateTimeBlock,
    blocks.TimeBlock,
)
NOTHING = object()


def plain_stream(stream, language):
    """A StreamValue as lists, dictionaries and plain values, ready for JSON.

    ``language`` is the code of the page’s language: what its readers do not see is left out.
    """
    value = _kept([_typed(child) for child in shown(stream, language)])
    return [] if value is NOTHING else value


def spoken(stream, language):
    """Only its texts, one after the other; rich text still with its tags."""
    for child in shown(stream, language):
        yield from _texts(child.block, child.value)


def shown(stream, language):
    """The blocks of a stream that readers of a language see."""
    return [child for child in stream if _is_for(child, language)]


def _is_for(child, language):
    is_for = getattr(child.block, "is_for", None)
    return is_for is None or is_for(child.value, language)


def _plain(block, value):
    if isinstance(block, blocks.StreamBlock):
        return _kept([_typed(child) for child in value])
    if isinstance(block, blocks.ListBlock):
        return _kept([_plain(block.child_block, child) for child in value])
    if isinstance(block, blocks.StructBlock):
        return _plain_struct(block, value)
    if value is None:
        return NOTHING
    if isinstance(block, blocks.RichTextBlock):
        return expand_db_html(value.source)
    if isinstance(block, blocks.URLBlock):
        return harmless_address(value)
    if isinstance(block, TEXTS + MARKS):
        return str(value) if isinstance(value, Decimal) else value
    return NOTHING


def _typed(child):
    value = _plain(child.block, child.value)
    return NOTHING if value is NOTHING else {"type": child.block_type, "value": value}


def _plain_struct(block, value):
    if _names_a_page(block):
        return NOTHING
    parts = {name: _plain(child, value.get(name)) for name, child in block.child_blocks.items()}
    told = {name: part for name, part in parts.items() if part is not NOTHING}
    return told or NOTHING


def _texts(block, value):
    if value is None:
        return
    if isinstance(block, blocks.StreamBlock):
        for child in value:
            yield from _texts(child.block, child.value)
    elif isinstance(block, blocks.ListBlock):
        for child in value:
            yield from _texts(block.child_block, child)
    elif isinstance(block, blocks.StructBlock):
        if not _names_a_page(block):
            for name, child in block.child_blocks.items():
                yield from _texts(child, value.get(name))
    elif isinstance(block, blocks.RichTextBlock):
        yield value.source
    elif isinstance(block, TEXTS):
        yield str(value)


def _names_a_page(struct):
    return any(isinstance(child, blocks.PageChooserBlock) for child in struct.child_blocks.values())


def _kept(values):
    return [value for value in values if value is not NOTHING]
