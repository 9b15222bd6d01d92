"""A city that nobody has started yet."""

from dataclasses import replace

from pages.starting.plan import CityPlan, Person

PLAN = CityPlan(
    name="New Haven",
    slug="new-haven",
    state="Connecticut",
    state_code="CT",
    group="New Haven Listens",
    email="hello@new-haven.example.org",
    languages=("en", "es"),
)


def plan(**facts):
    return replace(PLAN, **facts)


def person(email="rosa@example.org", role="editor", language=""):
    return Person(email, role, language)
