"""Every city has a workflow of its own, and so has the alliance; both reach every language."""

from django.db.models.signals import post_save
from django.dispatch import receiver
from wagtail.models import Workflow, WorkflowPage, WorkflowTask

from ..models import ApprovalTask, CityProfilePage, HomePage


@receiver(post_save, sender=CityProfilePage, dispatch_uid="pages-approval-in-city")
def give_city_its_workflow(instance, raw=False, update_fields=None, **kwargs):
    """A profile in a new language joins the workflow that its city has already."""
    if not raw and not update_fields:
        _give(
            instance, CityProfilePage.objects.filter(place=instance.place_id), str(instance.place)
        )


@receiver(post_save, sender=HomePage, dispatch_uid="pages-approval-of-alliance")
def give_alliance_its_workflow(instance, raw=False, update_fields=None, **kwargs):
    if not raw and not update_fields:
        _give(instance, HomePage.objects.all(), "Alliance")


def _give(page, versions, name):
    if WorkflowPage.objects.filter(page=page.pk).exists():
        return
    placed = WorkflowPage.objects.filter(page__in=versions.values("pk"))
    first = placed.select_related("workflow").first()
    WorkflowPage.objects.create(page_id=page.pk, workflow=first.workflow if first else _new(name))


def _new(name):
    """A workflow of one step; administrators may add more for one city."""
    workflow = Workflow.objects.create(name=name)
    task, _made = ApprovalTask.objects.get_or_create(defaults={"name": "Approval"}, active=True)
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    return workflow
