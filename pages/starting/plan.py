"""What somebody wants to begin, and what of it cannot be."""

from dataclasses import dataclass, field

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email, validate_slug
from django.utils.translation import gettext as _

from campaigns.places.models import BY_LANGUAGE, OF_THE_ALLIANCE, City, Role
from uprcities.lib.time_zones import time_zone_names


@dataclass(frozen=True)
class Person:
    """Somebody who will work for the group, and as what."""

    email: str
    role: str = Role.WRITER
    language: str = ""  # of a translator; empty for all
    name: str = ""


@dataclass(frozen=True)
class PressContact:
    """Whom journalists reach; who answers is the group itself unless it names somebody."""

    name: str = ""
    role: str = ""
    email: str = ""
    phone: str = ""


@dataclass(frozen=True)
class CityPlan:
    """A city with its group, as somebody typed it."""

    name: str
    slug: str
    state: str
    state_code: str
    group: str
    email: str
    languages: tuple[str, ...]
    time_zone: str = "America/New_York"
    press: PressContact = field(default_factory=PressContact)
    people: tuple[Person, ...] = ()

    def check(self):
        """Raise ValidationError with every sentence that says why this cannot begin."""
        errors = [*self._about_place(), *self._about_languages()]
        for person in self.people:
            errors += about_person(person)
        if errors:
            raise ValidationError(errors)

    def _about_place(self):
        if not all([self.name, self.state, self.state_code, self.group]):
            yield _("A city needs its name, its state with two letters, and the name of its group.")
        if len(self.state_code) > 2 or not self.state_code.isalpha():
            yield _("The state code has two letters, such as PA.")
        if not _is(validate_slug, self.slug):
            yield _("The address has small letters, digits and hyphens only, such as new-haven.")
        if not _is(validate_email, self.email):
            yield _("The group needs a public e-mail address.")
        if self.time_zone not in time_zone_names():
            yield _("There is no time zone %(name)s.") % {"name": self.time_zone}
        yield from _taken(self)

    def _about_languages(self):
        known = dict(settings.WAGTAIL_CONTENT_LANGUAGES)
        if not self.languages:
            yield _("Choose at least one language.")
        for code in self.languages:
            if code not in known:
                yield _("This site does not publish in “%(code)s”.") % {"code": code}


def about_person(person):
    """Why somebody cannot be given this role, as sentences."""
    if not _is(validate_email, person.email):
        yield _("“%(email)s” is no e-mail address.") % {"email": person.email}
    if person.role not in set(Role.values) - OF_THE_ALLIANCE:
        roles = ", ".join(role for role in Role.values if role not in OF_THE_ALLIANCE)
        words = _("There is no role “%(role)s” in a group. Choose one of: %(roles)s.")
        yield words % {"role": person.role, "roles": roles}
    if person.language and person.role not in BY_LANGUAGE:
        yield _("Only translators work for one language: %(email)s.") % {"email": person.email}
    if person.language and person.language not in dict(settings.WAGTAIL_CONTENT_LANGUAGES):
        yield _("This site does not publish in “%(code)s”.") % {"code": person.language}


def _taken(plan):
    """An address belongs to the city that had it first, and is no new one’s."""
    there = City.objects.filter(slug=plan.slug).first()
    if there and (there.is_template or there.name != plan.name):
        yield _("Another city has this address: %(name)s.") % {"name": there.name}


def _is(validate, value):
    try:
        validate(value)
    except ValidationError:
        return False
    return True
