"""The fields in which an editor chooses rights and themes: from the list, and nothing else."""

from django import forms
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.tags import TagField

from campaigns.treaties.models import RightsTag, Theme
from campaigns.treaties.models.catalogue import catalogue


class RightsPicker(forms.SelectMultiple):
    """Finds rights while one types, and shows the chosen ones with the status in the US."""

    template_name = "treaties/widgets/rights_picker.html"

    class Media:
        js = ["treaties/rights-picker.js"]
        css = {"all": ["treaties/rights-picker.css"]}

    def get_context(self, name, value, attrs):
        context = super().get_context(name, [], attrs)
        book = catalogue()
        context["widget"]["chosen"] = [entry for entry in map(book.right, value or []) if entry]
        context["widget"]["find_url"] = reverse("treaties_find_rights")
        return context

    def optgroups(self, name, value, attrs=None):
        return []  # the list is searched on the server: 336 options are too many for a page


class ThemesPicker(forms.CheckboxSelectMultiple):
    """All themes at a glance."""

    template_name = "treaties/widgets/themes_picker.html"

    class Media:
        css = {"all": ["treaties/rights-picker.css"]}


class ControlledTagsField(forms.MultipleChoiceField):
    """Tags of one controlled list: an unknown one is refused, and never made."""

    default_error_messages = {
        "invalid_choice": _(
            "“%(value)s” is not on the list. Choose from the suggestions: new entries cannot be typed in."
        ),
    }

    def __init__(self, *, tag_model, **kwargs):
        self.tag_model = tag_model
        is_rights = tag_model is RightsTag
        kwargs.setdefault("widget", RightsPicker if is_rights else ThemesPicker)
        super().__init__(choices=list_rights if is_rights else list_themes, **kwargs)

    def prepare_value(self, value):
        """Tags, their slugs, or nothing yet."""
        return [getattr(tag, "slug", tag) for tag in value or []]

    def clean(self, value):
        """The chosen tags in the order of the list."""
        slugs = super().clean(value)
        return list(self.tag_model.objects.filter(slug__in=slugs))

    def has_changed(self, initial, data):
        return set(self.prepare_value(initial)) != set(data or [])


def list_rights():
    return [(slug, f"{entry.code} {entry.label}") for slug, entry in catalogue().rights.items()]


def list_themes():
    return [(slug, str(entry.label)) for slug, entry in catalogue().themes.items()]


def field_for_tags(db_field):
    """Ours where the tags are one of our controlled lists, else Wagtail's own."""
    is_ours = db_field.related_model in [RightsTag, Theme]
    return {
        "form_class": ControlledTagsField if is_ours else TagField,
        "tag_model": db_field.related_model,
    }
