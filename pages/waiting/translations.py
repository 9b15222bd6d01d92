"""What somebody translates: what they were given or took, what is free, what a language lacks."""

from collections import defaultdict

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from ..languages import tongue
from ..translating.desk.todo import counts_for
from .ahead import NEAR
from .line import Kind, Line, Urgency

GIVEN = Kind("given", _("Given to you"), _("Translations that you took, or were asked for."))
FREE = Kind("free", _("Free to take"), _("Somebody waits for these translations."))
ANSWERED = Kind("answered", _("You asked for it"), _("Read since this week, or held up."))
UNTAKEN = Kind(
    "untaken", _("Nobody has taken it yet"), _("You asked for these translations. Ask somebody.")
)
TRANSLATE = Kind("translate", _("To translate"))
KINDS = [GIVEN, ANSWERED, FREE, UNTAKEN, TRANSLATE]


def _given(person):
    """One line for each text, the most pressing marked."""
    today = timezone.localdate()
    for request in person.translations:
        if not request.is_given:
            continue
        yield _line(
            GIVEN,
            request,
            address=f"{reverse('my_translations')}#jobs-mine",
            when=request.due_on,
            urgency=_urgency(request.due_on, today),
            note=_("Overdue") if request.due_on and request.due_on < today else "",
        )


def _urgency(day, today):
    if day is None:
        return Urgency.LATER
    return Urgency.NOW if day - today <= NEAR else Urgency.SOON


def _answered(person):
    """What the person asked for: that others have done it, or why it cannot begin."""
    for request in person.translations:
        if request.is_given:
            continue
        place = reverse("translations_in_preparation")
        yield _line(
            ANSWERED,
            request,
            address=f"{place}?request={request.pk}",
            note=_("Readers have it") if request.closed_at else _("Could not be prepared"),
            urgency=Urgency.LATER if request.closed_at else Urgency.SOON,
        )


def _line(kind, request, **facts):
    city = request.original.city
    return Line(
        kind=kind,
        about=request.original.title,
        city=city.name if city else "",
        tongue=tongue(request.language),
        **facts,
    )


def _free(person):
    """One line for each language."""
    return _takeable(person, FREE, "free", is_own=False)


def _untaken(person):
    """The same of what the person asked for themselves."""
    return _takeable(person, UNTAKEN, "asked", is_own=True)


def _takeable(person, kind, place, is_own):
    by_language = defaultdict(lambda: defaultdict(int))
    for code, city, asker, number in person.takeable:
        if (asker == person.user.pk) == is_own:
            by_language[code][city or ""] += number
    return _one_line_each(
        kind, by_language, f"{reverse('my_translations')}?language=%s#jobs-{place}"
    )


def _lacking(person):
    """One line for each language."""
    by_language = defaultdict(dict)
    for (city, code), number in counts_for(person.reach).items():
        by_language[code][city] = number
    address = f"{reverse('translation_desk')}?language=%s&stage=todo"
    return _one_line_each(TRANSLATE, by_language, address)


def _one_line_each(kind, by_language, address):
    """A Line for each language of ``{code: {city: number}}``; ``address`` takes the code."""
    for code, by_city in by_language.items():
        count = sum(by_city.values())
        yield Line(
            kind=kind,
            about=tongue(code).name,
            address=address % code,
            city=next(iter(by_city)) if len(by_city) == 1 else "",
            tongue=tongue(code),
            note=ngettext("%(count)s text", "%(count)s texts", count) % {"count": count},
            urgency=Urgency.LATER,
            count=count,
            by_city=by_city,
        )


#: How the lines of each kind are found.
LINES = {
    GIVEN.name: _given,
    ANSWERED.name: _answered,
    FREE.name: _free,
    UNTAKEN.name: _untaken,
    TRANSLATE.name: _lacking,
}
