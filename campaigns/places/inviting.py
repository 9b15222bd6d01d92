"""Writes to people about their roles: an invitation to whoever is new, a line to the others."""

import logging
from collections import defaultdict
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from uprcities.accounts.invitations import VALID_FOR, invitation_link, may_be_invited

from .rights import must_sign_in_in_two_steps

logger = logging.getLogger(__name__)


def write_to(memberships):
    """One mail to each person about these roles of theirs in one group.

    Returns the people whom no mail reached; whoever is new among them needs the link by hand.
    """
    by_person = defaultdict(list)
    for membership in memberships:
        by_person[membership.user].append(membership)
    return [person for person, roles in by_person.items() if not _write(person, roles)]


def _write(person, memberships):
    is_new = may_be_invited(person)
    message = "places/invitation" if is_new else "places/new_role"
    with translation.override(_language_of(person)):
        context = _context(person, memberships, is_new)
        subject = render_to_string(f"{message}/subject.txt", context).strip()
        body = render_to_string(f"{message}/body.txt", context).strip() + "\n"
    try:
        return bool(send_mail(subject, body, None, [person.email]))
    except (OSError, SMTPException) as error:
        logger.error("An invitation was not sent: %s", type(error).__name__)
        return False


def _context(person, memberships, is_new):
    group = memberships[0].local_group
    way_in = settings.SITE_URL + reverse("wagtailadmin_home")
    return {
        "site": settings.WAGTAIL_SITE_NAME,
        "group": group.name if group else settings.WAGTAIL_SITE_NAME,
        "roles": [_role(membership) for membership in memberships],
        "link": invitation_link(person) if is_new else way_in,
        "days": VALID_FOR.days,
        "needs_second_step": must_sign_in_in_two_steps(person),
    }


def _role(membership):
    role = str(membership.get_role_display())
    return f"{role} ({membership.language_name})" if membership.language else role


def _language_of(person):
    profile = getattr(person, "wagtail_userprofile", None)
    return (profile and profile.preferred_language) or settings.LANGUAGE_CODE
