"""Starts a city from a plan: everything, or nothing."""

from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import ReferenceIndex
from wagtail.signal_handlers import disable_reference_index_auto_update

from campaigns.places.models import LocalGroup
from uprcities.lib.lists import listed

from ..land import rights_at_the_end
from ..languages import tongue
from .group import bring_people, make_group
from .making import make_pages
from .template import lists_of_cities, make_template


@dataclass
class Made:
    """What there is now that was not there before."""

    group: LocalGroup
    is_new: bool
    pages: list = field(default_factory=list)
    joined: list = field(default_factory=list)  # of campaigns.places.joining.Joined

    @property
    def is_nothing(self):
        return not (self.is_new or self.pages or self.joined)


def start_city(plan, user=None):
    """Make what is missing of the city in the plan; returns Made.

    The same plan again makes nothing; with one more language or person, just that. Raises
    ValidationError with the reasons, and then nothing is made. Nobody is written to: see
    campaigns.places.inviting.
    """
    plan.check()
    with rights_at_the_end():
        _require_lists(plan)
        make_template()
        group, is_new = make_group(plan)
        made = Made(group, is_new)
        made.pages = _pages(plan, group.city, user)
        made.joined = bring_people(plan, group)
    return made


def _pages(plan, city, user):
    """A page is saved several times before it is whole; what it refers to is noted once."""
    with disable_reference_index_auto_update():
        pages = make_pages(plan, city, user)
    for page in pages:
        ReferenceIndex.create_or_update_for_object(page)
    return pages


def try_start(plan):
    """What start_city would make, or why it would not; nothing is kept."""
    with transaction.atomic():
        made = start_city(plan)
        transaction.set_rollback(True)
    return made


def _require_lists(plan):
    """A city’s page stands below the list of cities, in each language."""
    there = lists_of_cities()
    missing = [tongue(code).name for code in plan.languages if code not in there]
    if missing:
        words = _("There is no list of cities in %(languages)s yet. Translate that page first.")
        raise ValidationError(words % {"languages": listed(missing)})
