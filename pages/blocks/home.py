from datetime import date

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .choices import CampaignStep
from .words import CodeBlock, DayBlock, LongWordsBlock, PickBlock, WordsBlock


class MilestoneBlock(blocks.StructBlock):
    """A step of the campaign, with dates that may move."""

    step = PickBlock(label=_("Step"), choices=CampaignStep.choices)
    title = WordsBlock(label=_("Title"), max_length=80)
    words = LongWordsBlock(label=_("What happens"))
    date = DayBlock(label=_("Date"), required=False, help_text=_("The last day of the step."))
    first_planned = DayBlock(
        label=_("First planned for"),
        required=False,
        help_text=_("Fill in when it was postponed; readers see both dates."),
    )
    document = CodeBlock(label=_("Document symbol"), required=False, max_length=60)

    class Meta:
        icon = "date"
        label = _("Milestone")
        description = _("One node of the campaign’s thread.")
        template = "blocks/milestone.html"
        preview_value = {
            "step": CampaignStep.values[0],
            "title": "Collect",
            "words": "People tell what they live through.",
            "date": date(2026, 11, 9),
        }


class TimelineBlocks(blocks.StreamBlock):
    """The campaign from the first interview to city hall."""

    milestone = MilestoneBlock()
