import factory

from campaigns.compile.models import Review


class ReviewFactory(factory.django.DjangoModelFactory):
    slug = factory.Sequence("united-states-{}".format)
    cycle = 3
    session = 36

    class Meta:
        model = Review
