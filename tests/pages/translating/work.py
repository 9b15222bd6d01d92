"""What translators and editors do, for the tests of this folder."""

import json

from django.contrib.auth import get_user_model
from django.test import TestCase
from django.urls import reverse
from django_tasks_db.models import DBTaskResult
from wagtail.models import Locale
from wagtail_localize.models import (
    StringSegment,
    StringTranslation,
    Translation,
)

from pages.approving.translations import mark_of
from pages.translating.jobs import prepare_translation
from pages.translating.measuring import measure_page
from tests.factories.pages import publish

SPANISH = {"Tenants face judges alone": "Los inquilinos van solos ante el juez"}


def locale(language):
    return Locale.objects.get(language_code=language)


def turn(translation, prefix="ES "):
    """Translate every sentence that is not yet: ``ES`` and the original words."""
    segments = StringSegment.objects.filter(source=translation.source)
    todo = segments.annotate_translation(translation.target_locale).filter(translation=None)
    for segment in todo.select_related("string"):
        StringTranslation.objects.create(
            translation_of=segment.string,
            context=segment.context,
            locale=translation.target_locale,
            data=SPANISH.get(segment.string.data, f"{prefix}{segment.string.data}"),
            translation_type="manual",
        )


def translation_of(page, language="es"):
    return Translation.objects.get(
        source__object_id=page.translation_key, target_locale__language_code=language
    )


def publish_in_editor(client, user, page):
    """A translation, sent for approval by one person and approved by another."""
    answer = send_in_editor(client, user, page)
    page.refresh_from_db()
    if page.current_workflow_task_state:
        answer = approve_in_editor(client, page)
        client.force_login(user)
    return answer


def send_in_editor(client, user, page):
    client.force_login(user)
    with TestCase.captureOnCommitCallbacks(execute=True):
        return client.post(edit_address(page), {"action": "send"}, follow=True)


def approve_in_editor(client, page):
    client.force_login(get_user_model().objects.get(username="pittsburgh-reviewer"))
    page = type(page).objects.get(pk=page.pk)
    address = action_address("approve", page, page.current_workflow_task_state)
    with TestCase.captureOnCommitCallbacks(execute=True):
        return client.post(address, {"seen": mark_of(page)}, follow=True)


def edit_address(page):
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def action_address(action, page, state):
    """Where Wagtail takes what a reviewer decided, back to the editor of the page."""
    address = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, action, state.pk])
    return f"{address}?next={edit_address(page)}"


def reword(page, old, new, **marks):
    """Publish the original with other words, as its editor would."""
    page = page.specific
    body = page.body.raw_data
    page.body = json.loads(json.dumps(list(body)).replace(old, new))
    page.title = page.title.replace(old, new)
    for name, value in marks.items():
        setattr(page, name, value)
    publish(page)
    return page


def original_of(page):
    """The line of the desk that a page is, measured now."""
    return measure_page(page.translation_key)


def run_jobs():
    """What the worker does with the drafts in its queue; how many those were."""
    done = 0
    while jobs := list(
        DBTaskResult.objects.ready().filter(task_path=prepare_translation.module_path)
    ):
        for job in jobs:
            with TestCase.captureOnCommitCallbacks(execute=True):
                prepare_translation.call(*job.args_kwargs["args"])
            job.delete()
            done += 1
    return done


def asked_in_admin(client, user, address, **fields):
    """Send the form that asks for translations, and let the worker work; answers what came back."""
    client.force_login(user)
    with TestCase.captureOnCommitCallbacks(execute=True):
        answer = client.post(address, {"made": "people"} | fields)
    run_jobs()
    return answer
