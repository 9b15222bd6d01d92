"""Somebody asks for a text in a language, somebody takes it, and it is closed when readers have it."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Page

from campaigns.places.rights import (
    is_administrator,
    languages_of,
    translators_for,
    wordsmiths,
)

from ..models import Original, Stage, TranslationMade, TranslationRequest, TranslationState
from .jobs import enqueue
from .measuring import measure_soon

ASKED, TAKEN, HANDED_BACK, GIVEN, WITHDRAWN = ACTIONS = [
    f"pages.translation_{what}" for what in ["asked", "taken", "handed_back", "given", "withdrawn"]
]


class TakenError(Exception):
    """Somebody else was quicker; the message says so to whoever came second."""


def ask(original, language, user, **facts):
    """Ask for one text in one language (a code); see ``ask_for_all``. Returns the TranslationRequest."""
    return ask_for_all([(original, language)], user, **facts)[0]


@transaction.atomic
def ask_for_all(
    wanted,
    user,
    *,
    due_on=None,
    note="",
    is_essentials_only=False,
    person=None,
    made=TranslationMade.PEOPLE,
):
    """Ask for (Original, code) pairs: TranslationRequests in that order, all of them or none.

    What is open already is updated and not doubled; who asked for it first stays. The drafts are
    made by the worker. Whoever calls has asked whether this person may, and whether ``person``,
    who is to do it, may. A few questions for all, and one or two for each that is new.
    """
    _wait_for_others(wanted)
    told = {"due_on": due_on, "note": note, "is_essentials_only": is_essentials_only, "made": made}
    if person:
        told |= {"person": person, "taken_at": timezone.now()}
    there = _open_requests(wanted)
    known = {pair: there[pair[0].pk, pair[1]] for pair in wanted if (pair[0].pk, pair[1]) in there}
    again = told | {"trouble": "", "attempts": 0}
    TranslationRequest.objects.filter(pk__in=[r.pk for r in known.values()]).update(**again)
    for request in known.values():
        vars(request).update(again | ({"person_id": person.pk} if person else {}))
    new = {
        pair: TranslationRequest(original=pair[0], language=pair[1], asked_by=user, **told)
        for pair in dict.fromkeys(wanted)
        if pair not in known
    }
    TranslationRequest.objects.bulk_create(new.values())
    requests = known | new
    _begin(requests.values())
    _show_at_once(requests.values())
    _note(ASKED, requests, user)
    return [requests[pair] for pair in wanted]


def take(request, user):
    """Take a request that is free, or whose person may no longer work on it.

    TakenError where somebody else was quicker; PermissionDenied for those who may not translate
    into its language for its city.
    """
    require_translating(user, request.original, request.language)
    with transaction.atomic():
        TranslationRequest.objects.select_for_update().filter(pk=request.pk).first()
        is_mine = free().filter(pk=request.pk).exists()
        if is_mine:
            _open(request).update(person=user, taken_at=timezone.now())
    request.refresh_from_db()
    if is_mine:
        _note_one(TAKEN, request, user)
    elif request.closed_at:
        raise TakenError(_("It is not asked for any more. Look for another one below."))
    elif request.person_id != user.pk:
        raise TakenError(_("Somebody else has taken it meanwhile. Look for another one below."))


def take_if_free(original, language, user):
    """Whoever writes the first sentence of what nobody has taken, takes it; says whether they did."""
    found = free().filter(original=original, language=language).select_related("original").first()
    if found is None or not may_translate_text(user, original, language):
        return False
    try:
        take(found, user)
    except TakenError:
        return False
    return True


def hand_back(request, user):
    """Give back what one has taken: others find it again."""
    mine = TranslationRequest.objects.open().filter(pk=request.pk, person=user)
    if not mine.update(person=None, taken_at=None):
        raise PermissionDenied
    request.refresh_from_db()
    _note_one(HANDED_BACK, request, user)


def assign(request, person, by):
    """Give a request to somebody who may do it (a user), or to nobody (None)."""
    require_giving(by, request)
    if person and not translators_for(request.original.city, request.language).filter(pk=person.pk):
        raise PermissionDenied
    taken_at = timezone.now() if person else None
    _open(request).update(person=person, taken_at=taken_at)
    request.refresh_from_db()
    _note_one(GIVEN, request, by)


def withdraw(request, by):
    """Nobody has to do it any more; a draft that was begun stays."""
    require_giving(by, request)
    _open(request).update(closed_at=timezone.now(), person=None)
    request.refresh_from_db()
    _note_one(WITHDRAWN, request, by)


def try_again(request, by):
    """Let the worker make a draft again that it could not make."""
    require_seeing(by, request)
    again = _open(request).filter(prepared_at=None).exclude(trouble="")
    if again.update(trouble="", attempts=0):
        enqueue([request.pk])


def close_request(original, language):
    """Readers have what was asked for; nothing happens where nothing was."""
    _close(TranslationRequest.objects.open().filter(original=original, language=language))


def close_fulfilled():
    """Close every request whose text readers have as it is now; how many that were (three queries)."""
    live = TranslationState.objects.filter(
        original=OuterRef("original"), language=OuterRef("language"), stage=Stage.LIVE
    )
    return _close(TranslationRequest.objects.open().filter(Exists(live)))


def _close(requests):
    """Without measuring anew, for a measurement may be what closes them."""
    ids = list(requests.values_list("pk", flat=True))
    TranslationRequest.objects.filter(pk__in=ids).update(closed_at=timezone.now())
    TranslationState.objects.filter(request__in=ids).update(request=None, person=None)
    return len(ids)


def free():
    """Open requests that nobody holds: not taken, or by somebody who may not work on it now."""
    return TranslationRequest.objects.open().exclude(Q(pk__in=_held().values("pk")))


def held_by(user):
    """Open requests that this person has taken and may work on."""
    return _held().filter(person=user)


def _held():
    may = wordsmiths(OuterRef("original__city"), OuterRef("language")).filter(
        user=OuterRef("person")
    )
    taken = TranslationRequest.objects.open().filter(person__is_active=True)
    return taken.filter(Q(Exists(may)) | Q(person__is_superuser=True))


def may_translate_text(user, original, language):
    """Whether this person may turn this Original into a language (a code)."""
    return language in languages_of(user, original.city)


def require_translating(user, original, language):
    if not may_translate_text(user, original, language):
        raise PermissionDenied


def require_seeing(user, request):
    """Raise PermissionDenied unless the person asked for it or may work on it."""
    if request.asked_by_id != user.pk:
        require_translating(user, request.original, request.language)


def require_giving(user, request):
    """Raise PermissionDenied unless the person may say who does it: the asker, or who edits there.

    Somebody of one language only takes what is free and gives back what is theirs.
    """
    require_translating(user, request.original, request.language)
    is_mine = request.asked_by_id == user.pk or is_administrator(user)
    if not is_mine and request.original.language not in languages_of(user, request.original.city):
        raise PermissionDenied


def _open(request):
    return TranslationRequest.objects.open().filter(pk=request.pk)


def _open_requests(wanted):
    found = TranslationRequest.objects.open().filter(
        original__in={original.pk for original, _language in wanted},
        language__in={language for _original, language in wanted},
    )
    return {(request.original_id, request.language): request for request in found}


def _wait_for_others(wanted):
    """Two who ask for one text at the same time do it one after the other."""
    texts = {original.pk for original, _language in wanted}
    list(Original.objects.select_for_update().filter(pk__in=texts).order_by("pk").values("pk"))


def _begin(requests):
    """Only pages have drafts that must be made, and only where none is there."""
    keys = {request.original.key for request in requests if request.original.page_id}
    pages = Page.objects.filter(translation_key__in=keys, alias_of=None)
    there = {
        (str(key), code)
        for key, code in pages.values_list("translation_key", "locale__language_code")
    }
    to_make = [
        request
        for request in requests
        if request.original.page_id and (request.original.key, request.language) not in there
    ]
    ready = [request for request in requests if request not in to_make]
    _set_prepared([request for request in ready if not request.prepared_at], timezone.now())
    _set_prepared([request for request in to_make if request.prepared_at], None)
    enqueue([request.pk for request in to_make])


def _set_prepared(requests, moment):
    if requests:
        ids = [request.pk for request in requests]
        TranslationRequest.objects.filter(pk__in=ids).update(prepared_at=moment)
    for request in requests:
        request.prepared_at = moment


def _show_at_once(requests):
    """The desk shows who was asked for what; it is measured as soon as a draft is there (one query)."""
    states = [
        TranslationState(
            original=request.original,
            language=request.language,
            stage=Stage.REQUESTED,
            request=request,
            person=request.person,
            words_left=request.original.words,
        )
        for request in requests
    ]
    TranslationState.objects.bulk_create(
        states,
        update_conflicts=True,
        unique_fields=["original", "language"],
        update_fields=["request", "person"],
    )


def _note(action, requests, user):
    """In the history of the page, once for each text."""
    languages = {}
    for original, language in requests:
        languages.setdefault(original, []).append(language)
    for original, codes in languages.items():
        log(original.page or original, action, user=user, data={"languages": codes})


def _note_one(action, request, user):
    _note(action, {(request.original, request.language): request}, user)
    if request.original.page_id:
        measure_soon(request.original.key)
