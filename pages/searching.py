"""Finds lines of the record by words, in every language at once, through Wagtail’s search.

The question is put to each language in its own way: the words as that language keeps them.
What is found is not yet what may be seen: ask ``visible()`` about it.
"""

from django.conf import settings
from wagtail.search.backends import get_search_backend
from wagtail.search.query import Or, PlainText

from .models import Entry
from .search_words import question_words

LONGEST_QUESTION = 200
MOST_WORDS = 16
MOST_FOUND = 2000
#: SQLite weighs every line it finds anew, which takes a second for a thousand of them.
MOST_COMPARED = 150


def clean_question(text):
    """What somebody typed, as one line of at most 200 signs that every database takes."""
    return " ".join(text.replace("\x00", " ").split())[:LONGEST_QUESTION].strip()


def find(question, needs_all=True):
    """The keys of entries with all words of a question, or with any of them.

    The most telling come first where they are few enough to compare: two queries then, else one.
    """
    query = _query(question, needs_all)
    if query is None:
        return []
    lines = Entry.objects.only("pk").order_by()
    search = get_search_backend().search
    found = [line.pk for line in search(query, lines, order_by_relevance=False)[:MOST_FOUND]]
    if len(found) > MOST_COMPARED:
        return sorted(found, reverse=True)
    return [line.pk for line in search(query, lines.filter(id__in=found))] if found else []


def rank(rows, question, keys):
    """The rows with the best first: words in the title, then in the summary, then as found.

    A row is ``Entry.values()`` with ``title``, ``summary`` and ``language``; ``keys`` are from
    ``find``.
    """
    asked = {}
    texts = ["title", "summary"] if len(rows) <= MOST_COMPARED else ["title"]
    place = {key: number for number, key in enumerate(keys)}

    def worth(row):
        words = asked.setdefault(row["language"], question_words(question, row["language"]))
        return (
            *(-_number_said(words, row[text], row["language"]) for text in texts),
            place[row["pk"]],
        )

    return sorted(rows, key=worth)


def _query(question, needs_all):
    operator = "and" if needs_all else "or"
    asked = [question_words(question, language)[:MOST_WORDS] for language, _ in settings.LANGUAGES]
    parts = [PlainText(" ".join(words), operator=operator) for words in asked if words]
    return Or(parts) if parts else None


def _number_said(asked, text, language):
    return len(set(asked).intersection(question_words(text, language)))
