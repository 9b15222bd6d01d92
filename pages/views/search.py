"""The search page: what was found, where else to look, and what to do when nothing was."""

from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from campaigns.treaties.models.catalogue import catalogue

from .. import dimensions
from ..highlighting import excerpt, highlight
from ..models import Entry, EntryKind
from ..narrowing import FACTS, narrow
from ..searching import clean_question, find, rank
from ..sharing import share_of_list
from ..shown_rights import shown_right
from ..suggesting import other_spelling, rights_named


@require_safe
def search(request):
    """Everything public that says the words; narrowed by type, city, treaty, topic and language."""
    question = clean_question(request.GET.get("q", ""))
    rows, says_all = _found(question) if question else (_everything(), True)
    found = narrow(request, Entry.objects.visible(), _dimensions(), rows=rows, kept=["q"])
    is_asked = bool(question) or found.is_narrowed
    _mark(found.page.object_list, question)
    context = {
        "question": question,
        "found": found,
        "is_asked": is_asked,
        "says_all": says_all,
        "rights": [shown_right(entry) for entry in rights_named(question)],
        "topics": _topics(),
        "share": share_of_list(request, _("Search"), is_listed=False),
    }
    if question and not (found.total and says_all):
        context |= _help(found, question)
    return render(request, "pages/search.html", context)


def _dimensions():
    return [
        dimensions.by_type(),
        dimensions.by_city(),
        dimensions.by_treaty(),
        dimensions.by_theme(),
        dimensions.by_language(),
    ]


def _found(question):
    """Facts of what may be seen and says all the words, or else some; whether it says all."""
    for says_all in (True, False):
        keys = find(question, needs_all=says_all)
        if rows := _rows(keys):
            return rank(rows, question, keys), says_all
    return [], True


def _rows(keys):
    if not keys:
        return []
    seen = Entry.objects.visible().with_city_title().filter(pk__in=keys)
    return list(seen.values(*FACTS, "title", "summary"))


def _everything():
    """For those who choose a topic without a word: all, the newest first."""
    entries = Entry.objects.visible().exclude(kind__in=[EntryKind.HOME, EntryKind.LIST])
    return list(entries.newest_first().values(*FACTS))


def _mark(entries, question):
    """Put the marked title and the passage found on the lines shown, not into the database."""
    texts = dict(
        Entry.objects.visible()
        .filter(pk__in=[entry.pk for entry in entries])
        .values_list("pk", "words")
    )
    here = get_language()
    for entry in entries:
        entry.words = texts.get(entry.pk, "")
        entry.passage = excerpt(entry, question) if question else ""
        entry.shown_title = highlight(entry.title, question, entry.language)
        entry.other_language = entry.language if entry.language != here else ""


def _topics():
    """Every topic, to list what is filed under it."""
    here = get_language()
    return [
        {"label": theme.label, "value": slug, "here": here}
        for slug, theme in catalogue().themes.items()
    ]


def _help(found, question):
    elsewhere = [
        option
        for option in found.facet("language").options
        if option.count and not option.is_chosen
    ]
    return {
        "elsewhere": elsewhere,
        "other_spelling": other_spelling(question, get_language()),
    }
