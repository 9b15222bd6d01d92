"""The smallest blocks: words that are translated, and values that stay as they are."""

from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock

PROSE_FEATURES = ["bold", "italic", "link", "document-link", "ol", "ul"]


class Neutral:
    """A value that is the same in every language: a figure, a code, an address, a choice."""

    def get_translatable_segments(self, value):
        """Nothing here is given to a translator."""
        return []

    def restore_translated_segments(self, value, segments):
        """The value of the original, untouched."""
        return value


class NeverNothing:
    """Text whose absence is an empty string: the translation package stumbles over nothing at all."""

    def clean(self, value):
        return self.normalize(super().clean(value))

    def to_python(self, value):
        return self.normalize(super().to_python(value))

    def normalize(self, value):
        return super().normalize("" if value is None else value)


class WordsBlock(NeverNothing, blocks.CharBlock):
    """A short text in the language of the page."""

    class Meta:
        default = ""


class LongWordsBlock(NeverNothing, blocks.TextBlock):
    """A plain text of several lines in the language of the page."""

    class Meta:
        default = ""


class ProseBlock(NeverNothing, blocks.RichTextBlock):
    """Running text with links and emphasis, without pictures or raw HTML."""

    def __init__(self, **kwargs):
        kwargs.setdefault("features", PROSE_FEATURES)
        super().__init__(**kwargs)

    class Meta:
        default = ""


class CodeBlock(Neutral, blocks.CharBlock):
    """A figure, symbol, name or code that reads the same in every language."""


class OriginalWordsBlock(Neutral, blocks.TextBlock):
    """Words as they were said, in the language they were said in."""


class AddressBlock(Neutral, blocks.URLBlock):
    """A web address."""


class DayBlock(Neutral, blocks.DateBlock):
    """A calendar day."""


class TickBlock(Neutral, blocks.BooleanBlock):
    """Yes or no."""


class PickBlock(Neutral, blocks.ChoiceBlock):
    """One of a closed list."""


class PagePickBlock(Neutral, blocks.PageChooserBlock):
    """Another page; readers get it in their own language where it exists."""


class PicturePickBlock(Neutral, ImageChooserBlock):
    """A picture from the library, which carries its own words in each language."""


class DocumentPickBlock(Neutral, DocumentChooserBlock):
    """A document from the library."""
