"""The site as most tests find it: six languages, two cities, and who belongs to which."""

from dataclasses import dataclass, fields

from django.conf import settings
from django.contrib.auth import get_user_model
from wagtail.models import Page, Site

from campaigns.places.models import LocalGroup, Role
from pages.models import CityIndexPage, CityProfilePage, HomePage

from .accounts import UserFactory
from .pages import CityIndexPageFactory, CityProfilePageFactory, HomePageFactory
from .places import CityFactory, LocalGroupFactory, MembershipFactory


@dataclass
class Home:
    """The front doors and the cities, each as a page per language code."""

    site: Site
    homes: dict[str, HomePage]
    indexes: dict[str, CityIndexPage]
    pittsburgh: dict[str, CityProfilePage]
    washington: dict[str, CityProfilePage]
    pittsburgh_group: LocalGroup
    washington_group: LocalGroup


@dataclass
class Cast:
    """Who signs in: password ``tests.factories.accounts.PASSWORD``."""

    admin: object
    pittsburgh_editor: object
    pittsburgh_reviewer: object
    washington_editor: object
    translator_es: object
    press_officer: object


def find_home():
    """The home that stands already, read anew."""
    homes, indexes = by_language(HomePage.objects.all()), by_language(CityIndexPage.objects.all())
    groups = [LocalGroup.objects.get(city__slug=slug) for slug in ("pittsburgh", "washington")]
    profiles = [by_language(CityProfilePage.objects.filter(place=group.city)) for group in groups]
    return Home(Site.objects.get(is_default_site=True), homes, indexes, *profiles, *groups)


def by_language(pages):
    return {page.locale.language_code: page for page in pages.select_related("locale")}


def build_home():
    """Two cities in six languages, with nothing below them yet."""
    homes, indexes = {}, {}
    for language in (code for code, _name in settings.LANGUAGES):
        same = {"translation_key": homes["en"].translation_key} if homes else {}
        homes[language] = HomePageFactory(language=language, revised=False, **same)
        same = {"translation_key": indexes["en"].translation_key} if indexes else {}
        indexes[language] = CityIndexPageFactory(parent=homes[language], revised=False, **same)
    groups = [
        LocalGroupFactory(city=CityFactory(slug="pittsburgh", state_code="PA")),
        LocalGroupFactory(city=CityFactory(slug="washington", state_code="DC")),
    ]
    profiles = [profiles_of(group.city, indexes) for group in groups]
    return Home(open_site(homes["en"]), homes, indexes, *profiles, *groups)


def profiles_of(city, indexes):
    """The profile of a city in every language, as translations of each other."""
    profiles = {}
    for language, index in indexes.items():
        same = {"translation_key": profiles["en"].translation_key} if profiles else {}
        profiles[language] = CityProfilePageFactory(parent=index, place=city, revised=False, **same)
    return profiles


def open_site(front):
    """The site answers with our front door; Wagtail’s welcome page goes."""
    site, _created = Site.objects.update_or_create(
        is_default_site=True, defaults={"hostname": "testserver", "root_page": front}
    )
    Page.objects.filter(depth=2, slug="home").delete()
    return site


def find_cast():
    """The people who are there already, read anew."""
    people = {user.username: user for user in get_user_model().objects.all()}
    return Cast(*(people[part.name.replace("_", "-")] for part in fields(Cast)))


def build_cast(home):
    """The people of the demo, with the same rights."""
    pittsburgh_editor = UserFactory(username="pittsburgh-editor")
    pittsburgh_reviewer = UserFactory(username="pittsburgh-reviewer")
    washington_editor = UserFactory(username="washington-editor")
    translator_es = UserFactory(username="translator-es")
    press_officer = UserFactory(username="press-officer")
    MembershipFactory(user=pittsburgh_editor, local_group=home.pittsburgh_group)
    for role in (Role.EDITOR, Role.SAFETY_REVIEWER):
        MembershipFactory(user=pittsburgh_reviewer, local_group=home.pittsburgh_group, role=role)
    MembershipFactory(user=washington_editor, local_group=home.washington_group)
    MembershipFactory(user=translator_es, local_group=None, role=Role.TRANSLATOR, language="es")
    MembershipFactory(user=press_officer, local_group=None, role=Role.PRESS_OFFICER)
    admin = UserFactory(username="admin", is_superuser=True, is_staff=True)
    return Cast(
        admin,
        pittsburgh_editor,
        pittsburgh_reviewer,
        washington_editor,
        translator_es,
        press_officer,
    )
