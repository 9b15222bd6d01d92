from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .choices import Answer
from .words import AddressBlock, CodeBlock, LongWordsBlock, PickBlock, WordsBlock


class HighlightBlock(blocks.StructBlock):
    """One recommendation that a city can act on, in plain words."""

    paragraph = CodeBlock(label=_("Paragraph"), max_length=20, help_text=_("Such as 26.214."))
    recommending_states = WordsBlock(label=_("Recommended by"), max_length=200)
    words = LongWordsBlock(label=_("What it asks, in plain words"))
    answer = PickBlock(label=_("The State’s answer"), choices=Answer.choices)
    meaning = LongWordsBlock(label=_("What it means in a city"), required=False)

    class Meta:
        icon = "site"
        label = _("Recommendation")
        description = _("A UN recommendation told in plain words, with the State’s answer.")
        template = "blocks/highlight.html"
        preview_value = {
            "paragraph": "26.214",
            "recommending_states": "Spain",
            "words": "Guarantee the right to housing.",
            "answer": Answer.values[0],
        }


class ActionBlock(blocks.StructBlock):
    """Something that a reader can do this week."""

    title = WordsBlock(label=_("What to do"), max_length=120)
    words = LongWordsBlock(label=_("How"))
    url = AddressBlock(label=_("Link"), required=False)

    class Meta:
        icon = "tick"
        label = _("Action")
        description = _("A step that needs no lawyer.")
        template = "blocks/action.html"
        preview_value = {"title": "Write to your council member", "words": "Name the finding."}


class HighlightBlocks(blocks.StreamBlock):
    highlight = HighlightBlock()


class ActionBlocks(blocks.StreamBlock):
    action = ActionBlock()
