"""The sentences of a page that a language needs: not those that its readers do not see."""

import json
from functools import reduce
from operator import or_

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from wagtail_localize.models import StringSegment

from campaigns.collect.publishable import consent_is_live, consent_reaches_press

from .entry import FOR_THE_PRESS

#: The part of a page that only readers of some languages see (blocks.prose.ForSomeReadersBlock).
FOR_SOME = "for_some"
#: What stands in a page that has words of a teller in it.
OF_TELLERS = ("story", "is_tellers")
GONE = -1


def needed_sentences(source, language):
    """StringSegments of a TranslationSource, without the passages hidden in a language (a code)."""
    segments = StringSegment.objects.filter(source=source)
    hidden = [Q(context__path__startswith=path) for path in hidden_paths(source, language)]
    return segments.exclude(reduce(or_, hidden)) if hidden else segments


def hidden_paths(source, language):
    """Where the passages stand that readers of a language do not see, as beginnings of paths."""
    return [*paths_for_others(source, language), *withheld_paths(source)]


def paths_for_others(source, language):
    """The same of what is only for readers of other languages; no query."""
    return [
        path
        for path, block in _blocks_of(source, FOR_SOME)
        if block.get("type") == FOR_SOME and language not in block["value"].get("languages", [])
    ]


def may_hide():
    """A condition on TranslationSources: some readers may not see all of the page."""
    return reduce(or_, (Q(content_json__contains=word) for word in (FOR_SOME, *OF_TELLERS)))


def withheld_paths(source):
    """Where a page has words of a story whose teller does not agree, as beginnings of paths.

    Nobody sees them on the page, so nobody translates them, takes them along or is offered them.
    One query, and none where a page names no story.
    """
    stories = {path: _story_of(block) for path, block in _blocks_of(source, *OF_TELLERS)}
    named = {path: pk for path, pk in stories.items() if pk}
    if not named:
        return []
    pages = apps.get_model("pages.TestimonyStoryPage").objects
    agreed = pages.filter(_agreed_to(source), pk__in=set(named.values()) - {GONE})
    known = set(agreed.values_list("pk", flat=True))
    return [path for path, pk in named.items() if pk not in known]


def _agreed_to(source):
    """What a teller must have agreed to for their words on this kind of page."""
    page_class = ContentType.objects.get_for_id(source.specific_content_type_id).model_class()
    is_for_press = getattr(page_class, "entry_kind", None) in FOR_THE_PRESS
    return consent_reaches_press() if is_for_press else consent_is_live()


def _story_of(block):
    """The id of the story whose words a block has; GONE where it was deleted, None where none."""
    value = block.get("value")
    if not isinstance(value, dict):
        return None
    is_tellers = block.get("type") == "story" or value.get("is_tellers")
    return value.get("story") or (GONE if is_tellers else None)


def _blocks_of(source, *words):
    """(path, block) of each block of a page, read only where one of these words stands in it."""
    if not any(word in source.content_json for word in words):
        return
    for name, stream in json.loads(source.content_json).items():
        for block in _blocks(stream):
            yield f"{name}.{block['id']}", block


def _blocks(stream):
    """The blocks of a field, which keeps them as JSON; none where it is no stream."""
    if not (isinstance(stream, str) and stream.startswith("[{")):
        return []
    try:
        blocks = json.loads(stream)
    except ValueError:  # words that begin like one
        return []
    return [block for block in blocks if isinstance(block, dict) and "id" in block]
