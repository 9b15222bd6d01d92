"""Who had a page in their hands last."""

from wagtail_localize.models import StringSegment, StringTranslation, Translation

from .wording import decisions

#: Versions that are looked through for the last one that changed something.
MOST_VERSIONS = 30


def last_changers(page):
    """Ids of those who last changed a page: of its newest version that differs from the one before.

    A form that was sent once more with nothing new in it is no change. In a translation, whoever
    wrote its latest sentence counts as well.
    """
    people = {_changer_of_newest_version(page), _writer_of_latest_sentence(page)}
    return people - {None}


def _changer_of_newest_version(page):
    versions = page.revisions.order_by("-created_at", "-pk")[:MOST_VERSIONS].iterator()
    newest = next(versions, None)
    if newest is None:
        return page.owner_id
    decided = decisions(type(page), newest.content)
    for earlier in versions:
        if decisions(type(page), earlier.content) != decided:
            break
        newest = earlier
    return newest.user_id


def _writer_of_latest_sentence(page):
    """Sentences of a translation are saved one by one, before there is a version with them."""
    translation = Translation.objects.filter(
        source__object_id=page.translation_key, target_locale=page.locale_id, enabled=True
    ).first()
    if translation is None:
        return None
    segments = StringSegment.objects.filter(source=translation.source_id)
    written = StringTranslation.objects.filter(
        locale=page.locale_id,
        context__in=segments.values("context"),
        translation_of__in=segments.values("string"),
    )
    return written.order_by("-updated_at").values_list("last_translated_by", flat=True).first()
