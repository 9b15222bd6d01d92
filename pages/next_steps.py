"""“What next?”: what a person may begin today, and the drafts that they began."""

from dataclasses import dataclass

from django.db.models import Exists, Q
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import WorkflowState

from campaigns.places.rights import VAULT_ROLES, WORDS_ROLES, is_administrator

from .languages import Tongue, tongue
from .models import FindingPage, TestimonyStoryPage
from .waiting.page_rows import about_pages, this_page
from .waiting.person import in_one_language

MOST_DRAFTS = 5
MOST_ROOMS = 3
MOST_HOMES = 2


@dataclass
class Step:
    """A link to something to do: what it is, and in which city and language it begins."""

    label: str
    about: str
    address: str
    city: str = ""
    tongue: Tongue | None = None


def steps_for(person):
    """Steps that end at no closed door, in the order in which a record grows."""
    if person.reach.has_role(VAULT_ROLES):
        about = _("Write down what the teller agreed to, before anything else.")
        yield Step(_("Record a testimony"), about, reverse("testimony:add"))
    yield from _pages_to_write(person)
    if person.reach.has_role(WORDS_ROLES):
        about = _("How far every text is in each language, and what waits for you.")
        yield Step(_("Translation desk"), about, reverse("translation_desk"))
    yield from _press_rooms(person)
    if is_administrator(person.user):
        about = _("Its group, its pages in each language, its people: in one form.")
        yield Step(_("Start a city"), about, reverse("start_city"))


def latest_drafts(person):
    """A person’s latest pages that are not as readers see them, as (page, city, tongue)."""
    in_review = about_pages(WorkflowState.objects.filter(status=WorkflowState.STATUS_IN_PROGRESS))
    mine = person.pages("change").filter(
        Q(latest_revision__user=person.user) | Q(owner=person.user), has_unpublished_changes=True
    )
    pages = mine.annotate(is_in_review=Exists(in_review.filter(object_id=this_page())))
    latest = pages.select_related("locale").order_by("-latest_revision_created_at", "-pk")
    return [
        (page, person.city_of(page.path), tongue(page.locale.language_code))
        for page in latest[:MOST_DRAFTS]
    ]


def _pages_to_write(person):
    cities = [node for node in person.profiles.values() if not node.is_template]
    mine = [node for node in cities if person.may("add", node.path)]
    homes = in_one_language(mine)[:MOST_HOMES]
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
            step.city, step.tongue = homes[0].city, tongue(homes[0].language)
        yield step


def _press_rooms(person):
    for room in in_one_language(person.rooms)[:MOST_ROOMS]:
        address = reverse("wagtailadmin_explore", args=[room.pk])
        about = _("Releases and media kits for journalists.")
        city = room.city or _("The whole alliance")
        yield Step(_("Newsroom"), about, address, city, tongue(room.language))
