"""What translators and editors do, for the tests of this folder."""

import json

from django.urls import reverse
from wagtail.models import Locale
from wagtail_localize.models import (
    StringSegment,
    StringTranslation,
    Translation,
)

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
    client.force_login(user)
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    from django.test import TestCase

    with TestCase.captureOnCommitCallbacks(execute=True):
        return client.post(address, {"action": "publish"}, follow=True)


def reword(page, old, new, **marks):
    """Publish the original with other words, as its editor would."""
    page = page.specific
    body = page.body.raw_data
    page.body = json.loads(json.dumps(list(body)).replace(old, new))
    page.title = page.title.replace(old, new)
    for name, value in marks.items():
        setattr(page, name, value)
    page.save_revision().publish()
    return page
