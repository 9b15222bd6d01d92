from datetime import date

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .choices import Answer, GovernmentLevel
from .prose import FigureBlock
from .words import (
    AddressBlock,
    CodeBlock,
    DayBlock,
    DocumentPickBlock,
    LongWordsBlock,
    PagePickBlock,
    PartialDateBlock,
    PickBlock,
    WordsBlock,
)


class StoryEvidenceBlock(blocks.StructBlock):
    """A testimony that this finding rests on."""

    story = PagePickBlock(label=_("Story"), page_type="pages.TestimonyStoryPage")
    words = WordsBlock(
        label=_("The sentence that matters"),
        required=False,
        max_length=300,
        help_text=_("Shown only while the teller’s consent stands."),
    )

    class Meta:
        icon = "openquote"
        label = _("Voice")
        description = _("Links a published testimony story.")
        template = "blocks/story_evidence.html"
        preview_value = {"words": "The hearing lasted four minutes."}


class DocumentEvidenceBlock(blocks.StructBlock):
    """A document that anybody can check."""

    title = WordsBlock(label=_("Title"), max_length=200)
    publisher = WordsBlock(label=_("Who published it"), required=False, max_length=160)
    date = PartialDateBlock(
        label=_("Date"),
        required=False,
        max_length=10,
        help_text=_("A year, a month or a day: 2019, 2019-05 or 2019-05-14."),
    )
    url = AddressBlock(label=_("Link"), required=False)
    file = DocumentPickBlock(label=_("Or a file"), required=False)

    class Meta:
        icon = "doc-full"
        label = _("Document")
        description = _("A law, report, letter or minutes, with its link or file.")
        template = "blocks/document_evidence.html"
        preview_value = {
            "title": _("Report of the Working Group on the Universal Periodic Review"),
            "publisher": _("UN Human Rights Council"),
            "date": "2020-12-15",
            "url": "https://undocs.org/A/HRC/46/15",
        }


class EvidenceBlocks(blocks.StreamBlock):
    """What a finding rests on."""

    story = StoryEvidenceBlock()
    figure = FigureBlock()
    document = DocumentEvidenceBlock()


class ChangeBlock(blocks.StructBlock):
    """One thing that somebody should do."""

    addressee = WordsBlock(
        label=_("Who should act"), max_length=160, help_text=_("A named body: City Council.")
    )
    level = PickBlock(label=_("Level of government"), choices=GovernmentLevel.choices)
    words = LongWordsBlock(
        label=_("What they should do"),
        help_text=_("Begin with a verb and name a date: “Fund two lawyers by January.”"),
    )

    class Meta:
        icon = "tasks"
        label = _("Recommendation")
        description = _("A concrete step, addressed to a body that can take it.")
        template = "blocks/change.html"
        preview_value = {
            "addressee": _("City Council"),
            "level": "city",
            "words": _("Pay for a lawyer for every tenant who faces eviction."),
        }


class ChangeBlocks(blocks.StreamBlock):
    """What should change, by whom."""

    change = ChangeBlock()


class UnStatementBlock(blocks.StructBlock):
    """What a UN body already said about this, in plain words."""

    symbol = CodeBlock(
        label=_("Document symbol"), max_length=60, help_text=_("Such as A/HRC/46/15.")
    )
    paragraph = CodeBlock(label=_("Paragraph"), required=False, max_length=20)
    year = CodeBlock(label=_("Year"), max_length=4)
    body = WordsBlock(
        label=_("Who said it"),
        max_length=160,
        help_text=_("“Spain, in the Universal Periodic Review”, or a committee’s name."),
    )
    words = LongWordsBlock(label=_("What it said, in plain words"))
    answer = PickBlock(
        label=_("How the United States answered"), choices=Answer.choices, required=False
    )
    url = AddressBlock(label=_("Link to the document"), required=False)

    class Meta:
        icon = "site"
        label = _("UN statement")
        description = _("An earlier UN recommendation, with its symbol and the State’s answer.")
        template = "blocks/un_statement.html"
        preview_value = {
            "symbol": "A/HRC/46/15",
            "year": "2020",
            "body": "Spain, in the Universal Periodic Review",
            "words": "Guarantee the right to housing.",
            "answer": Answer.values[0],
        }


class UnStatementBlocks(blocks.StreamBlock):
    """What the UN said before."""

    statement = UnStatementBlock()


class UpdateBlock(blocks.StructBlock):
    """What happened since, on a day."""

    date = DayBlock(label=_("Date"))
    words = LongWordsBlock(label=_("What happened"))
    url = AddressBlock(label=_("Source"), required=False)

    class Meta:
        icon = "history"
        label = _("Update")
        description = _("A dated step forward or back.")
        template = "blocks/update.html"
        preview_value = {"date": date(2026, 11, 9), "words": "The council heard the tenants."}


class UpdateBlocks(blocks.StreamBlock):
    """What happened since the finding was published, newest first on the page."""

    update = UpdateBlock()
