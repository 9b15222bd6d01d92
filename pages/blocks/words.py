"""The smallest blocks: words that are translated, and values that stay as they are."""

import re

from django.conf import settings
from django.core.exceptions import ValidationError
from django.forms import CheckboxSelectMultiple
from django.utils.dateparse import parse_date
from django.utils.functional import cached_property
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock

from uprcities.lib.addresses import web_address
from uprcities.lib.day_inputs import DayField

PROSE_FEATURES = ["bold", "italic", "link", "document-link", "ol", "ul"]
_EMPTY_PARAGRAPH = re.compile(r'(<p(\s+data-block-key="[a-z0-9]+")?>\s*</p>)?')


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

    def clean(self, value):
        return super().clean(self.normalize(value))

    def normalize(self, value):
        prose = super().normalize(value)
        return prose if says_something(prose.source) else super().normalize("")

    class Meta:
        default = ""


def says_something(html):
    """Whether running text as the editor keeps it holds more than its one empty paragraph."""
    return not _EMPTY_PARAGRAPH.fullmatch(html or "")


class CodeBlock(Neutral, blocks.CharBlock):
    """A figure, symbol, name or code that reads the same in every language."""


class OriginalWordsBlock(Neutral, blocks.TextBlock):
    """Words as they were said, in the language they were said in."""


class PartialDateBlock(CodeBlock):
    """A year, a month or a day, as exactly as it is known: 2019, 2019-05 or 2019-05-14."""

    def clean(self, value):
        cleaned = super().clean(value)
        if cleaned and not is_partial_date(cleaned):
            raise ValidationError(_("Write a year, a month or a day: 2019, 2019-05 or 2019-05-14."))
        return cleaned


def is_partial_date(text):
    is_written_so = re.fullmatch(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?", text)
    try:
        return bool(is_written_so and parse_date(f"{text}-01-01"[:10]))
    except ValueError:  # the 31st of February
        return False


class AddressBlock(Neutral, blocks.URLBlock):
    """An address in the web."""

    def __init__(self, **kwargs):
        super().__init__(**{"validators": [web_address]} | kwargs)


class MailBlock(Neutral, blocks.EmailBlock):
    """An e-mail address."""


class PhoneBlock(CodeBlock):
    """A telephone number, which readers tap to call."""

    def clean(self, value):
        cleaned = super().clean(value)
        if cleaned and not re.fullmatch(r"[+(0-9][0-9 ().\-/]{2,}", cleaned.strip()):
            raise ValidationError(
                _("Write the number with digits, spaces and + ( ) - only, such as +1 412 555 0100.")
            )
        return cleaned


class DayBlock(Neutral, blocks.DateBlock):
    """A calendar day."""

    @cached_property
    def field(self):
        return DayField(**self.field_options)


class TickBlock(Neutral, blocks.BooleanBlock):
    """Yes or no."""


class PickBlock(Neutral, blocks.ChoiceBlock):
    """One of a closed list."""


class LanguagesBlock(Neutral, blocks.MultipleChoiceBlock):
    """Some of the languages that the site is read in."""

    def __init__(self, **kwargs):
        kwargs.setdefault("choices", languages_to_choose)
        kwargs.setdefault("widget", CheckboxSelectMultiple())
        super().__init__(**kwargs)


def languages_to_choose():
    """The languages of the site by the names that their readers know them by."""
    codes = [code for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES]
    return [(code, _own_name(code)) for code in codes]


def _own_name(code):
    try:
        return get_language_info(code)["name_local"]
    except KeyError:
        return code


class PagePickBlock(Neutral, blocks.PageChooserBlock):
    """Another page; readers get it in their own language where it exists."""


class PicturePickBlock(Neutral, ImageChooserBlock):
    """A picture from the library, which carries its own words in each language."""


class DocumentPickBlock(Neutral, DocumentChooserBlock):
    """A document from the library."""
