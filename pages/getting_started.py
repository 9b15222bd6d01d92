"""What a new group does once: the 3 Cs as a list that ticks itself."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, TextField
from django.db.models.functions import Cast, Length
from django.urls import reverse
from django.utils.translation import gettext as _

from campaigns.clamor.models import BuildState
from campaigns.collect.models import Testimony
from campaigns.places.models import City, LocalGroup
from campaigns.places.rights import VAULT_ROLES

from .blocks.choices import CampaignStep
from .models import CityProfilePage, Entry, EntryKind, FindingPage
from .waiting.person import in_one_language

MOST_GROUPS = 2


@dataclass
class Item:
    """Something to do once; the address is empty where this person may not do it."""

    label: str
    is_done: bool
    address: str = ""
    step: str = ""


@dataclass
class Checklist:
    """How far one group has come."""

    group: LocalGroup
    items: list[Item]

    @property
    def done(self):
        return sum(item.is_done for item in self.items)


def checklists_for(person):
    """Checklists of the person’s groups that are not through yet, two at most (one query)."""
    groups = person.reach.groups()
    cities = _with_ticks(City.objects.filter(pk__in=[group.city_id for group in groups]))
    by_id = {city.pk: city for city in cities} if groups else {}
    lists = [Checklist(group, _items(by_id[group.city_id], person)) for group in groups]
    return [one for one in lists if one.done < len(one.items)][:MOST_GROUPS]


def _with_ticks(cities):
    """Cities with what can be seen of each, and a testimony that its teller agreed to."""
    here = Entry.objects.visible().for_city(OuterRef("pk")).order_by()
    findings = here.of_kind(EntryKind.FINDING)
    agreed = Testimony.objects.filter(
        city=OuterRef("pk"), consent__given_on__isnull=False, consent__withdrawn_on=None
    )
    return cities.annotate(
        has_profile=Exists(here.of_kind(EntryKind.CITY).filter(page__in=_written_profiles())),
        has_testimony=Exists(agreed),
        has_finding=Exists(findings),
        has_ask=Exists(findings.filter(page__in=_asking_findings())),
        has_kit=Exists(here.of_kind(EntryKind.KIT).filter(page__kit_build__state=BuildState.READY)),
    )


def _written_profiles():
    profiles = CityProfilePage.objects.alias(size=_size_of("body")).exclude(summary="")
    return profiles.filter(size__gt=len("[]")).values("pk")


def _asking_findings():
    """Findings that say who should do what: each such block names the body that should act."""
    return (
        FindingPage.objects.alias(size=_size_of("changes")).filter(size__gt=len("[]")).values("pk")
    )


def _size_of(stream):
    return Length(Cast(stream, TextField()))


def _items(city, person):
    collect, compile_, clamor = (
        CampaignStep.COLLECT.label,
        CampaignStep.COMPILE.label,
        CampaignStep.CLAMOR.label,
    )
    profile = _profile_of(city, person)
    finding = _add(person, "findingpage", profile)
    ask = _explore(person, profile) if city.has_finding else finding
    return [
        Item(
            _("The city’s profile is written and public"), city.has_profile, _edit(person, profile)
        ),
        Item(
            _("First testimony, with what its teller agreed to"),
            city.has_testimony,
            reverse("testimony:add") if person.reach.has_role(VAULT_ROLES, city.pk) else "",
            collect,
        ),
        Item(_("First finding is public"), city.has_finding, finding, compile_),
        Item(_("First ask: a finding that says who should do what"), city.has_ask, ask, clamor),
        Item(_("First media kit is packed"), city.has_kit, _kit(person, city, profile), clamor),
    ]


def _profile_of(city, person):
    mine = [node for node in person.profiles.values() if node.city_id == city.pk]
    changeable = [node for node in mine if person.may("change", node.path)]
    return next(iter(in_one_language(changeable)), None)


def _edit(person, profile):
    return reverse("wagtailadmin_pages:edit", args=[profile.pk]) if profile else ""


def _explore(person, profile):
    return reverse("wagtailadmin_explore", args=[profile.pk]) if profile else ""


def _add(person, model_name, node):
    if node is None or not person.may("add", node.path):
        return ""
    return reverse("wagtailadmin_pages:add", args=["pages", model_name, node.pk])


def _kit(person, city, profile):
    """Into the city’s newsroom, or first a newsroom."""
    rooms = [room for room in person.rooms if room.city_id == city.pk]
    if room := next(iter(in_one_language(rooms)), None):
        return _add(person, "mediakitpage", room)
    return _add(person, "newsroompage", profile)
