"""Tells readers when the group that wrote a page is no longer active."""


def group_of_page(request):
    """A context processor: ``archived_group`` is the group of the page at hand, once it is over."""
    entry = getattr(request, "entry_here", None)
    group = getattr(entry.city, "local_group", None) if entry and entry.city_id else None
    return {"archived_group": group if group and group.archived_on else None}
