"""People come to a group: an account where they have none, and a role."""

import re
from dataclasses import dataclass

from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.admin.localization import get_available_admin_languages
from wagtail.users.models import UserProfile

from .models import Membership


@dataclass(frozen=True)
class Joined:
    """A role that somebody got just now, and whether the account is new as well."""

    membership: Membership
    is_new_person: bool


def join(group, email, role, language="", name="", speaks=""):
    """Give somebody a role in a group; returns Joined, or None where they had it already.

    ``speaks`` is the language (a code) in which a new person is written to and finds the admin.
    """
    person = find_person(email)
    is_new = person is None
    if is_new:
        person = _make_account(email, name, speaks)
    elif not person.is_active:
        words = _("The account of %(email)s is switched off. Switch it on first.")
        raise ValidationError(words % {"email": email})
    facts = {"user": person, "local_group": group, "role": role, "language": language}
    membership, is_new_role = Membership.objects.get_or_create(**facts)
    return Joined(membership, is_new) if is_new_role else None


def find_person(email):
    return get_user_model().objects.filter(email__iexact=email).first()


def _make_account(email, name, speaks):
    """An account that nobody can sign in to before its owner has chosen a password."""
    person = get_user_model()(username=_free_name(email), email=email, first_name=name)
    person.set_unusable_password()
    person.save()
    if speaks in dict(get_available_admin_languages()):
        UserProfile.objects.create(user=person, preferred_language=speaks)
    return person


def _free_name(email):
    """The address as a user name, or with a number when another account is called so."""
    wanted = re.sub(r"[^\w.@+-]", "-", email.lower())[:140]
    names = get_user_model().objects.filter(username__startswith=wanted)
    taken = set(names.values_list("username", flat=True))
    number = 1
    name = wanted
    while name in taken:
        number += 1
        name = f"{wanted}-{number}"
    return name
