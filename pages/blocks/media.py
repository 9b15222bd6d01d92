"""Blocks for sound and film: files of ours, or a film elsewhere behind a click."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from .words import (
    AddressBlock,
    CodeBlock,
    DocumentPickBlock,
    PickBlock,
    ProseBlock,
    WordsBlock,
)

#: Where a film elsewhere may come from; the content security policy allows the same hosts.
FILM_HOSTS = {
    "https://www.youtube-nocookie.com/embed/": "YouTube",
    "https://player.vimeo.com/video/": "Vimeo",
}


class CaptionsBlock(blocks.StructBlock):
    """What is said, written under the film, in one language."""

    language = CodeBlock(label=_("Language code"), max_length=20, help_text=_("Such as en or es."))
    file = DocumentPickBlock(label=_("Captions file (.vtt)"))

    class Meta:
        icon = "openquote"
        label = _("Captions")


class RecordingBlock(blocks.StructBlock):
    """A sound or film file of ours, with captions and a transcript."""

    kind = PickBlock(
        label=_("Kind"), choices=[("audio", _("Sound")), ("video", _("Film"))], default="audio"
    )
    title = WordsBlock(label=_("Title"), max_length=160)
    file = DocumentPickBlock(label=_("File"))
    captions = blocks.ListBlock(CaptionsBlock(), label=_("Captions"), default=[])
    transcript = ProseBlock(
        label=_("Transcript"),
        help_text=_("For those who cannot hear it, or have no data to spare."),
    )

    class Meta:
        icon = "media"
        label = _("Sound or film")
        description = _("A file of ours with captions and transcript. Nothing plays by itself.")
        template = "blocks/recording.html"
        preview_value = {
            "kind": "audio",
            "title": "A tenant tells of the winter",
            "transcript": "<p>It was the third winter without heat.</p>",
        }

    def clean(self, value):
        cleaned = super().clean(value)
        if cleaned["kind"] == "video" and not cleaned["captions"]:
            error = ValidationError(_("A film needs captions in at least one language."))
            raise StructBlockValidationError(block_errors={"captions": error})
        return cleaned


class FilmElsewhereBlock(blocks.StructBlock):
    """A film on somebody else’s site, loaded only after the reader asks for it."""

    title = WordsBlock(label=_("Title"), max_length=160)
    url = AddressBlock(
        label=_("Address to embed"),
        help_text=_(
            "Begins with https://www.youtube-nocookie.com/embed/ or"
            " https://player.vimeo.com/video/."
        ),
    )
    transcript = ProseBlock(label=_("Transcript or summary"))

    class Meta:
        icon = "media"
        label = _("Film elsewhere")
        description = _("Readers see who will learn of their visit before they click.")
        template = "blocks/film_elsewhere.html"
        preview_value = {
            "title": "The hearing, filmed",
            "url": "https://www.youtube-nocookie.com/embed/0",
            "transcript": "<p>What is said in the film.</p>",
        }

    def clean(self, value):
        cleaned = super().clean(value)
        if not cleaned["url"].startswith(tuple(FILM_HOSTS)):
            error = ValidationError(
                _("Only films from YouTube (without cookies) or Vimeo can be shown.")
            )
            raise StructBlockValidationError(block_errors={"url": error})
        return cleaned
