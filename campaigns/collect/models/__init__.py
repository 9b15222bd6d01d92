from .consent import Consent, Naming, PlacePrecision
from .testimony import Testimony, TestimonyQuerySet, consent_conditions

__all__ = [
    "Consent",
    "Naming",
    "PlacePrecision",
    "Testimony",
    "TestimonyQuerySet",
    "consent_conditions",
]
