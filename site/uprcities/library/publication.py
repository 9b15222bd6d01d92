"""Whether a stranger may fetch a document: only when somebody who knows the pages says so.

The library knows no page. Those who do register a checker; without one, nothing is public.
"""

_checkers = []


def register(checker):
    """Add a function that takes a Document and answers whether a visible page shows it."""
    if checker not in _checkers:
        _checkers.append(checker)
    return checker


def is_public(document):
    """True when its collection is open to all and a visible page shows it."""
    if document.collection.get_view_restrictions():
        return False
    return any(checker(document) for checker in _checkers)
