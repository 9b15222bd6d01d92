"""What translators and editors do with a title and a summary."""

from django.urls import reverse
from wagtail_localize.models import StringTranslation

from pages.translating.essential_words import essential_words
from pages.translating.essentials import (
    essentials_for,
)
from pages.translating.measuring import measure_page

from ..work import translation_of

ADDRESS = "/es/cities/pittsburgh/alone/"
SPANISH = {"title": "Solos ante el juez", "summary": "Nueve de cada diez no tienen abogado."}


def say(page, by, words=SPANISH, made="manual"):
    """Translate title and summary of a draft, and nothing else."""
    translation = translation_of(page, page.locale.language_code)
    for segment in translation.source.stringsegment_set.select_related("context"):
        if segment.context.path in words:
            StringTranslation.objects.update_or_create(
                translation_of_id=segment.string_id,
                context=segment.context,
                locale=page.locale,
                defaults={
                    "data": words[segment.context.path],
                    "translation_type": made,
                    "last_translated_by": by,
                },
            )


def send(client, page, user, step="show", seen=None):
    original = measure_page(page.translation_key)
    client.force_login(user)
    address = reverse("show_essentials", args=[original.pk, page.locale.language_code])
    seen = essential_words(page).mark if seen is None else seen
    return client.post(address, {"step": step, "seen": seen}, follow=True)


def in_spanish(page):
    return essentials_for(page.translation_key, "es")
