"""Which drafts and pages of a text there are."""

from wagtail.models import Page


def page_ids_of(keys):
    """``{(translation key, code): page id}`` of what there is of these texts (one query)."""
    found = Page.objects.filter(translation_key__in=keys, alias_of=None)
    return {
        (str(key), code): pk
        for key, code, pk in found.values_list("translation_key", "locale__language_code", "pk")
    }
