"""Who had a page in their hands last."""

from wagtail_localize.models import (
    OverridableSegment,
    SegmentOverride,
    StringSegment,
    StringTranslation,
    TranslationSource,
)

from .wording import decisions

#: Versions that are looked through for the last one that changed something.
MOST_VERSIONS = 30


def last_changers(page):
    """Ids of those who last changed a page: of its newest version that differs from the one before.

    A form that was sent once more with nothing new in it is no change. In a translation, whoever
    wrote one of its sentences or links since readers last got a version counts as well.
    """
    return (_changers_of_newest_version(page) | _translators_of(page)) - {None}


def _changers_of_newest_version(page):
    versions = page.revisions.order_by("-created_at", "-pk")[:MOST_VERSIONS].iterator()
    newest = next(versions, None)
    if newest is None:
        return {page.owner_id}
    decided, looked_through = decisions(type(page), newest.content), [newest]
    for earlier in versions:
        if decisions(type(page), earlier.content) != decided:
            return {looked_through[-1].user_id}
        looked_through.append(earlier)
    if len(looked_through) < MOST_VERSIONS:
        return {looked_through[-1].user_id}
    return {page.owner_id, *page.revisions.values_list("user", flat=True)}  # nobody knows


def _translators_of(page):
    """Sentences and links of a translation are saved one by one, before there is a version of them."""
    source = TranslationSource.objects.filter(object=page.translation_key).first()
    if source is None or source.locale_id == page.locale_id:
        return set()
    people = set()
    for written, segments in (
        (StringTranslation, StringSegment),
        (SegmentOverride, OverridableSegment),
    ):
        contexts = segments.objects.filter(source=source).values("context")
        latest = written.objects.filter(locale=page.locale_id, context__in=contexts)
        if page.live_revision:
            latest = latest.filter(updated_at__gt=page.live_revision.created_at)
        people |= set(latest.values_list("last_translated_by", flat=True))
    return people
