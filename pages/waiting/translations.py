"""What the translation desk shows as something to do, in each of the person’s languages."""

from collections import defaultdict

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from ..languages import tongue
from ..translating.desk.todo import counts_for
from .line import Kind, Line, Urgency

TRANSLATE = Kind("translate", _("To translate"))
KINDS = [TRANSLATE]


def lines_for(person):
    """One line for each language."""
    by_language = defaultdict(dict)
    for (city, code), number in counts_for(person.reach).items():
        by_language[code][city] = number
    for code, by_city in by_language.items():
        count = sum(by_city.values())
        yield Line(
            kind=TRANSLATE,
            about=tongue(code).name,
            address=f"{reverse('translation_desk')}?language={code}&stage=todo",
            city=next(iter(by_city)) if len(by_city) == 1 else "",
            tongue=tongue(code),
            note=ngettext("%(count)s text", "%(count)s texts", count) % {"count": count},
            urgency=Urgency.LATER,
            count=count,
            by_city=by_city,
        )
