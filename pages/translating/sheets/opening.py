"""Opens the sheet of a text in a language."""

from wagtail_localize.models import Translation

from .page_sheet import PageSheet

#: How the sheet of anything that is no page is opened, by the kind of its Original:
#: ``OPENERS[kind](original, language)`` gives a Sheet or None.
OPENERS = {}


def open_sheet(original, language):
    """The Sheet of an Original in a language, or None while no draft of it exists there.

    Also None for a page whose translation goes on in one form instead of sentence by sentence.
    """
    if original.kind in OPENERS:
        return OPENERS[original.kind](original, language)
    translation = translation_of(original, language)
    return translation and PageSheet(original, translation)


def translation_of(original, language):
    """The package’s record of a page in one language, or None."""
    found = Translation.objects.select_related("source__specific_content_type", "target_locale")
    return found.filter(
        source__object_id=original.key, target_locale__language_code=language, enabled=True
    ).first()
