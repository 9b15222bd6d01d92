"""What an administrator fills in to hand a group over, or to rename it."""

from django import forms
from django.contrib.auth import get_user_model
from django.core.validators import validate_slug
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from campaigns.places.models import City, LocalGroup

from .handing_over import Handover, short_role
from .renaming import address_is_taken

STAYS, ENDS = "", "ends"


class HandOverForm(forms.Form):
    """For each role of the group: it stays, ends, or passes to somebody."""

    def __init__(self, *args, group, **kwargs):
        super().__init__(*args, **kwargs)
        people = get_user_model().objects.filter(is_active=True).order_by("username")
        self.people = {str(person.pk): person for person in people}
        members = group.memberships.select_related("user", "local_group").order_by("user__username")
        self.members = {f"member_{member.pk}": member for member in members}
        for name, member in self.members.items():
            self.fields[name] = forms.ChoiceField(
                label=_label(member), choices=self._choices(member), required=False
            )

    def handovers(self):
        """What was chosen, as Handovers, leaving out what stays."""
        chosen = ((member, self.cleaned_data[name]) for name, member in self.members.items())
        return [
            Handover(member, self.people.get(choice))
            for member, choice in chosen
            if choice != STAYS
        ]

    def clean(self):
        if not any(self.cleaned_data.get(name) for name in self.members):
            raise forms.ValidationError(
                _("Nothing changes yet. Choose at least one role to pass on or to end.")
            )
        return super().clean()

    def _choices(self, member):
        others = [
            (key, _("passes to %(person)s") % {"person": person})
            for key, person in self.people.items()
            if person.pk != member.user_id
        ]
        return [(STAYS, _("stays as it is")), (ENDS, _("ends, nobody takes over")), *others]


class RenameForm(forms.Form):
    """The names of a city and its group, and the address of its pages."""

    name = forms.CharField(
        label=gettext_lazy("Name of the city"), max_length=City._meta.get_field("name").max_length
    )
    group_name = forms.CharField(
        label=gettext_lazy("Name of the group"),
        max_length=LocalGroup._meta.get_field("name").max_length,
    )
    slug = forms.CharField(
        label=gettext_lazy("Address"),
        max_length=City._meta.get_field("slug").max_length,
        validators=[validate_slug],
        help_text=gettext_lazy("The part of every address that names the city: /cities/…/"),
    )

    def __init__(self, *args, group, **kwargs):
        self.city = group.city
        now = {"name": self.city.name, "group_name": group.name, "slug": self.city.slug}
        super().__init__(*args, initial=now, **kwargs)

    def clean_slug(self):
        slug = self.cleaned_data["slug"].lower()
        if slug != self.city.slug and address_is_taken(slug, self.city):
            raise forms.ValidationError(_("Another city has this address, or had it once."))
        return slug

    def clean(self):
        if not self.errors and not self.has_changed():
            raise forms.ValidationError(_("Nothing changes. Write a new name or address."))
        return super().clean()


def _label(member):
    language = f" ({member.language_name})" if member.language else ""
    return f"{member.user} · {short_role(member.role)}{language}"
