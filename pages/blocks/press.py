from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from ..choices import time_zone_choices
from .words import (
    CodeBlock,
    DocumentPickBlock,
    LongWordsBlock,
    MailBlock,
    OriginalWordsBlock,
    PagePickBlock,
    PhoneBlock,
    PickBlock,
    PicturePickBlock,
    TickBlock,
    WordsBlock,
)


class FactLineBlock(blocks.StructBlock):
    """A line that a journalist may print, with the finding it comes from."""

    words = WordsBlock(label=_("Fact"), max_length=300)
    finding = PagePickBlock(
        label=_("From which finding"), page_type="pages.FindingPage", required=False
    )

    class Meta:
        icon = "list-ul"
        label = _("Fact")
        description = _("One checked line. Ten are enough.")
        template = "blocks/fact_line.html"
        preview_value = {"words": "Most hearings in this room last less than five minutes."}


class MaybeTellersBlock(blocks.StructBlock):
    """Words that may be a teller’s; if they once were, they stay so when the story is deleted."""

    def clean(self, value):
        cleaned = super().clean(value)
        if cleaned.get("is_tellers") and not cleaned.get("story"):
            missing = ValidationError(_("Choose the story that these words are from."))
            raise blocks.StructBlockValidationError({"story": missing})
        return cleaned

    def get_prep_value(self, value):
        kept = super().get_prep_value(value)
        return kept | {"is_tellers": bool(kept.get("is_tellers") or kept.get("story"))}


def tellers_tick():
    return TickBlock(
        label=_("A teller’s words"),
        required=False,
        help_text=_(
            "Ticks itself when you choose a story. Without its story nobody sees the quote."
        ),
    )


class KitQuoteBlock(MaybeTellersBlock):
    """A quote that its speaker cleared for the press."""

    story = PagePickBlock(
        label=_("From which story"),
        page_type="pages.TestimonyStoryPage",
        required=False,
        help_text=_("The quote leaves the kit when the teller’s consent for the press ends."),
    )
    is_tellers = tellers_tick()
    words = WordsBlock(label=_("Words"), max_length=400)
    original = OriginalWordsBlock(label=_("As it was said"), required=False)
    speaker = WordsBlock(label=_("Speaker"), max_length=160)

    class Meta:
        icon = "openquote"
        label = _("Quote")
        description = _("Exact words, with the name form that the speaker agreed to.")
        template = "blocks/kit_quote.html"
        preview_value = {"words": "Nobody asked about the heat.", "speaker": "A tenant"}


class KitPictureBlock(blocks.StructBlock):
    """A picture that the press may print."""

    picture = PicturePickBlock(label=_("Picture"))
    caption = WordsBlock(
        label=_("Caption for the press"),
        required=False,
        max_length=300,
        help_text=_("Leave empty to use the caption of the library."),
    )

    class Meta:
        icon = "image"
        label = _("Picture")
        description = _("Only pictures whose license allows the press come into the kit.")
        template = "blocks/kit_picture.html"
        preview_value = {"caption": "The hearing room on a Monday morning."}
        preview_template = "blocks/previews/picture.html"


class KitDocumentBlock(blocks.StructBlock):
    """A document for the press."""

    title = WordsBlock(label=_("Title"), max_length=160)
    file = DocumentPickBlock(label=_("File"))

    class Meta:
        icon = "doc-full"
        label = _("Document")
        template = "blocks/kit_document.html"
        description = _("A law, report, letter or minutes, with its link or file.")
        preview_value = {"title": "Fact sheet"}
        preview_template = "blocks/previews/document.html"


class ReleaseQuoteBlock(MaybeTellersBlock):
    """What a spokesperson says in the release, or a teller who agreed to the press."""

    story = PagePickBlock(
        label=_("From which story"),
        page_type="pages.TestimonyStoryPage",
        required=False,
        help_text=_("For a teller’s words: they leave the release when the consent for it ends."),
    )
    is_tellers = tellers_tick()
    words = LongWordsBlock(label=_("Words"))
    speaker = WordsBlock(label=_("Name"), max_length=120)
    role = WordsBlock(label=_("Role"), required=False, max_length=160)

    class Meta:
        icon = "openquote"
        label = _("Quote")
        template = "blocks/release_quote.html"
        description = _("Exact words, with the name form that the speaker agreed to.")
        preview_value = {
            "words": "A right that stops at the courtroom door is no right.",
            "speaker": "A spokesperson",
            "role": "Tenants’ group",
        }


class FactLineBlocks(blocks.StreamBlock):
    fact = FactLineBlock()


class KitQuoteBlocks(blocks.StreamBlock):
    quote = KitQuoteBlock()


class KitPictureBlocks(blocks.StreamBlock):
    picture = KitPictureBlock()


class KitDocumentBlocks(blocks.StreamBlock):
    document = KitDocumentBlock()


class ReleaseQuoteBlocks(blocks.StreamBlock):
    quote = ReleaseQuoteBlock()


class ContactBlock(blocks.StructBlock):
    """Somebody whom a journalist can reach, and when."""

    name = CodeBlock(label=_("Name"), max_length=120)
    role = WordsBlock(label=_("Role"), max_length=160)
    phone = PhoneBlock(label=_("Phone"), required=False, max_length=40)
    email = MailBlock(label=_("E-mail"))
    languages = WordsBlock(label=_("Speaks"), required=False, max_length=160)
    time_zone = PickBlock(
        label=_("Time zone"),
        choices=time_zone_choices,
        default="America/New_York",
        help_text=_("Journalists see what time it is there."),
    )
    hours = WordsBlock(label=_("Hours"), required=False, max_length=160)

    class Meta:
        icon = "user"
        label = _("Contact")
        description = _("Name, phone and e-mail; readers see what time it is there.")
        template = "blocks/contact.html"
        preview_value = {
            "name": "A. Person",
            "role": "Press officer",
            "email": "press@example.org",
            "time_zone": "America/New_York",
        }


class ContactBlocks(blocks.StreamBlock):
    contact = ContactBlock()
