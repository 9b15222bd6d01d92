from datetime import date

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .choices import DeadlineReach
from .prose import FigureBlock, ProseBlocks
from .words import AddressBlock, CodeBlock, DayBlock, LongWordsBlock, PickBlock, WordsBlock


class MechanismBlock(blocks.StructBlock):
    """A local body or law to which people can turn."""

    name = WordsBlock(label=_("Name"), max_length=160)
    legal_basis = WordsBlock(
        label=_("Legal basis"),
        max_length=200,
        help_text=_("The charter article, code chapter or resolution, with its year."),
    )
    powers = LongWordsBlock(label=_("What it can do, and what it cannot"))
    url = AddressBlock(label=_("Link"), required=False)

    class Meta:
        icon = "group"
        label = _("Commission or law")
        description = _("A commission, office or ordinance that protects rights here.")
        template = "blocks/mechanism.html"
        preview_value = {
            "name": "Commission on Human Relations",
            "legal_basis": "City Charter, article 2 (1955)",
            "powers": "It hears complaints of discrimination. It cannot change a law.",
        }


class OfficialBlock(blocks.StructBlock):
    """An office that can act on what we found."""

    office = WordsBlock(
        label=_("Office"), max_length=160, help_text=_("Mayor; Council, District 5")
    )
    powers = LongWordsBlock(label=_("What it decides"), required=False)
    url = AddressBlock(label=_("Where to write"), required=False)

    class Meta:
        icon = "user"
        label = _("Official")
        description = _("Who can change things here, and where to write to them.")
        template = "blocks/official.html"
        preview_value = {"office": "City Council", "powers": "It decides on the budget."}


class DeadlineBlock(blocks.StructBlock):
    """A day by which something must be sent, ours or the UN’s."""

    date = DayBlock(label=_("Date"))
    time = CodeBlock(
        label=_("Time and zone"),
        required=False,
        max_length=40,
        help_text=_("Such as 15:00 Europe/Zurich."),
    )
    reach = PickBlock(label=_("Whose deadline"), choices=DeadlineReach.choices)
    words = WordsBlock(label=_("What is due"), max_length=200)

    class Meta:
        icon = "calendar-alt"
        label = _("Deadline")
        description = _("Local and national deadlines stand side by side.")
        template = "blocks/deadline.html"
        preview_value = {
            "date": date(2026, 11, 9),
            "time": "15:00 Europe/Zurich",
            "reach": DeadlineReach.values[0],
            "words": "Submissions to the United Nations",
        }


class MechanismBlocks(blocks.StreamBlock):
    mechanism = MechanismBlock()


class OfficialBlocks(blocks.StreamBlock):
    official = OfficialBlock()


class DeadlineBlocks(blocks.StreamBlock):
    deadline = DeadlineBlock()


class FactBlocks(blocks.StreamBlock):
    figure = FigureBlock()


class CityBlocks(ProseBlocks):
    """What a city profile is written with."""
