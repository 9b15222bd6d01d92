"""“Start a city”, in one form: the city, the group, its languages, its people."""

from django import forms
from django.conf import settings
from django.core.validators import RegexValidator
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from campaigns.places.models import OF_THE_ALLIANCE, City, Role

from ..choices import TimeZoneSelect, time_zone_choices
from ..languages import tongue
from .plan import CityPlan, Person, PressContact, about_person
from .template import lists_of_cities

ROWS = 3


class CityForm(forms.Form):
    """Which city, who the group is, and in which languages they write."""

    name = forms.CharField(label=_("City"), max_length=80)
    slug = forms.SlugField(
        label=_("Address"),
        max_length=50,
        help_text=_("Small letters, digits and hyphens, such as new-haven."),
    )
    state = forms.CharField(label=_("State"), max_length=60, help_text=_("Such as Pennsylvania."))
    state_code = forms.CharField(
        label=_("State code"),
        widget=forms.TextInput(attrs={"maxlength": 2}),
        validators=[RegexValidator("^[A-Za-z]{2}$", _("Two letters: PA."))],
        help_text=_("Two letters: PA."),
    )
    time_zone = forms.ChoiceField(
        label=_("Time zone"), choices=time_zone_choices, widget=TimeZoneSelect
    )
    group = forms.CharField(label=_("Name of the group"), max_length=120)
    email = forms.EmailField(label=_("Public e-mail address"), help_text=_("Readers write here."))
    press_name = forms.CharField(
        label=_("Who speaks to the press"),
        max_length=120,
        required=False,
        help_text=_("Leave it empty and the group itself is named, with its address above."),
    )
    press_role = forms.CharField(label=_("Role"), max_length=160, required=False)
    press_email = forms.EmailField(label=_("E-mail"), required=False)
    press_phone = forms.CharField(label=_("Phone"), max_length=40, required=False)
    first_language = forms.ChoiceField(
        label=_("First language"),
        help_text=_("The group writes in it, and its people are invited in it."),
    )
    languages = forms.MultipleChoiceField(
        label=_("Further languages"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Others can be added later."),
    )

    CITY = ["name", "slug", "state", "state_code", "time_zone"]
    GROUP = ["group", "email", "press_name", "press_role", "press_email", "press_phone"]
    LANGUAGES = ["first_language", "languages"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        there = lists_of_cities()
        codes = [code for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES if code in there]
        choices = [(code, tongue(code).name) for code in codes]
        for name in self.LANGUAGES:
            self.fields[name].choices = choices
        self.initial.setdefault("first_language", get_language())
        self.initial.setdefault("time_zone", settings.TIME_ZONE)

    def parts(self):
        """The fields in groups, each under its question."""
        yield _("Which city?"), [self[name] for name in self.CITY]
        yield _("Which group?"), [self[name] for name in self.GROUP]
        yield _("In which languages?"), [self[name] for name in self.LANGUAGES]

    def clean(self):
        cleaned = super().clean()
        there = City.objects.filter(slug=cleaned.get("slug", "")).first()
        if there and (there.is_template or there.name != cleaned.get("name")):
            taken = _("Another city has this address: %(name)s.")
            self.add_error("slug", forms.ValidationError(taken, params={"name": there.name}))
        return cleaned

    def plan(self, people):
        """What was typed as a CityPlan; ask after is_valid()."""
        typed = self.cleaned_data
        first = typed["first_language"]
        facts = {name: typed[name] for name in [*self.CITY, "group", "email"]}
        press = {name: typed[f"press_{name}"] for name in ("name", "role", "email", "phone")}
        return CityPlan(
            **facts,
            languages=(first, *(code for code in typed["languages"] if code != first)),
            press=PressContact(**press),
            people=tuple(people),
        )


class PersonForm(forms.Form):
    """Somebody who works for the group."""

    email = forms.EmailField(label=_("E-mail"))
    name = forms.CharField(label=_("Name, if they want"), max_length=150, required=False)
    role = forms.ChoiceField(
        label=_("Role"),
        choices=[(role, role.label) for role in Role if role not in OF_THE_ALLIANCE],
        initial=Role.EDITOR,
    )
    language = forms.ChoiceField(label=_("Translates into"), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        languages = [
            (code, tongue(code).name) for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES
        ]
        self.fields["language"].choices = [("", _("Every language")), *languages]

    def has_changed(self):
        """A row without an address is nobody, whatever was chosen beside it."""
        return bool(self["email"].data)

    def clean(self):
        cleaned = super().clean()
        for sentence in about_person(self.person()) if not self.errors else ():
            self.add_error(None, sentence)
        return cleaned

    def person(self):
        return Person(**{name: self.cleaned_data.get(name, "") for name in self.fields})


PeopleFormSet = forms.formset_factory(PersonForm, extra=ROWS, max_num=60)


def with_more_rows(people):
    """The same formset as it was typed, with more empty rows."""
    data = people.data.copy()
    data[f"{people.prefix}-TOTAL_FORMS"] = people.total_form_count() + ROWS
    return type(people)(data, prefix=people.prefix)
