"""The sentences of a page, as the translation package keeps them."""

from bs4 import BeautifulSoup
from django.db import transaction
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail_localize.models import StringTranslation
from wagtail_localize.strings import StringValue, validate_translation_links

from ...models import EarlierWording
from ...models.made import CHECKED, EARLIER, MACHINE, MANUAL
from ...models.sentences import needed_sentences
from ..rights import may_write_translation
from ..showing import links_in
from .places import Places, numbered
from .unit import Sheet, Unit, UnitStage, WrongWordsError, why_no_such_text

ESSENTIAL = ("title", "summary")
#: Of a translated sentence, for when it is put back.
REMEMBERED = (
    "data",
    "translation_type",
    "tool_name",
    "last_translated_by_id",
    "has_error",
    "field_error",
)


class PageSheet(Sheet):
    """``translation`` is the package’s record of the page in one language."""

    def __init__(self, original, translation):
        super().__init__(original, translation.target_locale.language_code)
        self.translation = translation
        self.page_class = translation.source.specific_content_type.model_class()

    def may_write(self, user):
        return may_write_translation(user, self.page)

    @cached_property
    def page(self):
        """The page in the language of this sheet, in its own type."""
        return self.translation.get_target_instance()

    def units(self):
        segments = self._segments()
        done = self._translations(segments)
        seen = {}
        for segment in segments:
            key = _key(segment)
            if key not in seen:  # a sentence that stands twice in one place is turned once
                words = done.get((segment.context_id, segment.string_id))
                seen[key] = self._unit(key, segment, words)
        return list(numbered(seen.values()))

    def why_not(self, unit, words):
        try:
            StringValue.from_translated_html(words)
        except ValueError:
            return _("Only bold, italic, line breaks and the links of the original may stand here.")
        try:
            validate_translation_links(unit.source, words)
        except ValueError:
            return _("One of the links is none of the original’s. Use those that it has.")
        if _has_mute_link(words) and not _has_mute_link(unit.source):
            return _("A link needs words that people can press: a letter or a digit at least.")
        return why_no_such_text(unit, StringValue(words).render_text())

    @transaction.atomic
    def write(self, written, user, made=MANUAL, tool=""):
        units = {unit.key: unit for unit in self.units()}
        for key, words in written.items():
            if reason := self.why_not(units[key], words):
                raise WrongWordsError(reason)
        for key, words in written.items():
            self._keep(key, words, user, made, tool)

    @transaction.atomic
    def confirm(self, keys, user):
        for unit in self.units():
            if unit.key in keys and unit.target:
                made = CHECKED if unit.made in (MACHINE, CHECKED) else MANUAL
                self._keep(unit.key, unit.target, user, made, "")

    @transaction.atomic
    def clear(self, keys, user):
        for key in keys:
            for words in StringTranslation.objects.filter(**self._place_of(key)):
                words.delete()

    def remember(self, keys):
        return {key: self._row(key) for key in keys}

    @transaction.atomic
    def put_back(self, remembered):
        self.clear([key for key, row in remembered.items() if row is None], None)
        for key, row in remembered.items():
            if row is None:
                continue
            kept, _is_new = StringTranslation.objects.update_or_create(
                **self._place_of(key), defaults=row["words"]
            )
            EarlierWording.objects.filter(translation=kept).delete()
            for earlier in row["earlier"]:
                EarlierWording.objects.create(translation=kept, **earlier)

    def _row(self, key):
        rows = StringTranslation.objects.filter(**self._place_of(key))
        words = rows.values(*REMEMBERED).first()
        earlier = EarlierWording.objects.filter(translation__in=rows).values("words", "made")
        return words and {"words": words, "earlier": list(earlier)}

    def _keep(self, key, words, user, made, tool):
        # The title of a draft follows its sentence by the package’s own signal, so: one by one.
        kept, _is_new = StringTranslation.objects.update_or_create(
            **self._place_of(key),
            defaults={
                "data": words,
                "translation_type": made,
                "tool_name": tool,
                "last_translated_by": user,
                "has_error": False,
                "field_error": "",
            },
        )
        EarlierWording.objects.filter(translation=kept).delete()

    def _place_of(self, key):
        context, string = map(int, key.split("-"))
        return {
            "context_id": context,
            "translation_of_id": string,
            "locale_id": self.translation.target_locale_id,
        }

    def _segments(self):
        segments = needed_sentences(self.translation.source, self.language)
        return list(segments.select_related("string", "context").order_by("order", "pk"))

    def _translations(self, segments):
        found = StringTranslation.objects.filter(
            locale=self.translation.target_locale_id,
            context__in={segment.context_id for segment in segments},
        ).select_related("earlier_wording")
        return {(words.context_id, words.translation_of_id): words for words in found}

    def _unit(self, key, segment, words):
        name = segment.context.path.split(".")[0]
        told = {
            "key": key,
            "place": self.places.label(segment.context.path),
            "source": segment.string.data,
            "is_essential": name in ESSENTIAL,
            "limit": self._limit(segment.context.path),
        }
        if words is None:
            return Unit(**told)
        is_behind = words.translation_type == EARLIER
        earlier = getattr(words, "earlier_wording", None)
        return Unit(
            **told,
            target=words.data,
            stage=_stage(words),
            earlier_source=earlier.words if is_behind and earlier else "",
            made=_made(words),
            trouble=(words.get_error() or "") if words.has_error else "",
            writer=words.last_translated_by_id,
        )

    @cached_property
    def places(self):
        return Places(self.page_class, self.translation.source.content_json)

    def _limit(self, path):
        field = None if "." in path else self.places.field(path)
        return getattr(field, "max_length", None) or 0


def _key(segment):
    return f"{segment.context_id}-{segment.string_id}"


def _stage(words):
    return {EARLIER: UnitStage.BEHIND, MACHINE: UnitStage.MACHINE}.get(
        words.translation_type, UnitStage.DONE
    )


def _made(words):
    earlier = getattr(words, "earlier_wording", None)
    return earlier.made if earlier else words.translation_type.replace(EARLIER, MANUAL)


def _has_mute_link(words):
    """Whether a link stands on nothing, or on a mark such as a full stop."""
    return any(not any(map(str.isalnum, text)) for _name, text in links_in(words))


def has_tags(words):
    """Whether a small piece of HTML is more than text."""
    return BeautifulSoup(words, "html.parser").find(True) is not None
