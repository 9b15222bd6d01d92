"""“What next?”: the first panel of the admin’s front page, with what this person may really do."""

from dataclasses import dataclass

from django.conf import settings
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from wagtail.admin.ui.components import Component
from wagtail.models import Page
from wagtail.permissions import policy_registry

from campaigns.places.rights import (
    WORDS_ROLES,
    is_administrator,
    memberships_of,
    vault_cities_of,
)

from .languages import Tongue, tongue
from .models import CityProfilePage, FindingPage, NewsroomPage, TestimonyStoryPage
from .translating.desk import work_for

MOST_DRAFTS = 5
MOST_ROOMS = 3


@dataclass
class Step:
    """A link to something to do: what it is, and in which city and language it begins."""

    label: str
    about: str
    address: str
    city: str = ""
    tongue: Tongue | None = None


class NextStepsPanel(Component):
    """Where to begin today, and the drafts that wait for their writer."""

    name = "next_steps"
    template_name = "pages/admin/next_steps.html"
    order = 50

    def get_context_data(self, parent_context):
        user = parent_context["request"].user
        return {"steps": list(steps_for(user)), "drafts": latest_drafts(user)}


def show_first(request, panels):
    panels.insert(0, NextStepsPanel())


def steps_for(user):
    """Steps that end at no closed door, in the order in which a record grows."""
    if vault_cities_of(user).exists():
        about = _("Write down what the teller agreed to, before anything else.")
        yield Step(_("Record a testimony"), about, reverse("testimony:add"))
    yield from _pages_to_write(user)
    yield from _pages_to_translate(user)
    yield from _press_rooms(user)
    if is_administrator(user):
        about = _("Its group, its pages in each language, its people: in one form.")
        yield Step(_("Start a city"), about, reverse("start_city"))


def latest_drafts(user):
    """A person’s latest pages that are not as readers see them, as (page, city, tongue)."""
    taken_back = TestimonyStoryPage.objects.filter(testimony__consent__withdrawn_on__isnull=False)
    own = policy_registry.get_by_type(Page).instances_user_has_permission_for(user, "change")
    mine = own.filter(
        Q(latest_revision__user=user) | Q(owner=user), has_unpublished_changes=True, alias_of=None
    ).exclude(pk__in=taken_back.values("pk"))
    pages = mine.select_related("locale").order_by("-latest_revision_created_at", "-pk")
    return _with_cities(pages[:MOST_DRAFTS])


def _pages_to_write(user):
    real = CityProfilePage.objects.filter(place__is_template=False).select_related("place")
    homes = _writable(user, real, "place_id", most=2)
    about = {
        TestimonyStoryPage: _("One person’s testimony, told with their agreement."),
        FindingPage: _("What happens to people’s rights, in one sentence and with proof."),
    }
    labels = {TestimonyStoryPage: _("Write a story"), FindingPage: _("Write a finding")}
    for model, label in labels.items() if homes else ():
        names = [model._meta.app_label, model._meta.model_name]
        step = Step(label, about[model], reverse("wagtailadmin_pages:choose_parent", args=names))
        if len(homes) == 1:  # else the city is chosen first
            step.address = reverse("wagtailadmin_pages:add", args=[*names, homes[0].pk])
            step.city = homes[0].place.name
            step.tongue = tongue(homes[0].locale.language_code)
        yield step


def _pages_to_translate(user):
    count = sum(1 for _work in work_for(user))
    if not count and not memberships_of(user, WORDS_ROLES).exists():
        return
    label = ngettext("Translate: %(count)s page waits", "Translate: %(count)s pages wait", count)
    about = _("Pages that your languages lack, or whose original has changed.")
    if not count:
        label, about = _("To translate"), _("No page waits in your languages now.")
    yield Step(label % {"count": count}, about, reverse("pages_to_translate"))


def _press_rooms(user):
    rooms = _writable(user, _real_newsrooms(), "depth", most=MOST_ROOMS)
    for room, city, language in _with_cities(rooms):
        address = reverse("wagtailadmin_explore", args=[room.pk])
        about = _("Releases and media kits for journalists.")
        yield Step(_("Newsroom"), about, address, city or _("The whole alliance"), language)


def _real_newsrooms():
    """All but those of the template city (one query for them)."""
    rooms = NewsroomPage.objects.all()
    for profile in CityProfilePage.objects.filter(place__is_template=True).only("path"):
        rooms = rooms.not_descendant_of(profile)
    return rooms


def _writable(user, pages, order, most):
    """Pages below which a person may write, each in one language: their admin’s if it can be."""
    may_add = policy_registry.get_by_type(Page).instances_user_has_permission_for(user, "add")
    pages = pages.filter(pk__in=may_add.values("pk")).defer_streamfields()
    pages = pages.select_related("locale").order_by(order, "translation_key", "pk")
    best = {}
    for page in pages[: most * len(settings.WAGTAIL_CONTENT_LANGUAGES)]:
        kept = best.setdefault(page.translation_key, page)
        if page.locale.language_code == get_language() != kept.locale.language_code:
            best[page.translation_key] = page
    return list(best.values())[:most]


def _with_cities(pages):
    """Each page with the name of its city, or nothing, and its Tongue (one query for all)."""
    pages = list(pages)
    steps = ((page, range(0, len(page.path) + 1, page.steplen)) for page in pages)
    above = {page.path[:end] for page, ends in steps for end in ends}
    profiles = CityProfilePage.objects.filter(path__in=above)
    cities = dict(profiles.values_list("path", "place__name"))
    return [
        (
            page,
            next((name for path, name in cities.items() if page.path.startswith(path)), ""),
            tongue(page.locale.language_code),
        )
        for page in pages
    ]
