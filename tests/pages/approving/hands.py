"""What those do who send and approve, for the tests of this folder."""

from django.urls import reverse
from wagtail.models import Page

from pages.approving.translations import mark_of


def edit(page):
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def action(name, page, state=None):
    state = state or page.current_workflow_task_state
    return reverse("wagtailadmin_pages:workflow_action", args=[page.pk, name, state.pk])


def approve(client, page, state=None):
    """Approve the version that stands there now, from beside its form."""
    return client.post(action("approve", page, state), {"seen": mark_of(page)})


def is_live(page):
    return Page.objects.get(pk=page.pk).live


def written(page, by):
    """The page as its writer handed it in."""
    Page.objects.filter(pk=page.pk).update(owner=by)
    page.owner = by
    page.save_revision(user=by, clean=False)
    page.get_workflow().start(page, by)
    return type(page).objects.get(pk=page.pk)
