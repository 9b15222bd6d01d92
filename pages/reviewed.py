"""When somebody other than its translators read a translation before readers did."""

from django.utils import timezone
from wagtail.models import Revision, TaskState
from wagtail_localize.models import StringTranslation

from .models import ApprovalTask, TranslationMade


def reviewed_on(page):
    """The day on which the published version of a translation was approved by somebody else.

    Where a type of page needs no approval: the day on which somebody published it who had
    written none of its sentences. None for an original, for what only a machine read, and
    where nobody is known. Three queries at most.
    """
    if page.is_original or page.translation_made == TranslationMade.MACHINE:
        return None
    if not page.live_revision_id:
        return None
    at = _approved_at(page.live_revision_id)
    if at is None and not page.must_be_approved and _is_by_another(page):
        at = page.last_published_at
    return timezone.localdate(at) if at else None


def _approved_at(version):
    approvals = TaskState.objects.filter(
        revision=version,
        status=TaskState.STATUS_APPROVED,
        task__in=ApprovalTask.objects.all(),
    )
    return approvals.order_by("-finished_at").values_list("finished_at", flat=True).first()


def _is_by_another(page):
    """Whether a person saved the version whose sentences are all known to be of others."""
    versions = Revision.objects.filter(pk=page.live_revision_id)
    saved_by = versions.values_list("user", flat=True).first()
    if saved_by is None:
        return False
    sentences = StringTranslation.objects.filter(
        context__object_id=page.translation_key, locale=page.locale_id
    )
    people = set(sentences.values_list("last_translated_by", flat=True))
    return bool(people) and not people & {None, saved_by}
