import factory
from django.contrib.auth import get_user_model

PASSWORD = "a long enough password"


class UserFactory(factory.django.DjangoModelFactory):
    """Somebody who can sign in with PASSWORD, and may do nothing yet."""

    username = factory.Sequence("person-{}".format)
    email = factory.LazyAttribute(lambda user: f"{user.username}@example.org")
    password = factory.django.Password(PASSWORD)

    class Meta:
        model = get_user_model()
        skip_postgeneration_save = True
