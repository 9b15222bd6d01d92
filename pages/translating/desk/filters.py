"""What of the desk is shown, and in which order."""

from datetime import timedelta
from functools import reduce
from operator import or_

from django import forms
from django.contrib.auth import get_user_model
from django.db.models import Exists, F, Min, OuterRef, Q, Subquery
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from campaigns.places.models import City
from campaigns.places.rights import colleagues_of

from ...languages import tongue
from ...models import EntryKind, OtherKind, Stage, TranslationRequest, TranslationState
from ...models.original import Importance
from .look import site_languages
from .shown import has_state

ALLIANCE, TODO, ME, NOBODY = "alliance", "todo", "me", "nobody"
#: What is asked before anything else.
ASKED_FIRST = ["q", "language", "stage"]
DUE = {
    "overdue": _("Overdue"),
    "week": _("Within a week"),
    "month": _("Within a month"),
    "none": _("No day named"),
}
ORDERS = {
    "importance": _("Importance"),
    "due": _("Due date"),
    "words": _("Length, the longest first"),
    "title": _("Title"),
}


class DeskFilterForm(forms.Form):
    """Each question is about one language, if one is chosen. What makes no sense is left out."""

    q = forms.CharField(label=_("Title"), required=False, max_length=100)
    language = forms.ChoiceField(label=_("Language"), required=False)
    stage = forms.ChoiceField(label=_("How far"), required=False)
    city = forms.ChoiceField(label=_("City"), required=False)
    kind = forms.ChoiceField(label=_("Type"), required=False)
    importance = forms.ChoiceField(label=_("Importance"), required=False)
    due = forms.ChoiceField(label=_("Due"), required=False)
    person = forms.ChoiceField(label=_("Person"), required=False)
    sort = forms.ChoiceField(label=_("Sort by"), required=False, choices=[*ORDERS.items()])

    def __init__(self, look, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.look = look
        self.fields["q"].widget = forms.TextInput(attrs={"type": "search"})
        for name, choices in self._choices().items():
            self.fields[name].choices = [("", _("All")), *choices]
        if len(self.fields["city"].choices) < 3:  # one city is no choice
            del self.fields["city"]
        self.is_valid()  # what cannot be understood is left out of cleaned_data

    @property
    def is_narrow(self):
        """Whether anything is filtered at all."""
        return any(value for name, value in self.cleaned_data.items() if name != "sort")

    @property
    def has_more(self):
        """Whether anything is chosen by that is asked for last."""
        told = self.cleaned_data
        return any(told.get(name) not in ("", None, "importance") for name in self._further())

    def first_fields(self):
        return [self[name] for name in ASKED_FIRST]

    def further_fields(self):
        return [self[name] for name in self._further()]

    def _further(self):
        return [name for name in self.fields if name not in ASKED_FIRST]

    @property
    def languages(self):
        """Codes of the columns to show."""
        chosen = self.cleaned_data.get("language")
        return [chosen] if chosen else site_languages()

    def rows(self):
        """The Originals that this person sees and that fit, in order."""
        told = self.cleaned_data
        rows = self.look.rows().filter(self._fits(told), self._is_so_far(told))
        return _ordered(rows, told.get("sort"), self.languages)

    def _fits(self, told):
        fits = Q(title__icontains=told["q"].strip()) if told.get("q") else Q()
        for name in ("kind", "importance"):
            fits &= Q(**{name: told[name]}) if told.get(name) else Q()
        if city := told.get("city"):
            fits &= Q(city=None) if city == ALLIANCE else Q(city=city)
        return fits

    def _is_so_far(self, told):
        stage, person, due = told.get("stage"), told.get("person"), told.get("due")
        fits = Q()
        if stage == TODO:
            fits &= reduce(or_, map(self.look.something_to_do, self.languages))
        elif stage == Stage.MISSING:
            fits &= reduce(or_, (~Q(language=c) & ~has_state([c]) for c in self.languages))
        if stage in _STAGES or person or due:
            found = TranslationState.objects.filter(
                self._is_whose(person), _is_due(due), language__in=self.languages
            ).filter(original=OuterRef("pk"))
            fits &= Q(Exists(found.filter(stage=stage) if stage in _STAGES else found))
        return fits

    def _is_whose(self, person):
        if not person:
            return Q()
        if person == NOBODY:
            return Q(person=None, stage__in=[Stage.REQUESTED, Stage.IN_WORK])
        return Q(person=self.look.user.pk if person == ME else person)

    def _choices(self):
        stages = [(TODO, _("Something to do for me")), *Stage.choices]
        return {
            "language": [(code, tongue(code).name) for code in site_languages()],
            "stage": stages,
            "city": self._cities(),
            "kind": [*EntryKind.choices, *OtherKind.choices],
            "importance": Importance.choices,
            "due": DUE.items(),
            "person": [(ME, _("Me")), (NOBODY, _("Nobody yet")), *self._people()],
        }

    def _cities(self):
        ids = self.look.city_ids
        cities = City.objects.real() if ids is None else City.objects.filter(pk__in=ids)
        alliance = [(ALLIANCE, _("The whole alliance"))] if ids is None else []
        return [*alliance, *((str(pk), name) for pk, name in cities.values_list("pk", "name"))]

    def _people(self):
        """Those who have taken something, of those whose names the person may read."""
        people = colleagues_of(self.look.user)
        if self.look.reach.is_administrator:
            people = get_user_model().objects.all()
        at_work = TranslationRequest.objects.open().values("person")
        found = people.filter(pk__in=at_work).exclude(pk=self.look.user.pk)
        return [(str(one.pk), name_of(one)) for one in found.order_by("first_name", "username")]


def name_of(person):
    """As colleagues call somebody."""
    return person.get_full_name() or person.get_username()


_STAGES = set(Stage.values) - {Stage.MISSING}


def _is_due(due):
    today = timezone.localdate()
    if due == "overdue":
        return Q(request__due_on__lt=today)
    if due == "none":
        return Q(request__isnull=False, request__due_on=None)
    days = {"week": 7, "month": 31}.get(due)
    return Q(request__due_on__lte=today + timedelta(days)) if days else Q()


def _ordered(rows, order, languages):
    if order == "due":
        asked = TranslationState.objects.filter(original=OuterRef("pk"), language__in=languages)
        first = asked.order_by().values("original").annotate(day=Min("request__due_on"))
        rows = rows.annotate(first_due=Subquery(first.values("day")))
        return rows.order_by(F("first_due").asc(nulls_last=True), "importance", "title", "pk")
    by = {"words": ["-words", "title"], "title": ["title"]}.get(order, ["importance", "title"])
    return rows.order_by(*by, "pk")
