"""The buttons below a page’s form: where somebody else approves, nobody publishes by themselves."""

from django.apps import apps
from django.utils.translation import gettext_lazy as _
from wagtail.admin.action_menu import SubmitForModerationMenuItem
from wagtail.models import GroupApprovalTask

PUBLISH, SUBMIT = "action-publish", "action-submit"


class SendForApprovalMenuItem(SubmitForModerationMenuItem):
    """“Send for approval”, whatever the workflow is called."""

    def get_context_data(self, parent_context):
        return super().get_context_data(parent_context) | {"label": _("Send for approval")}


def offer_approval(menu_items, request, context):
    """Leave out what the page would refuse; what is left first is the button that is seen."""
    page = context.get("page") or context["parent_page"]
    left_out = {PUBLISH} if _kind(request, context).must_be_approved else set()
    if not somebody_approves(page):
        left_out.add(SUBMIT)
    menu_items[:] = [
        SendForApprovalMenuItem(order=item.order) if item.name == SUBMIT else item
        for item in menu_items
        if item.name not in left_out
    ]
    if PUBLISH in left_out:
        _begin_with_what_comes_next(menu_items)


def somebody_approves(page):
    """Wagtail brings a workflow for “Moderators”, a group in which nobody is until a site uses it."""
    workflow = page.get_workflow()
    if workflow is None:
        return False
    tasks = [task.specific for task in workflow.tasks]
    return any(not isinstance(task, GroupApprovalTask) or _has_people(task) for task in tasks)


def _has_people(task):
    return task.groups.filter(user__is_active=True).exists()


def _kind(request, context):
    """The kind of page that this form makes or changes."""
    if "page" in context:
        return type(context["page"])
    names = request.resolver_match.kwargs
    return apps.get_model(names["content_type_app_name"], names["content_type_model_name"])


def _begin_with_what_comes_next(menu_items):
    """Approving, else saving, stays the first button; sending for approval stands right after it."""
    order = {"approve": -2, SUBMIT: 1}
    menu_items.sort(key=lambda item: order.get(item.name, item.order))
