"""Somebody asks for a text in a language, somebody takes it; closed when readers have it."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from campaigns.places.rights import (
    is_administrator,
    languages_by_city,
    languages_of,
    translators_for,
)

from ..models import Original, Stage, TranslationMade, TranslationRequest, TranslationState
from .drafts import page_ids_of
from .jobs import enqueue
from .measuring import measure_soon
from .measuring_words import measure_other_text
from .queue import free, in_review
from .rights import may_translate_text, require_seeing, require_translating

ASKED, TAKEN, HANDED_BACK, GIVEN, WITHDRAWN = ACTIONS = [
    f"pages.translation_{what}" for what in ["asked", "taken", "handed_back", "given", "withdrawn"]
]


class TakenError(Exception):
    """Somebody else was quicker; the message says so to whoever came second."""


def ask(original, language, user, **facts):
    """Ask for one text in one language (a code); the TranslationRequest. See ``ask_for_all``."""
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

    What is open already is updated and not doubled: who asked for it first stays, who has taken
    it keeps it, and a day or a note that is not given now is not taken back. ``person`` is given
    what they may do of it; the rest is free to take. The drafts are made by the worker. Whoever
    calls has asked whether this user may. A few questions for all, and one for each text and
    each draft.
    """
    told = {"due_on": due_on, "note": note, "is_essentials_only": is_essentials_only, "made": made}
    _wait_for_others(wanted)
    requests = _update(wanted, told)
    new = {
        (original, code): TranslationRequest(
            original=original, language=code, asked_by=user, **told
        )
        for original, code in dict.fromkeys(wanted)
        if (original, code) not in requests
    }
    TranslationRequest.objects.bulk_create(new.values())
    requests |= new
    if person:
        _give_free_ones(requests.values(), person)
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
    """Whoever writes the first sentence of what nobody has, takes it; says whether they did.

    A draft that nobody asks for is asked for by whoever writes in it: so others see who is at work.
    """
    asked = TranslationRequest.objects.open().filter(original=original, language=language)
    found = asked.annotate(is_free=Exists(free().filter(pk=OuterRef("pk")))).first()
    if not may_translate_text(user, original, language) or (found and not found.is_free):
        return False
    if found is None:
        return _ask_oneself(original, language, user)
    found.original = original
    try:
        take(found, user)
    except TakenError:
        return False
    return True


def _ask_oneself(original, language, user):
    """Of what readers have in this language as it is now, nothing is left to ask."""
    unfinished = TranslationState.objects.filter(
        original=original, language=language, stage__in=(Stage.IN_WORK, Stage.BEHIND)
    )
    if not unfinished.exists():
        return False
    ask(original, language, user, person=user)
    return True


def hand_back(request, user):
    """Give back what one has taken: others find it again. Not while it waits for approval."""
    mine = TranslationRequest.objects.open().filter(pk=request.pk, person=user)
    if not mine.exclude(in_review()).update(person=None, taken_at=None):
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
    """Let the worker make a draft that it could not make, or that somebody deleted."""
    require_seeing(by, request)
    if request.closed_at or not (request.trouble or request.prepared_at):
        raise PermissionDenied
    _open(request).update(trouble="", attempts=0)
    _begin([request])


def close_request(original, language, **facts):
    """Readers have what was asked for; nothing happens where nothing was, or with other facts."""
    asked = TranslationRequest.objects.open().filter(original=original, language=language)
    _close(asked.filter(**facts))


def close_fulfilled():
    """Close every request whose text readers have as it is now; how many (three queries)."""
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


def _update(wanted, told):
    """Those of these pairs that are open already, with what is asked now: ``{pair: request}``."""
    found = TranslationRequest.objects.open().filter(
        original__in={original.pk for original, _language in wanted},
        language__in={language for _original, language in wanted},
    )
    there = {(request.original_id, request.language): request for request in found}
    told = {name: value for name, value in told.items() if value not in (None, "")}
    told |= {"trouble": "", "attempts": 0}
    known = {}
    for original, language in wanted:
        if request := there.get((original.pk, language)):
            request.original = original
            for name, value in told.items():
                setattr(request, name, value)
            known[original, language] = request
    ids = [request.pk for request in known.values()]
    TranslationRequest.objects.filter(pk__in=ids).update(**told)
    return known


def _give_free_ones(requests, person):
    """To somebody what nobody has of these, and they may do."""
    codes = languages_by_city(person, {request.original.city for request in requests})
    theirs = [one.pk for one in requests if one.language in codes[one.original.city]]
    mine = free().filter(pk__in=theirs)
    ids = set(mine.values_list("pk", flat=True))
    now = timezone.now()
    TranslationRequest.objects.filter(pk__in=ids).update(person=person, taken_at=now)
    for request in requests:
        if request.pk in ids:
            request.person, request.taken_at = person, now


def _wait_for_others(wanted):
    """Two who ask for one text at the same time do it one after the other."""
    texts = {original.pk for original, _language in wanted}
    list(Original.objects.select_for_update().filter(pk__in=texts).order_by("pk").values("pk"))


def _begin(requests):
    """Only pages have drafts that must be made, and only where none is there."""
    there = page_ids_of({request.original.key for request in requests if request.original.page_id})
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
    """The desk shows who was asked for what; measured as soon as a draft is there (one query)."""
    states = [
        TranslationState(
            original=request.original,
            language=request.language,
            stage=Stage.REQUESTED,
            request=request,
            person_id=request.person_id,
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
    else:
        measure_other_text(request.original)
