from django import forms
from django.forms.models import fields_for_model
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from campaigns.places.rights import vault_cities_of
from uprcities.lib.day_inputs import DayField, DayInput

from .models import Consent, Testimony

CONSENT_FIELDS = [
    *("given_on", "website", "press_kit", "machine_translation"),
    *("naming", "place_precision", "review_on"),
]
CONSENT_HELP = {
    "given_on": _("The day on which the teller said yes, after they knew what it is for."),
    "website": _("Readers anywhere can see it, and search engines can copy it."),
    "press_kit": _("Journalists can print it. What was printed cannot be called back."),
    "machine_translation": _(
        "Another company’s computers read the words to translate them. Nobody can say what they keep."
    ),
    "naming": _("As the teller decided. “No name at all” until they decide."),
    "place_precision": _("A small place can give a person away."),
    "review_on": _(
        "Lives change. On this day the admin reminds you to ask whether the teller still agrees. Empty: a year after they agreed. Until you have asked, nothing changes for readers."
    ),
}
CONSENT_DAYS = {"given_on": DayField, "review_on": DayField}


def consent_fields():
    """The form fields of a consent, all of them saying no until somebody says yes."""
    fields = fields_for_model(
        Consent,
        fields=CONSENT_FIELDS,
        help_texts=CONSENT_HELP,
        field_classes=CONSENT_DAYS,
    )
    return {name: fields[name] for name in CONSENT_FIELDS}


class ConsentForm(WagtailAdminModelForm):
    """What the teller agreed to."""

    class Meta:
        model = Consent
        fields = CONSENT_FIELDS
        help_texts = CONSENT_HELP
        widgets = {"given_on": DayInput, "review_on": DayInput}
        field_classes = CONSENT_DAYS


class ConsentAnewForm(ConsentForm):
    """A teller who had taken their testimony back agrees once more; nothing is ticked before."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["given_on"].required = True
        self.fields["website"].required = True
        for name, field in consent_fields().items():
            self.initial[name] = field.initial

    def clean_given_on(self):
        day, withdrawn_on = self.cleaned_data["given_on"], self.instance.withdrawn_on
        if withdrawn_on and day < timezone.localdate(withdrawn_on):
            raise forms.ValidationError(
                _("This day lies before the testimony was taken back. Ask the teller again.")
            )
        return day

    def save(self, commit=True):
        self.instance.give_anew()
        return super().save(commit=commit)


class ConsentRenewForm(forms.Form):
    """A teller who was asked again and still agrees to the same."""

    asked_on = DayField(
        label=_("Asked on"), help_text=_("The day on which the teller said that they still agree.")
    )

    def __init__(self, *args, consent, **kwargs):
        super().__init__(*args, **kwargs)
        self.consent = consent
        self.initial.setdefault("asked_on", timezone.localdate())

    def clean_asked_on(self):
        day = self.cleaned_data["asked_on"]
        if day > timezone.localdate():
            raise forms.ValidationError(_("Nobody can have been asked in the future."))
        if day < self.consent.given_on:
            raise forms.ValidationError(_("This day lies before the one on which they agreed."))
        return day

    def save(self):
        self.consent.renew(self.cleaned_data["asked_on"])


class TestimonyForm(WagtailAdminModelForm):
    """A testimony’s record with its consent beside it."""

    class Meta:
        model = Testimony
        fields = ["reference", "city", "heard_on"]
        widgets = {"heard_on": DayInput}
        field_classes = {"heard_on": DayField}
        help_texts = {"city": _("Only this city’s group can open the record.")}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._limit_to_own_cities()
        self.consent = getattr(self.instance, "consent", None) if self.instance.pk else None
        self.is_closed = bool(self.consent and self.consent.is_withdrawn)
        if not self.is_closed:
            self._add_consent()

    def _limit_to_own_cities(self):
        city = self.fields["city"]
        city.queryset = vault_cities_of(self.for_user)
        if self.instance.pk:
            del self.fields["city"]  # a record never changes hands
        elif city.queryset.count() == 1:
            city.initial, city.empty_label = city.queryset.get(), None

    def _add_consent(self):
        for name, field in consent_fields().items():
            self.fields[name] = field
            if self.consent:
                self.initial[name] = getattr(self.consent, name)

    def clean(self):
        cleaned = super().clean()
        if self.is_closed or self.errors:
            return cleaned
        consent = self.consent or Consent()
        for name in CONSENT_FIELDS:
            setattr(consent, name, cleaned[name])
        try:
            consent.clean()
        except forms.ValidationError as error:
            self.add_error(None, error)
        self.consent = consent
        return cleaned

    def save(self, commit=True):
        testimony = super().save(commit=commit)
        if self.consent and not self.is_closed and (self.consent.pk or self.consent.given_on):
            self.consent.testimony = testimony
            self.consent.save()
        return testimony
