"""The group of a new city: who it is, where its files lie, and its people."""

from django.utils.translation import gettext as _
from wagtail.models import Collection, CollectionViewRestriction

from campaigns.places.joining import join
from campaigns.places.models import City, LocalGroup


def make_group(plan):
    """The city and its group, with collections; returns (group, whether it is new)."""
    city, _new = City.objects.get_or_create(
        slug=plan.slug,
        defaults={
            "name": plan.name,
            "state_code": plan.state_code.upper(),
            "time_zone": plan.time_zone,
        },
    )
    group, is_new = LocalGroup.objects.get_or_create(
        city=city, defaults={"name": plan.group, "email": plan.email}
    )
    if group.collection is None:
        _make_collections(group)
    return group, is_new


def _make_collections(group):
    """One for the group, and below it: for readers, for the press, and for nobody else."""
    names = {"city": group.city.name}
    own = Collection.get_first_root_node().add_child(name=group.city.name)
    own.add_child(name=_("%(city)s: public") % names)
    own.add_child(name=_("%(city)s: press") % names)
    private = own.add_child(name=_("%(city)s: private") % names)
    CollectionViewRestriction.objects.create(
        collection=private, restriction_type=CollectionViewRestriction.LOGIN
    )
    group.collection, group.private_collection = own, private
    group.save()


def bring_people(plan, group):
    """Give everybody in the plan their role; returns a Joined for each role that is new."""
    speaks = plan.languages[0]
    joined = [
        join(group, person.email, person.role, person.language, person.name, speaks)
        for person in plan.people
    ]
    return [one for one in joined if one]
