"""The form behind every page in the editor."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.widgets import AdminAutoHeightTextInput

from .change_notes import LONGEST


class PageForm(WagtailAdminPageForm):
    """Asks whether a change matters to those who read a translation."""

    change_note = forms.CharField(
        label=_("What did you change, and why?"),
        required=False,
        max_length=LONGEST,
        widget=AdminAutoHeightTextInput(attrs={"rows": 2}),
        help_text=_(
            "For whoever reviews the page, and for your group later. Readers never see it."
        ),
    )
    is_small_correction = forms.BooleanField(
        label=_("Only small corrections"),
        required=False,
        help_text=_(
            "Tick it when you only mended commas or typing mistakes since the page was last"
            " published. Readers of its translations are then not told that the original changed."
        ),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.fixed_slug and "slug" in self.fields:
            self.fields["slug"].disabled = True
            self.fields["slug"].required = False
            self.fields["slug"].help_text = _("This page keeps its address.")

    def clean(self):
        cleaned = super().clean()
        self.instance.is_small_correction = bool(cleaned.get("is_small_correction"))
        if "action-publish" in self.data:
            reason = self._why_not_yet()
            if reason:
                raise ValidationError(reason)
        return cleaned

    def _why_not_yet(self):
        """A page that is only being added does not know yet below what it will stand."""
        parent = self.parent_page.specific if self.parent_page else None
        if self.instance._state.adding and getattr(parent, "is_template", False):
            return parent.why_not_yet()
        return self.instance.why_not_yet()
