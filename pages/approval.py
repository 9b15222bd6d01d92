"""Whether anybody would look at a page that was handed in for approval."""

from wagtail.models import GroupApprovalTask


def somebody_approves(page):
    """Wagtail brings a workflow for “Moderators”, a group in which nobody is until a site uses it."""
    workflow = page.get_workflow()
    if workflow is None:
        return False
    tasks = [task.specific for task in workflow.tasks]
    return any(not isinstance(task, GroupApprovalTask) or _has_people(task) for task in tasks)


def _has_people(task):
    return task.groups.filter(user__is_active=True).exists()
