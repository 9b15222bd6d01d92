"""Begins a translation: a draft in the other language, with nothing public about it."""

from django.db import transaction
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation, TranslationSource

from ..models import TranslationMade


def languages_without(page):
    """Locales in which this page does not exist yet; aliases do not count."""
    there = page.get_translations(inclusive=True).filter(alias_of=None)
    return Locale.objects.exclude(pk__in=there.values("locale"))


def missing_above(page, locale):
    """The pages above this one that a language lacks, the highest first."""
    ancestors = page.get_ancestors().filter(depth__gt=1)
    versions = Page.objects.filter(
        translation_key__in=ancestors.values("translation_key"), locale=locale, alias_of=None
    )
    there = set(versions.values_list("translation_key", flat=True))
    return [above.specific for above in ancestors if above.translation_key not in there]


@transaction.atomic
def begin_translation(page, locale, user=None, made=TranslationMade.PEOPLE):
    """Make the draft of ``page`` in ``locale``, and of every page above it that is missing there.

    Returns the drafts, the highest first. Nothing becomes public. ValidationError tells what
    the new page lacks; then nothing is made.
    """
    wanted = [*missing_above(page, locale), page.specific]
    return [_begin_one(original, locale, user, made) for original in wanted]


def _begin_one(page, locale, user, made):
    source, _is_new = TranslationSource.update_or_create_from_instance(page)
    translation, _is_new = Translation.objects.update_or_create(
        source=source, target_locale=locale, defaults={"enabled": True}
    )
    translation.save_target(user=user, publish=False)
    draft = translation.get_target_instance()
    if draft.translation_made != made or draft.owner != user:
        draft.translation_made, draft.owner = made, user or draft.owner
        draft.save(clean=False)
        draft.save_revision(user=user, changed=False, clean=False)
    return draft
