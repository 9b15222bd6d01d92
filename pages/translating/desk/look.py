"""What one person sees of the desk, and what they may do there."""

from collections import defaultdict
from functools import cached_property

from django.conf import settings
from django.db.models import Q

from campaigns.places.rights import Reach, colleagues_of

from ...models import EntryKind, Original, Stage
from .shown import has_state, is_agreed_to, is_at_work, is_before_readers

#: Stages in which a translator has something to do.
WORK = [Stage.REQUESTED, Stage.IN_WORK, Stage.BEHIND]
NOTHING = Q(pk__in=[])


def site_languages():
    """Codes of the languages of the site, in its order: the columns of the desk."""
    return [code for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES]


class Look:
    """One person at the desk; ``reach`` saves a question where it is known already."""

    def __init__(self, user, reach=None):
        self.user = user
        self.reach = reach or Reach(user)
        self._languages = {}

    def languages_in(self, city_id):
        """Codes of the languages in which the person may write for a city (None: the alliance)."""
        if city_id not in self._languages:
            self._languages[city_id] = self.reach.languages_in(city_id)
        return self._languages[city_id]

    @cached_property
    def everywhere(self):
        """Codes of the languages that the person may write for every city."""
        return self.languages_in(None)

    @cached_property
    def city_ids(self):
        """The cities for which the person writes anything; None means every city."""
        if self.everywhere:
            return None
        return {city_id for codes in self._by_languages.values() for city_id in codes}

    def rows(self):
        """The Originals that the person may know of.

        What readers see, in cities where they write; what is not public yet, where they may write
        its first language, or where it was asked for or begun in a language of theirs.
        """
        if self.reach.is_administrator:
            return Original.objects.all()
        near = Q() if self.city_ids is None else Q(city__in=self.city_ids)
        shown = near & is_before_readers()
        for code in site_languages():
            shown |= Q(language=code) & self.where(code)
        for codes, city_ids in [*self._by_languages.items(), (self.everywhere, None)]:
            place = Q() if city_ids is None else Q(city__in=city_ids)
            shown |= place & has_state(codes) & is_agreed_to() if codes else NOTHING
        return Original.objects.filter(shown)

    def where(self, code):
        """A condition: what lies in a city for which the person may write this language."""
        if code in self.everywhere:
            return Q()
        mine = [ids for codes, ids in self._by_languages.items() if code in codes]
        return Q(city__in=set().union(*mine)) if mine else NOTHING

    def something_to_do(self, code):
        """A condition: what this person can do something about in this language now."""
        missing = is_before_readers() & ~has_state([code])
        if not self.reach.is_administrator:
            missing &= ~Q(kind=EntryKind.HOME)
        todo = missing | has_state([code], WORK)
        return self.where(code) & ~Q(language=code) & todo & is_agreed_to() & is_at_work()

    def may_write(self, original, code):
        """Whether the person may work on a text in this language; ``original`` is from ``rows``."""
        return original.is_workable and code in self.languages_in(original.city_id)

    def may_ask(self, original, code):
        """Whether the person may ask for a text in a language; a front door: administrators."""
        if original.kind == EntryKind.HOME and not self.reach.is_administrator:
            return False
        is_readable = original.is_shown or self.may_order(original)
        return is_readable and self.may_write(original, code)

    def may_order(self, original):
        """Whether the person may say how important a text is: whoever may write it."""
        return self.may_write(original, original.language)

    def known_people(self, ids):
        """Those of these people (ids) whose names the person may read; one query."""
        if self.reach.is_administrator or not ids:
            return set(ids)
        mine = colleagues_of(self.user).filter(pk__in=ids).values_list("pk", flat=True)
        return {*mine, self.user.pk} & set(ids)

    @cached_property
    def _by_languages(self):
        """``{codes: city ids}`` of the cities in which the person has a role."""
        groups = defaultdict(set)
        for group in self.reach.groups():
            if codes := self.languages_in(group.city_id):
                groups[frozenset(codes)].add(group.city_id)
        return groups
