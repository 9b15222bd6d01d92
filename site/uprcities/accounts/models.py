from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """Somebody who signs in: a volunteer of a local group or of the alliance."""
