"""A reminder in the morning: how much waits, of which kind, in which city. Never what."""

from collections import Counter
from datetime import timedelta
from hashlib import sha256

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.mail import EmailMessage
from django.db.models import Q
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from uprcities.accounts.models import Reminder
from uprcities.accounts.unsubscribing import address_to_end_reminders, language_of

from .waiting.gathering import waiting_for
from .waiting.person import Person

#: The hours, on the clock of TIME_ZONE, in which reminders are sent.
MORNING = range(6, 11)
#: What waits as it did is told again after so long.
AGAIN = timedelta(days=7)


def is_morning():
    return timezone.localtime(timezone=timezone.get_default_timezone()).hour in MORNING


def people_to_look_at(today):
    """Who may get a reminder and has not been looked at today."""
    people = get_user_model().objects.filter(is_active=True, wants_reminders=True)
    people = people.exclude(email="").exclude(reminder__looked_on=today)
    return people.select_related("wagtail_userprofile").order_by("pk")


def claim(user, today):
    """Mark a person as looked at, before anything is sent; False where somebody else was first.

    Whoever is killed after this sends nothing twice: the person is looked at again tomorrow.
    """
    Reminder.objects.get_or_create(user=user)
    not_yet = Reminder.objects.filter(Q(looked_on=None) | Q(looked_on__lt=today), user=user)
    return bool(not_yet.update(looked_on=today))


def remind(user, today):
    """Send what waits, if it differs from the last time or that is a week ago; whether it was sent."""
    with translation.override(language_of(user)):
        groups = waiting_for(Person(user))
        mark = _mark_of(groups)
        if not groups or _was_told(user, mark, today):
            return False
        _message(user, groups).send()
    Reminder.objects.filter(user=user).update(told=mark, told_on=today)
    return True


def _was_told(user, mark, today):
    lately = Reminder.objects.filter(user=user, told=mark, told_on__gt=today - AGAIN)
    return lately.exists()


def _mark_of(groups):
    counts = [(group.kind.name, sorted(_by_city(group).items())) for group in groups]
    return sha256(repr(sorted(counts)).encode()).hexdigest()


def _message(user, groups):
    count = sum(group.count for group in groups)
    subject = ngettext(
        "%(site)s: %(count)s thing waits for you",
        "%(site)s: %(count)s things wait for you",
        count,
    ) % {"site": settings.WAGTAIL_SITE_NAME, "count": count}
    end = address_to_end_reminders(user)
    headers = {
        "Auto-Submitted": "auto-generated",
        "List-Unsubscribe": f"<{end}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }
    return EmailMessage(subject, _words(groups, end), to=[user.email], headers=headers)


def _words(groups, end):
    told = {
        "site": settings.WAGTAIL_SITE_NAME,
        "groups": [(group.kind.label, group.count, _cities(group)) for group in groups],
        "home": settings.SITE_URL + reverse("wagtailadmin_home"),
        "end": end,
    }
    return render_to_string("pages/mail/waiting.txt", told)


def _cities(group):
    counts = _by_city(group)
    return sorted((city or _("The whole alliance"), number) for city, number in counts.items())


def _by_city(group):
    counts = Counter()
    for line in group.lines:
        counts.update(line.by_city)
    return counts
