from .recommendation import Position, Recommendation
from .review import DocumentKind, Review, ReviewDocument, ReviewStatus

__all__ = [
    "DocumentKind",
    "Position",
    "Recommendation",
    "Review",
    "ReviewDocument",
    "ReviewStatus",
]
