"""Tellers whom the group should ask again, by the reference of their record."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from campaigns.collect.models import Consent
from campaigns.places.rights import VAULT_ROLES

from .line import Kind, Line, Urgency

CONSENTS = Kind(
    "consents",
    _("Consents to renew"),
    _("Their day has come: ask the tellers whether they still agree. Nothing changes until then."),
)
KINDS = [CONSENTS]


def lines_for(person):
    due, cities = Consent.objects.to_renew(), person.reach.city_ids(VAULT_ROLES)
    if cities is not None:
        due = due.filter(testimony__city__in=cities)
    names = ["testimony_id", "testimony__reference", "testimony__city__name", "review_on"]
    for pk, reference, city, day in due.values_list(*names) if cities != set() else ():
        address = reverse("testimony:renew", args=[pk])
        yield Line(CONSENTS, reference, address, city, when=day, urgency=Urgency.NOW)
