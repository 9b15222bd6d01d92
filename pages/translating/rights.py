"""Who may turn a page into another language, and who may write in a translation."""

from django.core.exceptions import PermissionDenied
from django.db.models import BooleanField, ExpressionWrapper
from wagtail.models import Page

from campaigns.places.rights import (
    is_administrator,
    languages_by_city,
    languages_of,
    may_edit,
    may_publish,
)

from ..models import BasePage, EntryKind, HomePage, Original
from ..models.base import group_is_away
from ..querysets import restricted
from .desk.shown import is_agreed_to, is_at_work, is_before_readers


def languages_to_ask(user, page):
    """Codes of the languages into which a person may start to turn this page.

    A draft can only be read, and so translated, by those who may edit it. A whole new language
    begins with its front door, which an administrator opens.
    """
    if not isinstance(page, BasePage) or not (_is_read(page) or may_edit(user, page)):
        return set()
    if isinstance(page, HomePage) and not is_administrator(user):
        return set()
    if is_withheld(page) or is_away_for(user, page.city):
        return set()
    return languages_of(user, page.city)


def is_away_for(user, city):
    """Nobody but administrators works on the texts of a group that rests or is over."""
    return group_is_away(city) and not is_administrator(user)


def _is_read(page):
    """Whether readers can open it; what some of them must sign in for is no more everybody’s."""
    return page.live and type(page).objects.filter(~restricted("path"), pk=page.pk).exists()


def is_withheld(page):
    """Whether it tells a testimony whose teller does not agree now: nobody translates that."""
    return bool(getattr(page, "testimony_id", None)) and bool(page.why_not_shown())


def languages_to_ask_each(user, originals):
    """The same for many Originals, which come with their city and page: ``{original id: codes}``.

    No codes where a text is not theirs; its own language is among them. Three queries. What is no
    page may be asked for by whoever may change its city’s words.
    """
    mine = languages_by_city(user, {original.city for original in originals})
    workable = _workable(user, originals)
    return {
        original.pk: mine[original.city]
        if original.pk in workable and _may_ask_for(user, original, workable[original.pk])
        else set()
        for original in originals
    }


def _workable(user, originals):
    """Those whose tellers agree, and whose group is at work: ``{id: whether readers have it}``."""
    found = Original.objects.filter(is_agreed_to(), pk__in=[original.pk for original in originals])
    at_work = found if is_administrator(user) else found.filter(is_at_work())
    is_read = ExpressionWrapper(is_before_readers(), BooleanField())
    return dict(at_work.values_list("pk", is_read))


def _may_ask_for(user, original, is_read):
    if original.kind == EntryKind.HOME and not is_administrator(user):
        return False
    return original.page is None or is_read or may_edit(user, original.page)


def may_ask(user, page, language):
    """Whether a person may start a translation of this page into a language (a code)."""
    return language in languages_to_ask(user, page)


def may_translate_text(user, original, language):
    """Whether this person may turn this Original into a language (a code)."""
    return language in languages_of(user, original.city) and not is_away_for(user, original.city)


def require_translating(user, original, language):
    if not may_translate_text(user, original, language):
        raise PermissionDenied


def require_seeing(user, request):
    """Raise PermissionDenied unless the person asked for it or may work on it."""
    if request.asked_by_id != user.pk:
        require_translating(user, request.original, request.language)


def may_write_translation(user, page):
    """Whether this person may change this translation (a page in its own type, or None)."""
    if not (isinstance(page, Page) and may_edit(user, page)):
        return False
    return not is_away_for(user, getattr(page, "city", None))


def require_writing(user, page):
    """Raise PermissionDenied unless this person may change this translation."""
    if not may_write_translation(user, page):
        raise PermissionDenied


def require_publishing(user, page):
    """Raise PermissionDenied unless this person may put this translation before readers."""
    require_writing(user, page)
    if not may_publish(user, page):
        raise PermissionDenied
