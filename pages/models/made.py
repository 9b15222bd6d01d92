"""Who turned a page into its language, as its sentences tell."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail_localize.models import StringSegment, StringTranslation

from .earlier_wording import EarlierWording

#: How a translated sentence is marked whose original was reworded since.
EARLIER = "earlier"
#: … which a machine translated and nobody looked at, and which somebody then found right.
MACHINE, CHECKED = "machine", "checked"
#: … which somebody wrote.
MANUAL = "manual"


class TranslationMade(models.TextChoices):
    """Who turned a page into its language."""

    PEOPLE = "people", _("by people")
    MACHINE = "machine", _("by a machine")
    MACHINE_REVIEWED = "machine_reviewed", _("by a machine, reviewed by people")


def made_of(origins, said):
    """What readers are told: the least sure of the sentences decides, else what a person said.

    ``origins`` are those of the sentences. Nobody’s “by a machine” becomes “by people” by itself.
    """
    if MACHINE in origins:
        return TranslationMade.MACHINE
    if CHECKED in origins:
        return TranslationMade.MACHINE_REVIEWED
    return said or TranslationMade.PEOPLE


def sentences_of(page):
    """The translated sentences that a page is made of, where it is turned one by one."""
    segments = StringSegment.objects.filter(
        source__object_id=page.translation_key,
        source__translations__target_locale=page.locale_id,
        source__translations__enabled=True,
    )
    return segments.get_translations(page.locale_id)


def by_machine(sentences):
    """Those that a machine wrote and nobody looked at, also where they are behind by now."""
    return sentences.filter(
        Q(translation_type=MACHINE) | Q(translation_type=EARLIER, earlier_wording__made=MACHINE)
    )


def mark(sentences, made):
    """Write down who made these sentences; those that are behind stay so."""
    chosen = list(sentences.values_list("pk", flat=True))
    found = StringTranslation.objects.filter(pk__in=chosen)
    EarlierWording.objects.filter(translation__in=chosen).update(made=made)
    found.exclude(translation_type=EARLIER).update(translation_type=made)


def mark_as_said(page, made):
    """Write onto the sentences of a page what a person said of it (a TranslationMade).

    Returns False for “by people” where a machine wrote some: that is not theirs to say.
    """
    sentences = sentences_of(page)
    if made == TranslationMade.MACHINE:
        mark(sentences, MACHINE)
    elif made == TranslationMade.MACHINE_REVIEWED:
        mark(by_machine(sentences), CHECKED)
    else:
        of_machines = [MACHINE, CHECKED]
        return not sentences.filter(
            Q(translation_type__in=of_machines) | Q(earlier_wording__made__in=of_machines)
        ).exists()
    return True


def keep_what_was_said(page):
    """Before a machine’s first sentence: people’s “by a machine” goes onto those that are there.

    Else the sentences that were pasted from a machine would pass for people’s.
    """
    if page.translation_made == TranslationMade.MACHINE:
        sentences = sentences_of(page)
        if not sentences.filter(translation_type__in=[MACHINE, CHECKED]).exists():
            mark(sentences, MACHINE)


def note_reviewed(page, revision, user):
    """Somebody approved a version: what a machine wrote in it was read by a person.

    Not what they had asked the machine for themselves, and not what came after the version.
    """
    if revision.content.get("translation_made") != TranslationMade.MACHINE or user is None:
        return
    waiting = by_machine(sentences_of(page))
    read = waiting.filter(updated_at__lte=revision.created_at).exclude(last_translated_by=user)
    if read.exists():
        mark(read, CHECKED)
        if not by_machine(sentences_of(page)).exists():
            revision.content["translation_made"] = TranslationMade.MACHINE_REVIEWED
            revision.save(update_fields=["content"])
