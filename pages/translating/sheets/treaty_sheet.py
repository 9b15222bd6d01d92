"""What treaties, articles, topics and monitoring bodies are called, and what they do."""

from dataclasses import replace

from django.utils.translation import gettext as _

from campaigns.places.models import Role
from campaigns.places.rights import is_administrator, languages_of, memberships_of

from ...models.made import MACHINE, MANUAL
from ..other_texts.labels import LABELS, read_labels
from .unit import WrongWordsError
from .words_sheet import WordsSheet


class TreatySheet(WordsSheet):
    """Written by whoever changes the alliance’s words; official names by fewer people still."""

    def __init__(self, original, language, text):
        super().__init__(original, language, text)
        self.labels = LABELS[original.kind]
        self.model, self.first_field = self.labels.model, self.labels.fields[0]

    def may_write(self, user):
        return self.language in languages_of(user, None)

    def why_not_by(self, user, unit):
        if not unit.is_official or may_name(user):
            return ""
        return _(
            "This is an official name, as the United Nations write it. A coordinator or an"
            " administrator can change it."
        )

    def write(self, written, user, made=MANUAL, tool=""):
        if made == MACHINE and self.labels.official & set(written):
            raise WrongWordsError(_("An official name is looked up, not translated."))
        super().write(written, user, made, tool)

    def _unit(self, name, source, words):
        unit = super()._unit(name, source, words)
        return replace(unit, is_official=name in self.labels.official)

    def _put(self, written):
        """As the form in which administrators write them, so that loading leaves it alone."""
        place = {f"{self.labels.owner}_id": self.text.pk, "language": self.language}
        label = self.model.objects.filter(**place).first() or self.model(**place)
        for name, words in written.items():
            setattr(label, name, words)
        label.edited_by_hand = True
        if any(getattr(label, name) for name in self.labels.fields):
            label.save()
        elif label.pk:
            label.delete()

    def _text_now(self):
        return next(read_labels(self.original.kind, self.text.pk), None)


def may_name(user):
    """Whether a person may change official names: administrators and coordinators."""
    return is_administrator(user) or memberships_of(user, {Role.COORDINATOR}).exists()


def open_treaty_sheet(original, language):
    """The sheet of anything in the catalogue of treaties."""
    text = next(read_labels(original.kind, int(original.key.partition("-")[2])), None)
    if text is None or language == text.language:
        return None
    return TreatySheet(original, language, text)
