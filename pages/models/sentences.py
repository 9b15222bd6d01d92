"""The sentences of a page that a language needs: not those that its readers never see."""

import json
from functools import reduce
from operator import or_

from django.db.models import Q
from wagtail_localize.models import StringSegment

#: The part of a page that only readers of some languages see (blocks.prose.ForSomeReadersBlock).
FOR_SOME = "for_some"


def needed_sentences(source, language):
    """StringSegments of a TranslationSource, without the passages hidden in a language (a code)."""
    segments = StringSegment.objects.filter(source=source)
    hidden = [Q(context__path__startswith=path) for path in hidden_paths(source, language)]
    return segments.exclude(reduce(or_, hidden)) if hidden else segments


def hidden_paths(source, language):
    """Where the passages stand that readers of a language do not see, as beginnings of paths."""
    if FOR_SOME not in source.content_json:
        return []
    return [
        f"{name}.{block['id']}"
        for name, stream in json.loads(source.content_json).items()
        for block in _blocks(stream)
        if block.get("type") == FOR_SOME and language not in block["value"].get("languages", [])
    ]


def _blocks(stream):
    """The blocks of a field, which keeps them as JSON; none where it is no stream."""
    if not (isinstance(stream, str) and stream.startswith("[{")):
        return []
    try:
        blocks = json.loads(stream)
    except ValueError:  # words that begin like one
        return []
    return [block for block in blocks if isinstance(block, dict) and "id" in block]
