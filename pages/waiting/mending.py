"""Pages that a reviewer sent back to whoever wrote them."""

from django.db.models import Q, Subquery
from django.utils.translation import gettext_lazy as _
from wagtail.models import WorkflowState

from .line import Kind, Urgency
from .page_rows import about_pages, line_of, page_ids, rows, this_page

MEND = Kind("mend", _("Sent back to you"))
KINDS = [MEND]


def rows_for(person):
    sent_back = about_pages(WorkflowState.objects.filter(status=WorkflowState.STATUS_NEEDS_CHANGES))
    by_me = sent_back.filter(requested_by=person.user)
    mine = Q(pk__in=page_ids(by_me)) | Q(owner=person.user, pk__in=page_ids(sent_back))
    when = sent_back.filter(object_id=this_page()).values("current_task_state__finished_at")[:1]
    yield rows(person.pages("change").filter(mine), MEND, Subquery(when))


def lines_from(found, kind, person):
    for row in found:
        yield line_of(row, kind, person, urgency=Urgency.NOW)
