import factory
from wagtail.models import Collection

from campaigns.places.models import City, LocalGroup, Membership, Role

from .accounts import UserFactory


def collection_named(name):
    """The collection of that name below the root, made when it is missing."""
    found = Collection.objects.filter(name=name, depth=2).first()
    return found or Collection.get_first_root_node().add_child(name=name)


class CityFactory(factory.django.DjangoModelFactory):
    slug = "pittsburgh"
    name = factory.LazyAttribute(lambda city: city.slug.title())
    state_code = "PA"

    class Meta:
        model = City
        django_get_or_create = ["slug"]


class LocalGroupFactory(factory.django.DjangoModelFactory):
    city = factory.SubFactory(CityFactory)
    name = factory.LazyAttribute(lambda group: f"{group.city.name} Human Rights Group")
    email = factory.LazyAttribute(lambda group: f"{group.city.slug}@example.org")
    collection = factory.LazyAttribute(lambda group: collection_named(group.city.name))

    class Meta:
        model = LocalGroup
        django_get_or_create = ["city"]


class MembershipFactory(factory.django.DjangoModelFactory):
    """An editor of one group, unless told otherwise; local_group=None is the whole alliance."""

    user = factory.SubFactory(UserFactory)
    local_group = factory.SubFactory(LocalGroupFactory)
    role = Role.EDITOR

    class Meta:
        model = Membership
