"""A page that tells a testimony asks the door, however somebody tries to publish it."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.template.defaultfilters import yesno
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from campaigns.collect.publishable import may_be_shown, why_not

from .tellers_file import note_files


class ConsentMissingError(PermissionDenied):
    """A story that would go before readers without its teller’s agreement."""


#: Of a consent: what whoever approves a story compares with its words.
AGREED = ("naming", "place_precision", "press_kit", "machine_translation")


class TellsTestimony:
    """Goes public only while the teller agrees, and belongs where the testimony was heard."""

    def why_not_shown(self):
        """Why this story may not go before readers, told to its editor, or an empty string."""
        return why_not(self.testimony_id)

    def what_was_agreed(self):
        consent = self.consent
        if not consent:
            return []
        names = [field.verbose_name for field in map(type(consent)._meta.get_field, AGREED)]
        answers = [
            consent.get_naming_display(),
            consent.get_place_precision_display(),
            yesno(consent.press_kit),
            yesno(consent.machine_translation),
        ]
        return [(capfirst(name), answer) for name, answer in zip(names, answers, strict=True)]

    def why_not_shown_yet(self):
        return self.why_not_shown() or super().why_not_shown_yet()

    def save(self, *args, **kwargs):
        fields = kwargs.get("update_fields")
        if self.live and (not fields or "live" in fields) and not may_be_shown(self.testimony_id):
            self._hold_back()
        answer = super().save(*args, **kwargs)
        if not fields:
            note_files(self)
        return answer

    def save_revision(self, *args, **kwargs):
        note_files(self)
        return super().save_revision(*args, **kwargs)

    def publish(self, revision, *args, **kwargs):
        kept = revision.as_object()
        if reason := kept.why_not_shown():
            if not revision.approved_go_live_at:
                raise ConsentMissingError(reason)
            # Its day came without consent: what else is due still goes out.
            revision.approved_go_live_at = None
            revision.save(update_fields=["approved_go_live_at"])
            return None
        return super().publish(revision, *args, **kwargs)

    def can_move_to(self, parent):
        """A story stays with the city that heard it."""
        city = getattr(parent.specific, "city", None)
        return super().can_move_to(parent) and city == self.testimony.city

    def clean(self):
        super().clean()
        self._stay_in_its_city()

    def minimal_clean(self):
        super().minimal_clean()
        self._stay_in_its_city()

    def _stay_in_its_city(self):
        if self.testimony_id and self.path and self.city and self.testimony.city != self.city:
            raise ValidationError({"testimony": _("Another city heard this testimony.")})

    def _hold_back(self):
        if not self._state.adding:
            raise ConsentMissingError(self.why_not_shown())
        self.live = False  # a new story begins as a draft
