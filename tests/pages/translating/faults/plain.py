"""Makes and translates plain pages, as the documentation of the package shows it."""

from django.test import TestCase
from rest_framework.test import APIRequestFactory, force_authenticate
from wagtail.models import Page
from wagtail_localize.models import (
    StringSegment,
    StringTranslation,
    Translation,
    TranslationSource,
)
from wagtail_localize.views import edit_translation

from tests.plain.models import PlainPage

from ..work import locale


def plain_page(parent=None, language="en", **values):
    """A live page of the package’s own making, below ``parent`` or beside the front doors."""
    parent = parent or Page.get_first_root_node()
    values = {"title": "Plain", "slug": f"plain-{language}", "locale": locale(language)} | values
    page = parent.add_child(instance=PlainPage(**values))
    page.save_revision().publish()
    page.refresh_from_db()
    return page


def plain_translation(page, language="es", prefix="ES "):
    """The package’s Translation of a plain page, every sentence turned; nothing saved from it."""
    source, _is_new = TranslationSource.update_or_create_from_instance(page)
    translation, _is_new = Translation.objects.get_or_create(
        source=source, target_locale=locale(language)
    )
    for segment in StringSegment.objects.filter(source=source).select_related("string"):
        StringTranslation.objects.get_or_create(
            translation_of=segment.string,
            context=segment.context,
            locale=translation.target_locale,
            defaults={"data": f"{prefix}{segment.string.data}", "translation_type": "manual"},
        )
    return translation


def published(translation):
    """What readers see of it once the package has published it."""
    with TestCase.captureOnCommitCallbacks(execute=True):
        translation.save_target(publish=True)
    return translation.get_target_instance()


def put_sentence(user, translation, segment, words):
    """What the package’s own view for one sentence answers to somebody who writes it."""
    request = APIRequestFactory().put("/", {"value": words}, format="multipart")
    force_authenticate(request, user)
    answer = edit_translation.edit_string_translation(
        request, translation_id=translation.pk, string_segment_id=segment.pk
    )
    return answer.render()
