"""Who is looking, for the length of one request in the admin."""

from contextlib import contextmanager
from contextvars import ContextVar

_person = ContextVar("person", default=None)


def person_looking():
    """The signed-in person of this request in the admin, or None anywhere else."""
    return _person.get()


@contextmanager
def looking_as(person):
    token = _person.set(person)
    try:
        yield
    finally:
        _person.reset(token)
