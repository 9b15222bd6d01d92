from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .media import FilmElsewhereBlock, RecordingBlock
from .prose import HeadingBlock, ParagraphBlock, PictureBlock, QuoteBlock
from .words import OriginalWordsBlock, ProseBlock


class TellingBlock(blocks.StructBlock):
    """A passage in the teller’s voice, beside the words as they were said."""

    words = ProseBlock(label=_("In the language of this page"))
    original = OriginalWordsBlock(
        label=_("As it was said"),
        required=False,
        help_text=_("Only when the teller spoke another language. Never edited, never translated."),
    )

    class Meta:
        icon = "openquote"
        label = _("Telling")
        description = _("The teller’s own words, with the original beside them.")
        template = "blocks/telling.html"
        preview_value = {
            "words": "<p>The judge asked if I owed the money.</p>",
            "original": "El juez preguntó si yo debía el dinero.",
        }


class StoryBlocks(blocks.StreamBlock):
    """What a testimony story is told with."""

    telling = TellingBlock()
    quote = QuoteBlock()
    heading = HeadingBlock()
    paragraph = ParagraphBlock(label=_("Editor’s text"))
    picture = PictureBlock()
    recording = RecordingBlock()
    film_elsewhere = FilmElsewhereBlock()
