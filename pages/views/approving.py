"""Approving from beside a page’s form: of the version that was read, and of no later one."""

from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.views.pages.workflow import WorkflowActionView

from ..approving.telling import say_what_came_of_it
from ..approving.translations import mark_of
from ..models import BasePage


class ReadVersionActionView(WorkflowActionView):
    """Wagtail’s action, unless the page was changed since the person looking opened it.

    The form of a page needs no mark: it sends the words themselves.
    """

    def post(self, request, *args, **kwargs):
        is_approval = self.action_name == "approve"
        if is_approval and request.POST.get("seen") != mark_of(self.object):
            messages.warning(request, _("This page was changed meanwhile. Read it again first."))
            return redirect("wagtailadmin_pages:edit", self.object.pk)
        answer = super().post(request, *args, **kwargs)
        if is_approval and isinstance(self.object.specific, BasePage):
            if reason := say_what_came_of_it(request, self.object.specific):
                messages.warning(request, reason)
        elif self.action_name == "reject" and not self.object.workflow_in_progress:
            messages.success(request, _("Sent back, with your note."))
        return answer
