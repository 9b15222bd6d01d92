"""What people choose for themselves, beside what Wagtail lets them choose."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.account import BaseSettingsPanel, notifications_tab

from uprcities.lib.mail import mail_is_sent

from .models import User


class ReminderForm(forms.ModelForm):
    """The switch for reminders."""

    class Meta:
        model = User
        fields = ["wants_reminders"]


class ReminderSettingsPanel(BaseSettingsPanel):
    """Whether somebody is reminded of what waits, where the site sends mail."""

    name = "reminders"
    title = _("Reminders")
    tab = notifications_tab
    order = 200
    form_class = ReminderForm

    def is_active(self):
        return mail_is_sent()
