"""Reads the reviews that the project ships: facts about each, and how the State answered."""

import csv
from dataclasses import dataclass, field
from pathlib import Path

import yaml
from django.db import transaction

from .models import Recommendation, Review, ReviewDocument

DATA = Path(__file__).parent / "data"
DOCUMENT_ADDRESS = "https://undocs.org/{symbol}"
OF_A_REVIEW = [
    "cycle",
    "session",
    "status",
    "first_planned_on",
    "held_on",
    "adopted_on",
]


@dataclass
class Counts:
    """How many records a load made anew, changed, or found as they should be."""

    made: int = 0
    changed: int = 0
    unchanged: int = 0
    by_review: dict = field(default_factory=dict)

    def note(self, is_new, has_changed=False):
        if is_new:
            self.made += 1
        elif has_changed:
            self.changed += 1
        else:
            self.unchanged += 1


def load_reviews(dry_run=False):
    """Bring reviews, their documents and recommendations up to the shipped files.

    Safe to repeat. A review that an editor changed (its status or a date) keeps the editor's
    values: only records that do not exist yet are made, and recommendations, which are facts of
    a UN report, are corrected. Returns Counts; with ``dry_run`` nothing stays.
    """
    counts = Counts()
    with transaction.atomic():
        for facts in yaml.safe_load((DATA / "reviews.yaml").read_text("utf-8")):
            _load_review(facts, counts)
        if dry_run:
            transaction.set_rollback(True)
    return counts


def _load_review(facts, counts):
    values = {name: facts[name] for name in OF_A_REVIEW if name in facts}
    review, is_new = Review.objects.get_or_create(slug=facts["slug"], defaults=values)
    counts.note(is_new)
    for document in facts.get("documents", []):
        _load_document(review, document, counts)
    if "recommendations" in facts:
        counts.by_review[review.slug] = _load_recommendations(
            review, DATA / facts["recommendations"], counts
        )


def _load_document(review, facts, counts):
    symbol = facts["symbol"]
    defaults = {"kind": facts["kind"], "url": DOCUMENT_ADDRESS.format(symbol=symbol)}
    _document, is_new = ReviewDocument.objects.get_or_create(
        review=review, symbol=symbol, defaults=defaults
    )
    counts.note(is_new)


def _load_recommendations(review, path, counts):
    known = {found.paragraph: found for found in review.recommendations.all()}
    rows = list(csv.DictReader(path.open(encoding="utf-8", newline="")))
    for number, row in enumerate(rows, start=1):
        _load_recommendation(review, number, row, known.get(row["paragraph"]), counts)
    return len(rows)


def _load_recommendation(review, number, row, found, counts):
    values = {
        "number": number,
        "recommending_states": row["recommending_states"],
        "position": row["position"],
        "theme": row["theme"],
        "names_local_government": row["names_local_government"] == "yes",
    }
    if found is None:
        Recommendation.objects.create(review=review, paragraph=row["paragraph"], **values)
        counts.note(is_new=True)
        return
    has_changed = any(getattr(found, name) != value for name, value in values.items())
    if has_changed:
        for name, value in values.items():
            setattr(found, name, value)
        found.save()
    counts.note(is_new=False, has_changed=has_changed)
