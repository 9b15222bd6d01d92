import factory
from django.utils import timezone

from campaigns.collect.models import Consent, Naming, PlacePrecision, Testimony

from .places import CityFactory


class TestimonyFactory(factory.django.DjangoModelFactory):
    """A testimony without any consent: silence. Use ConsentFactory for one that may be shown."""

    reference = factory.Sequence("TEST-{:04}".format)
    city = factory.SubFactory(CityFactory)

    class Meta:
        model = Testimony


class ConsentFactory(factory.django.DjangoModelFactory):
    """Consent to the website and the press, given today, under another name."""

    testimony = factory.SubFactory(TestimonyFactory)
    website = True
    press_kit = True
    naming = Naming.PSEUDONYM
    place_precision = PlacePrecision.CITY
    given_on = factory.LazyFunction(timezone.localdate)

    class Meta:
        model = Consent
