"""Which of the pages that wait for approval wait for one person; a handful of queries for all."""

from django.apps import apps
from wagtail.models import Page

from campaigns.places.rights import approval_rights_of


def approvable_by(user, task_states):
    """Ids of those of these TaskStates whose pages this person approves, and did not write.

    Whether they may approve a page as it stands, the page says when it is opened.
    """
    unknown_changer = {"revision__user": None, "workflow_state__requested_by": user.pk}
    waiting = dict(
        task_states.exclude(**unknown_changer).values_list("pk", "workflow_state__object_id")
    )
    found = Page.objects.filter(pk__in={int(pk) for pk in waiting.values()})
    pages = list(found.select_related("latest_revision").defer("latest_revision__content"))
    may_approve, cities = approval_rights_of(user), _cities_of(pages)
    mine = {
        str(page.pk)
        for page in pages
        if may_approve(cities[page.pk], page.specific_class.approved_by) and not _wrote(user, page)
    }
    return [pk for pk, page in waiting.items() if page in mine]


def _wrote(user, page):
    is_author = page.specific_class.is_never_approved_by_author and page.owner_id == user.pk
    return is_author or (page.latest_revision and page.latest_revision.user_id == user.pk)


def _cities_of(pages):
    """``{page id: id of the city below whose profile it stands, or None}`` (one query)."""
    above = {page.pk: _paths_above(page) for page in pages}
    profiles = apps.get_model("pages", "CityProfilePage").objects
    known = profiles.filter(path__in=set().union(*above.values()))
    cities = dict(known.values_list("path", "place_id"))
    return {
        pk: next((cities[path] for path in paths if path in cities), None)
        for pk, paths in above.items()
    }


def _paths_above(page):
    return [page.path[:end] for end in range(len(page.path), 0, -page.steplen)]
