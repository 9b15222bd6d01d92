"""Makes the draft that somebody asked for: in the background, whole or not at all."""

import logging
from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from wagtail.models import Locale, Page

from uprcities.accounts.unsubscribing import language_of

from ..models import Original, TranslationRequest
from .asking import begin_if_allowed
from .measuring import original_of

logger = logging.getLogger(__name__)

#: After so many workers that failed or were killed, people are told instead.
ATTEMPTS = 3
#: What lies longer than this was dropped by a worker that is no more.
PATIENCE = timedelta(minutes=5)


def prepare(request_id):
    """Make the draft of a request, once, however often and by however many workers it is run.

    A worker that is killed leaves nothing of the draft behind, and the attempt on record.
    """
    if not _claim(request_id):
        return
    try:
        _make_draft(request_id)
    except ValidationError as error:
        _say(request_id, " ".join(error.messages))
    except Exception:
        logger.exception("The draft of translation request %s could not be made", request_id)
        _say_if_last(request_id)


def unprepared():
    """Open requests whose draft is not made, and of which nobody was told why not."""
    return TranslationRequest.objects.open().filter(prepared_at=None, trouble="")


def dropped(now=None, patience=PATIENCE):
    """Those of them whose worker did not come back."""
    before = (now or timezone.now()) - patience
    return unprepared().filter(Q(preparing_since=None) | Q(preparing_since__lte=before))


def give_up_on_worn_out():
    """Tell people of requests at which every attempt failed; how many."""
    worn = [request.pk for request in dropped().filter(attempts__gte=ATTEMPTS)]
    for pk in worn:
        _say(pk, _failed_words())
    return len(worn)


def _claim(request_id):
    """Put the attempt on record before it is made: one that is killed counts."""
    mine = unprepared().filter(pk=request_id, attempts__lt=ATTEMPTS)
    return mine.update(attempts=F("attempts") + 1, preparing_since=timezone.now())


@transaction.atomic
def _make_draft(request_id):
    """Two workers at one text wait for each other; the second finds it done."""
    request = TranslationRequest.objects.select_related("asked_by").get(pk=request_id)
    original = Original.objects.select_for_update().get(pk=request.original_id)
    request.refresh_from_db()
    if request.prepared_at or request.closed_at:
        return
    locale = Locale.objects.filter(language_code=request.language).first()
    with translation.override(language_of(request.asked_by) if request.asked_by else None):
        if locale is None:
            raise ValidationError(_("This site does not publish in this language any more."))
        page = original.page and original.page.specific
        if page and not _draft_of(page, locale):
            drafts = begin_if_allowed(page, locale, request.asked_by, request.made)
            _ask_for_those_above(request, drafts[:-1])
    request.prepared_at = timezone.now()
    request.save(update_fields=["prepared_at"])


def _ask_for_those_above(request, drafts):
    """What had to begin first is needed as much: somebody can take it, by the same day."""
    for draft in drafts:
        TranslationRequest.objects.get_or_create(
            original=original_of(draft),
            language=request.language,
            closed_at=None,
            defaults={
                "asked_by": request.asked_by,
                "due_on": request.due_on,
                "is_essentials_only": request.is_essentials_only,
                "made": request.made,
                "prepared_at": timezone.now(),
            },
        )


def _draft_of(page, locale):
    same = Page.objects.filter(translation_key=page.translation_key, locale=locale, alias_of=None)
    return same.exists()


def _say(request_id, words):
    for request in unprepared().filter(pk=request_id):
        request.trouble = words
        request.save(update_fields=["trouble"])


def _say_if_last(request_id):
    if unprepared().filter(pk=request_id, attempts__gte=ATTEMPTS).exists():
        _say(request_id, _failed_words())
    else:  # the next round of the clock tries again
        unprepared().filter(pk=request_id).update(preparing_since=None)


def _failed_words():
    return _(
        "It could not be prepared, and it is not your doing. Try again, and tell whoever looks"
        " after this site if it goes on."
    )
