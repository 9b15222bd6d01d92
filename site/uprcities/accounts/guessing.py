"""The fast brake on guessing, as django-axes asks for it: which account, which network, what to say."""

from datetime import timedelta
from hashlib import sha256
from ipaddress import IPv6Address, ip_address, ip_network
from math import ceil

from allauth.account.internal.userkit import filter_users_by_email, get_user_by_username
from allauth.core.internal.httpkit import get_client_ip
from axes.handlers.proxy import AxesProxyHandler
from django.conf import settings
from django.shortcuts import render
from django.utils import timezone

NETWORK_BITS = 64  # of an IPv6 address; a household is given that many to choose from


def typed_account(request, credentials=None):
    """What was typed as user name or e-mail address, wherever this sign-in carries it."""
    given = credentials or {}
    typed = given.get("username") or given.get("login") or given.get("email")
    return (typed or request.POST.get("login") or "").strip()


def whose(typed):
    """The one person whose user name or e-mail address this is, or None."""
    person = get_user_by_username(typed) if typed else None
    if person is None and "@" in typed:
        found = filter_users_by_email(typed)
        person = found[0] if len(found) == 1 else None
    return person


def account_name(request, credentials=None):
    """One name per account, so that its user name and its e-mail address share one count."""
    typed = typed_account(request, credentials)
    person = whose(typed)
    if person:
        return person.get_username()
    return f"unknown {sha256(typed.lower().encode()).hexdigest()[:32]}"


def network(request):
    """The address somebody comes from; of IPv6, the network it belongs to."""
    address = get_client_ip(request)
    if address and isinstance(ip_address(address), IPv6Address):
        return str(ip_network((address, NETWORK_BITS), strict=False).network_address)
    return address


def say_locked(request, original_response=None, credentials=None):
    """The page that says when to try again."""
    wait = seconds_left(request, credentials)
    page = render(
        request,
        "account/locked.html",
        {"minutes": ceil(wait / 60), "at": timezone.now() + timedelta(seconds=wait)},
        status=429,
    )
    page["Retry-After"] = str(wait)
    page["Cache-Control"] = "no-store"
    return page


def seconds_left(request, credentials):
    handler = AxesProxyHandler.get_implementation()
    last = max(
        (
            attempt.attempt_time
            for attempts in handler.get_user_attempts(request, credentials)
            for attempt in attempts
        ),
        default=timezone.now(),
    )
    return max(1, ceil((last + settings.AXES_COOLOFF_TIME - timezone.now()).total_seconds()))
