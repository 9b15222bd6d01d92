"""Into which languages texts may be asked for, by whom, and what stands in the way."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from wagtail.admin.utils import get_user_display_name

from campaigns.places.rights import colleagues_of, languages_by_city, writers_for

from ..languages import tongue
from ..models import Entry, Stage, TranslationState
from .asking import missing_above_each, why_not_begun
from .drafts import page_ids_of
from .rights import languages_to_ask_each


@dataclass
class Askable:
    """What one person may ask for, of some texts: ``codes`` by the id of each Original."""

    user: object
    originals: list
    codes: dict = field(default_factory=dict)

    def __post_init__(self):
        allowed = languages_to_ask_each(self.user, self.originals)
        self.is_allowed = all(allowed.values())
        done = _done(self.originals)
        self.codes = {
            original.pk: allowed[original.pk] - done[original.pk] - {original.language}
            for original in self.originals
        }

    def counts(self):
        """``{code: how many of the texts lack it}``; older than the original counts as lacking."""
        return Counter(code for codes in self.codes.values() for code in codes)

    def wanted(self, languages):
        """The (Original, code) pairs that asking for these languages means."""
        return [
            (original, code)
            for original in self.originals
            for code in languages
            if code in self.codes[original.pk]
        ]

    def people(self):
        """Colleagues who may turn some of these texts into some language, as users."""
        cities = {original.city_id for original in self.originals}
        return colleagues_of(self.user).filter(pk__in=writers_for(cities).values("pk"))

    def why_not_pairs(self, pairs):
        """What stands in the way of these (Original, code) pairs, a sentence each (few queries)."""
        pages = [original.page for original, _code in pairs if original.page]
        missing = missing_above_each(pages, {code for _original, code in pairs})
        there = page_ids_of({page.translation_key for page in pages}) if missing else {}
        for original, code in pairs:
            above = missing.get((original.page_id, code), [])
            if above and (original.key, code) not in there:
                reason = why_not_begun(self.user, above, code)
                if reason:
                    yield self._about(original, reason)

    def why_not_by(self, person, pairs):
        """Which of these pairs this person may not work on: ``{(city, code): a sentence}``.

        One query.
        """
        codes = languages_by_city(person, {original.city for original, _code in pairs})
        return {
            (original.city, code): _(
                "%(person)s does not translate into %(language)s for %(city)s."
            )
            % {
                "person": get_user_display_name(person),
                "language": tongue(code).name,
                "city": original.city.name if original.city else _("The whole alliance"),
            }
            for original, code in pairs
            if code not in codes[original.city]
        }

    def _about(self, original, reason):
        if len(self.originals) == 1:
            return reason
        return _("“%(title)s”: %(reason)s") % {"title": original.title, "reason": reason}


def _done(originals):
    """``{original id: codes}`` in which readers have a text as it is now (two queries)."""
    done = defaultdict(set)
    by_key = {original.key: original.pk for original in originals if original.page_id}
    entries = defaultdict(dict)
    for entry in Entry.objects.filter(translation_key__in=by_key).defer("words"):
        entries[str(entry.translation_key)][entry.language] = entry
    for key, versions in entries.items():
        first = next((entry for entry in versions.values() if entry.is_original), None)
        done[by_key[key]] |= {
            code for code, entry in versions.items() if not entry.is_behind(first)
        }
    others = [original.pk for original in originals if not original.page_id]
    states = TranslationState.objects.filter(original__in=others, stage=Stage.LIVE)
    for pk, code in states.values_list("original", "language"):
        done[pk].add(code)
    return done
