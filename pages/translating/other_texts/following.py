"""Knows from which words of an original each translation was made, however either was written.

Forms, imports and files of the project write words without saying so. What is seen here:

- a translation that says something new was made from what the original says now;
- one that still says the same was made from what the original said when that was written;
- words that were loaded from the project's files together agree with each other.
"""

from collections import defaultdict

from django.utils import timezone

from ...models import FollowedWords
from ...models.made import MANUAL
from .rows import write_rows

FIELDS = (
    "source_words",
    "words",
    "made",
    "written_by_id",
    "written_at",
    "suggestion",
    "suggested_for",
)


def follow(texts, originals, known):
    """Write down what is new; returns ``{(original id, language): {field: FollowedWords}}``.

    ``known`` is ``{original id: [FollowedWords]}``. Three queries, however many texts.
    """
    followed = defaultdict(dict)
    changed, gone = [], []
    for text in texts:
        pk = originals[text.key].pk
        rows = {(row.language, row.field): row for row in known[pk]}
        for language in text.languages() | {language for language, _field in rows}:
            for name, words in text.in_language(language).items():
                row = rows.pop((language, name), None)
                if row is None and words:
                    row = FollowedWords(original_id=pk, language=language, field=name)
                if row is None:
                    continue
                has_changed = _see(row, words, text.source[name], text.came_together(language))
                if not (row.words or row.suggestion):
                    gone.append(row)
                    continue
                followed[pk, language][name] = row
                if has_changed:
                    changed.append(row)
        gone += rows.values()
    write_rows(FollowedWords, changed, FIELDS, [row for row in gone if row.pk])
    return followed


def _see(row, words, source, came_together):
    """Bring a row up to date with what stands there now; says whether it changed."""
    before = {name: getattr(row, name) for name in FIELDS}
    if words and (words != row.words or came_together):
        if words != row.words and row.pk:
            row.made, row.written_by_id, row.written_at = MANUAL, None, timezone.now()
        row.words, row.source_words = words, source
    elif not words:
        row.words = row.source_words = ""
    if row.suggested_for != source:
        row.suggestion = row.suggested_for = ""
    return row.pk is None or before != {name: getattr(row, name) for name in FIELDS}
