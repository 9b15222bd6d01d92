from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

#: Modules whose receivers listen from the start.
LISTENERS = [
    "kit_changes",
    "land",
    "published_documents",
    "publishing",
    "withdrawal",
    "approving.workflows",
    "former.keeping",
    "starting.keeping",
    "translating.aliases",
    "translating.following",
    "translating.essentials",
    "translating.forgetting",
    "translating.leaving",
    "translating.marks",
    "translating.noticing",
    "translating.noticing_words",
    "translating.sheets.others",
]


class PagesConfig(AppConfig):
    """What the public reads."""

    name = "pages"
    label = "pages"
    verbose_name = _("pages")

    def ready(self):
        from uprcities.lib.day_inputs import take_the_place_of_the_calendar

        take_the_place_of_the_calendar()
        for listener in LISTENERS:
            import_module(f"pages.{listener}")
