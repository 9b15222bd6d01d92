"""Pages that somebody handed in, for those who may approve them."""

from django.db.models import Q, Subquery
from django.utils.translation import gettext_lazy as _
from wagtail.models import Task, TaskState, get_default_page_content_type

from .line import Kind, Urgency
from .page_rows import line_of, page_ids, rows, this_page

REVIEW = Kind("review", _("To approve"))
KINDS = [REVIEW]


def rows_for(person):
    states = states_for(person.user)
    when = states.filter(revision__object_id=this_page()).values("started_at")[:1]
    pages = person.pages().filter(pk__in=page_ids(states, "revision__object_id"))
    yield rows(pages, REVIEW, Subquery(when))


def states_for(user):
    """What a person may approve or send back, as each task at work says itself."""
    at_work = TaskState.objects.filter(status=TaskState.STATUS_IN_PROGRESS)
    tasks = Task.objects.filter(active=True, pk__in=at_work.values("task")).specific()
    theirs = Q(pk__in=[])
    for task in tasks:
        theirs |= Q(pk__in=task.get_task_states_user_can_moderate(user).order_by().values("pk"))
    return TaskState.objects.filter(
        theirs, revision__base_content_type=get_default_page_content_type()
    )


def lines_from(found, kind, person):
    for row in found:
        yield line_of(row, kind, person, urgency=Urgency.NOW)
