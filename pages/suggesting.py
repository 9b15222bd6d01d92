"""What to offer somebody who found nothing: the words as we write them, and rights by that name."""

from difflib import get_close_matches

from campaigns.treaties.models.catalogue import catalogue
from campaigns.treaties.search import find_rights

from .models import Entry
from .search_words import kept_word, words_of

SHORTEST_WORD = 4
NEAR_ENOUGH = 0.74
MOST_TITLES = 1000


def rights_named(question, most=4):
    """Treaties and articles that the words of a question name; asks the database nothing."""
    return find_rights(question, limit=most) if question else []


def other_spelling(question, language):
    """The question in words that we know, without those that we do not, or "" (one query)."""
    known = _known_words(language)
    spelled = {kept_word(word, language) for word in known}
    asked = list(words_of(question))
    better = [_nearest(word, known, spelled, language) for word in asked]
    changed = any(new and new != old for new, old in zip(better, asked, strict=True))
    return " ".join(filter(None, better)) if changed else ""


def _nearest(word, known, spelled, language):
    if kept_word(word, language) in spelled:
        return word
    if len(word) < SHORTEST_WORD:
        return ""
    return next(iter(get_close_matches(word, known, n=1, cutoff=NEAR_ENOUGH)), "")


def _known_words(language):
    """The words of our titles and of the rights and topics, in one language."""
    titles = Entry.objects.visible().in_language(language).newest_first()
    texts = [
        f"{title} {city or ''}"
        for title, city in titles.values_list("title", "city_title")[:MOST_TITLES]
    ]
    book = catalogue(language)
    texts += [str(right.label) for right in book.rights.values()]
    texts += [str(theme.label) for theme in book.themes.values()]
    words = (word for text in texts for word in words_of(text))
    return list(dict.fromkeys(word for word in words if len(word) >= SHORTEST_WORD))
