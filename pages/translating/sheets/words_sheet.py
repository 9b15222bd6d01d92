"""A few plain words that stand in fields of their own: no page, no version, no approval.

What a person writes here is what readers get. What a machine writes waits until a person has
looked at it.
"""

import re
from html import escape, unescape

from django.db import transaction
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from ...models import FollowedWords
from ...models.made import CHECKED, MACHINE, MANUAL
from ..other_texts.following import FIELDS
from .page_sheet import has_tags
from .unit import Sheet, Unit, UnitStage, WrongWordsError, why_no_such_text

#: Of how words came about, for when they are put back.
REMEMBERED = ("field", *FIELDS, "tool")


class WordsSheet(Sheet):
    """``text`` is the OtherText of the original; ``model`` keeps its words in one language."""

    model = None
    #: The field that readers need most.
    first_field = ""
    is_one_line = False

    def __init__(self, original, language, text):
        super().__init__(original, language)
        self.text = text

    def units(self):
        said = self.text.in_language(self.language)
        return [self._unit(name, source, said[name]) for name, source in self.text.source.items()]

    def why_not(self, unit, words):
        plain = self._as_kept(words)
        if has_tags(words):
            return _("Only plain words fit here: no bold, no links.")
        return why_no_such_text(unit, plain)

    @transaction.atomic
    def write(self, written, user, made=MANUAL, tool=""):
        units = {unit.key: unit for unit in self.units()}
        for key, words in written.items():
            unit = units[key]
            if reason := self.why_not(unit, words) or self.why_not_by(user, unit):
                raise WrongWordsError(reason)
        plain = {name: self._as_kept(words) for name, words in written.items()}
        if made == MACHINE:
            self._suggest(plain, tool)
        else:
            self._keep(plain, user, made, tool)

    @transaction.atomic
    def confirm(self, keys, user):
        units = [unit for unit in self.units() if unit.key in keys and unit.target]
        self._refuse(units, user)
        for unit in units:
            if unit.stage == UnitStage.DONE:
                continue
            made = CHECKED if unit.made in (MACHINE, CHECKED) else MANUAL
            self._keep({unit.key: self._as_kept(unit.target)}, user, made, "")

    @transaction.atomic
    def clear(self, keys, user):
        """Words that wait are taken out before those that readers have."""
        units = [unit for unit in self.units() if unit.key in keys]
        self._refuse(units, user)
        waiting = {unit.key for unit in units if unit.stage == UnitStage.MACHINE}
        self._followed.filter(field__in=waiting).update(suggestion="", suggested_for="")
        if others := {unit.key: "" for unit in units if unit.key not in waiting}:
            self._put(others)
            self._followed.filter(field__in=others).delete()
        self._read_again()

    def remember(self, keys):
        said = self.text.in_language(self.language)
        rows = {row["field"]: row for row in self._followed.values(*REMEMBERED)}
        for row in rows.values():
            row["written_at"] = row["written_at"].isoformat()
        return {key: {"words": said[key], "origin": rows.get(key)} for key in keys}

    @transaction.atomic
    def put_back(self, remembered):
        self._put({key: row["words"] for key, row in remembered.items()})
        self._followed.filter(field__in=remembered).delete()
        for key, row in remembered.items():
            if row["origin"]:
                self._follow(key, **row["origin"])
        self._read_again()

    def _refuse(self, units, user):
        for unit in units:
            if reason := self.why_not_by(user, unit):
                raise WrongWordsError(reason)

    def _keep(self, written, user, made, tool):
        """Put words before readers, and write down from which words they were made."""
        self._put(written)
        for name, words in written.items():
            self._follow(
                name,
                source_words=self.text.source[name],
                words=words,
                made=made,
                tool=tool,
                written_by=user,
                written_at=timezone.now(),
                suggestion="",
                suggested_for="",
            )
        self._read_again()

    def _suggest(self, written, tool):
        for name, words in written.items():
            source = self.text.source[name]
            self._follow(name, suggestion=words, suggested_for=source, tool=tool)
        self._read_again()

    def _follow(self, name, **told):
        FollowedWords.objects.update_or_create(
            original=self.original, language=self.language, field=name, defaults=told
        )

    def _put(self, written):
        """Write ``{field: plain words}`` where readers get them; empty words take a field out."""
        raise NotImplementedError

    def _text_now(self):
        """The OtherText as it is now."""
        raise NotImplementedError

    def _read_again(self):
        self.text = self._text_now() or self.text
        self.__dict__.pop("origins", None)

    @property
    def _followed(self):
        return FollowedWords.objects.filter(original=self.original, language=self.language)

    @cached_property
    def origins(self):
        return {row.field: row for row in self._followed}

    def _unit(self, name, source, words):
        origin = self.origins.get(name)
        told = {
            "key": name,
            "place": self._place(name),
            "source": escape(source, quote=False),
            "is_essential": name == self.first_field,
            "limit": self._limit(name),
        }
        if origin and (suggestion := origin.suggestion_for(source)):
            target = escape(suggestion, quote=False)
            return Unit(**told, target=target, stage=UnitStage.MACHINE, made=MACHINE)
        if not words:
            return Unit(**told)
        return Unit(**told, target=escape(words, quote=False), **self._told_of(name, source, words))

    def _as_kept(self, words):
        """A small piece of HTML as the text it is."""
        plain = unescape(words).replace("\0", "").strip()
        return re.sub(r"\s+", " ", plain) if self.is_one_line else plain

    def _place(self, name):
        """Where the words stand, in the language of the admin."""
        return capfirst(str(self.model._meta.get_field(name).verbose_name))

    def _limit(self, name):
        return self.model._meta.get_field(name).max_length or 0

    def _told_of(self, name, source, words):
        """How words that readers have came about; what nobody saw happen is taken to be right."""
        origin = self.origins.get(name)
        if origin is None or origin.words != words or self.text.came_together(self.language):
            return {"stage": UnitStage.DONE, "made": MANUAL}
        is_behind = origin.is_behind(source)
        return {
            "stage": UnitStage.BEHIND if is_behind else UnitStage.DONE,
            "earlier_source": escape(origin.source_words, quote=False) if is_behind else "",
            "made": origin.made,
            "writer": origin.written_by_id,
        }
