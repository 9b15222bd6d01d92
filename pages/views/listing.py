"""The two lists of the record: everything found, and everything told."""

from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from .. import dimensions
from ..models import Entry, EntryKind
from ..narrowing import narrow
from ..sharing import share_of_list


@require_safe
def findings(request):
    """Findings in the reader’s language, newest first."""
    ways = [
        dimensions.by_kind(),
        dimensions.by_city(),
        dimensions.by_treaty(),
        dimensions.by_theme(),
    ]
    found = narrow(request, _entries(EntryKind.FINDING), ways)
    share = share_of_list(request, _("What we found"), is_listed=not found.is_narrowed)
    return render(request, "pages/findings.html", {"found": found, "share": share})


@require_safe
def stories(request):
    """Stories in the reader’s language, newest first."""
    ways = [dimensions.by_city(), dimensions.by_treaty(), dimensions.by_theme()]
    found = narrow(request, _entries(EntryKind.STORY), ways)
    share = share_of_list(request, _("What people told us"), is_listed=not found.is_narrowed)
    return render(request, "pages/stories.html", {"found": found, "share": share})


def _entries(kind):
    return Entry.objects.visible().in_language(get_language()).of_kind(kind)
