"""The demo’s cities, groups and accounts."""

from django.contrib.auth import get_user_model
from wagtail.models import Collection

from campaigns.places.models import City, LocalGroup, Membership, Role

CITIES = [
    # (slug, name, state, time zone, group, address of the group)
    (
        "pittsburgh",
        "Pittsburgh",
        "PA",
        "America/New_York",
        "UPR Cities Pittsburgh (demonstration)",
        "pittsburgh@example.org",
    ),
    (
        "washington-dc",
        "Washington, DC",
        "DC",
        "America/New_York",
        "UPR Cities Washington (demonstration)",
        "washington@example.org",
    ),
    (
        "eugene",
        "Eugene",
        "OR",
        "America/Los_Angeles",
        "UPR Cities Eugene (demonstration)",
        "eugene@example.org",
    ),
]
#: (user name, city or None for the whole alliance, role, language); some have several roles
ROLES = [
    ("pittsburgh-editor", "pittsburgh", Role.EDITOR, ""),
    ("pittsburgh-reviewer", "pittsburgh", Role.EDITOR, ""),
    ("pittsburgh-reviewer", "pittsburgh", Role.SAFETY_REVIEWER, ""),
    ("washington-editor", "washington-dc", Role.EDITOR, ""),
    ("translator-es", None, Role.TRANSLATOR, "es"),
    ("translator-ar", None, Role.TRANSLATOR, "ar"),
    ("coordinator", None, Role.COORDINATOR, ""),
    ("press-officer", None, Role.PRESS_OFFICER, ""),
]
ACCOUNTS = list(dict.fromkeys(name for name, *_role in ROLES))


def make_places():
    """Cities with their groups and collections; returns ``{slug: City}``."""
    root = Collection.get_first_root_node()
    cities = {}
    for slug, name, state, zone, group, email in CITIES:
        city, _made = City.objects.get_or_create(
            slug=slug, defaults={"name": name, "state_code": state, "time_zone": zone}
        )
        cities[slug] = city
        if not LocalGroup.objects.filter(city=city).exists():
            collection = root.add_child(name=name)
            LocalGroup.objects.create(city=city, name=group, email=email, collection=collection)
    return cities


def make_accounts(password):
    """The demo accounts, each with the given password if it is new; returns the new names."""
    made = [name for name in ["admin", *ACCOUNTS] if _make_account(name, password)]
    for name, city, role, language in ROLES:
        Membership.objects.get_or_create(
            user=get_user_model().objects.get(username=name),
            local_group=LocalGroup.objects.filter(city__slug=city).first() if city else None,
            role=role,
            language=language,
        )
    return made


def _make_account(name, password):
    users = get_user_model().objects
    if users.filter(username=name).exists():
        return False
    email = f"{name}@example.org"
    if name == "admin":
        users.create_superuser(name, email, password)
    else:
        users.create_user(name, email, password)
    return True
